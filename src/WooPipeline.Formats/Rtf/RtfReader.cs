using WooPipeline.Documents;
using WooPipeline.Formats.Mail;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Rtf;

/// <summary>Reads rich text, <c>.rtf</c> (RTF 1.9.1), and the bodies of mails saved as such.</summary>
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
        if (!FromMail(file.Content.Span))
        {
            return ReadDocument(file, limits);
        }

        var rtf = RtfText.Read(file.Content.Span, limits.Budget);
        var part = new BodyPart(rtf.Kind == RtfKind.Html ? BodyKind.Html : BodyKind.Plain, rtf.Text) { Budget = limits.Budget };
        return string.IsNullOrWhiteSpace(rtf.Text) ? Empty
            : new DocumentRead(new DocumentTree { Kind = DocumentKind.Text, FileName = file.Name, Blocks = part.Blocks(null) });
    }

    private static Quarantined Empty { get; } =
        new("leeg", "Het RTF-bestand bevat geen tekst. Open het in een tekstverwerker en sla het op als docx of PDF.");

    private static ReadResult ReadDocument(SourceFile file, ReadLimits limits)
    {
        try
        {
            var read = new RtfDocument(file.Content, limits).Read(file.Name);
            return read.Tree.Blocks.IsEmpty && read.Tree.Footnotes.IsEmpty ? Empty : read;
        }
        catch (OfficeException e)
        {
            return e.Problem;
        }
    }

    /// <summary>True for the body of a mail, in which HTML or plain text was wrapped (MS-OXRTFEX).</summary>
    private static bool FromMail(ReadOnlySpan<byte> rtf)
    {
        var head = rtf[..Math.Min(1024, rtf.Length)];
        return head.IndexOf("\\fromhtml"u8) >= 0 || head.IndexOf("\\fromtext"u8) >= 0;
    }
}
