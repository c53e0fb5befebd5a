using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Word;

/// <summary>
/// Reads Word documents of Office Open XML (docx, docm, dotx, dotm; transitional and strict): everything a reader sees, and, in hidden
/// sections and metadata, everything else that holds text. Origins: the part in order of the walk, and the UTF-16 offset of the
/// piece among the visible text of that part.
/// </summary>
public sealed class WordReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "Word";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return OfficeSignature.IsFamily(file, "word/", ".docx", ".docm", ".dotx", ".dotm");
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            using var package = OfficePackage.Open(file.Content, limits);
            var content = WordContent.Open(file, package);
            if (content.Tree.Blocks.IsEmpty)
            {
                content.Deviations.Add(new Deviation("word-without-text", content.Main.Name));
            }

            return new DocumentRead(content.Tree)
            {
                Attachments = [.. content.Attachments],
                Deviations = [.. content.Deviations],
            };
        }
        catch (OfficeException e)
        {
            return e.Problem;
        }
    }
}
