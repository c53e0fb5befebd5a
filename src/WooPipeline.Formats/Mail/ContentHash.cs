using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>
/// A hash of what a message says, the same for copies of it from different mailboxes, after Reveal's published recipe: the date
/// in UTC to the second, the sender's address, the recipients' addresses sorted, no display names, the subject verbatim, the
/// letters and digits of the body, the attachments' names and sizes sorted. SHA-256 in lower-case hex.
/// </summary>
public static class ContentHash
{
    /// <summary>EDRM Message Identification Hash: MD5 of the Message-ID with its angle brackets, lower-case hex.</summary>
    /// <param name="messageId">The id as it stands in the header, with brackets.</param>
    /// <remarks>MD5 is what EDRM prescribes; the hash identifies, it protects nothing.</remarks>
    public static string MessageIdentificationHash(string messageId)
    {
        ArgumentNullException.ThrowIfNull(messageId);
#pragma warning disable CA5351 // prescribed by EDRM for identification, not for security
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(messageId.Trim())));
#pragma warning restore CA5351
    }

    internal static string Of(MailContent mail, StringBuilder body)
    {
        var text = new StringBuilder();
        text.Append(mail.SentAt?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)).Append('\n');
        text.Append(mail.Addresses.FirstOrDefault(a => a.Field == "From")?.Address.ToLowerInvariant()).Append('\n');
        foreach (var address in mail.Addresses.Where(a => a.Field is "To" or "Cc" or "Bcc").Select(a => a.Address.ToLowerInvariant())
            .Order(StringComparer.Ordinal))
        {
            text.Append(address).Append(';');
        }

        text.Append('\n').Append(mail.Subject).Append('\n');
        AppendLetters(text, body);
        text.Append('\n');
        foreach (var attachment in mail.Attachments.Where(a => a.Role != AttachmentRole.Inline)
            .Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Name}:{a.Content.Length}")).Order(StringComparer.Ordinal))
        {
            text.Append(attachment).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>Appends the letters and digits of a text, in lower case.</summary>
    internal static void AppendLetters(StringBuilder letters, StringBuilder body)
    {
        foreach (var chunk in body.GetChunks())
        {
            foreach (var c in chunk.Span)
            {
                if (char.IsLetterOrDigit(c))
                {
                    letters.Append(char.ToLowerInvariant(c));
                }
            }
        }
    }
}
