using WooPipeline.Documents;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>Reads rich text, <c>.rtf</c> (RTF 1.9.1): its text in paragraphs; pictures and layout are left out.</summary>
public sealed class RtfReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "RTF";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Content.Span.StartsWith("{\\rtf"u8);
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var rtf = RtfText.Read(file.Content.Span, limits.Budget);
        var part = new BodyPart(rtf.Kind == RtfKind.Html ? BodyKind.Html : BodyKind.Plain, rtf.Text) { Budget = limits.Budget };
        return string.IsNullOrWhiteSpace(rtf.Text)
            ? new Quarantined("leeg", "Het RTF-bestand bevat geen tekst. Open het in een tekstverwerker en sla het op als docx of PDF.")
            : new DocumentRead(new DocumentTree { Kind = DocumentKind.Text, FileName = file.Name, Blocks = part.Blocks(null) });
    }
}
