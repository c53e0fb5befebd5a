using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>Reads appointments saved as <c>.ics</c> (RFC 5545).</summary>
public sealed class CalendarReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "agenda-item";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return ContentStart.Is(file.Content.Span, "BEGIN:VCALENDAR"u8);
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var text = TextDecoder.Decode(file.Content.Span, null, out _);
        var lines = ContentLine.Of(text, limits).ToList();
        return new DocumentRead(new DocumentTree
        {
            Kind = DocumentKind.Note,
            FileName = file.Name,
            Title = lines.Find(l => l.Name == "SUMMARY")?.Text.ReplaceLineEndings(" ") ?? "",
            Blocks = CalendarFields.Blocks(text),
        });
    }
}
