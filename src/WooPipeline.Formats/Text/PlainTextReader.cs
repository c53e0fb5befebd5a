using WooPipeline.Documents;

namespace WooPipeline.Formats.Text;

/// <summary>Reads plain text: paragraphs and lines as they stand.</summary>
public sealed class PlainTextReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "tekst";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Extension is ".txt" or ".log" or ".text" or ".asc"
            || (file.Extension.Length == 0 && file.DeclaredMediaType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true);
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var (decoded, problem) = DecodedText.Decode(file.Content.Span);
        if (decoded is null)
        {
            return problem!;
        }

        if (decoded.Text.Length > limits.MaxTextLength)
        {
            return TooLong(limits);
        }

        var blocks = TextBlocks.Of(decoded.Text, limits);
        return new DocumentRead(new DocumentTree
        {
            Kind = DocumentKind.Text,
            FileName = file.Name,
            Date = WrittenDate.Of(blocks),
            Blocks = blocks,
        });
    }

    internal static Quarantined TooLong(ReadLimits limits) =>
        new("te-groot", $"De tekst is langer dan {limits.MaxTextLength / 1024 / 1024} miljoen tekens. Splits het bestand.");
}
