using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>Reads a MIME message (RFC 5322, RFC 2045 to 2049): <c>.eml</c> and what looks like one.</summary>
public sealed class EmlReader : IFormatReader
{
    /// <inheritdoc/>
    public string Format => "e-mail";

    /// <inheritdoc/>
    public bool Recognises(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Extension is ".eml" or ".mht" or ".mhtml"
            || file.DeclaredMediaType is "message/rfc822" or "message/global"
            || MailSniffer.LooksLikeMessage(file.Content.Span);
    }

    /// <inheritdoc/>
    public ReadResult Read(SourceFile file, ReadLimits limits)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(limits);
        var context = new MimeContext(limits);
        try
        {
            var message = MimeParser.Parse(file.Content, context);
            return MailSniffer.Refusal(message, file.Content.Span) ?? MimeMessageReader.Read(message, file.Name, context);
        }
        catch (MailLimitException e)
        {
            return e.ToQuarantined();
        }
    }
}
