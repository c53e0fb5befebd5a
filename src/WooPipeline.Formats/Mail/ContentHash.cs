using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WooPipeline.Documents;

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

    internal static string Of(MailContent mail)
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
        AppendBody(text, mail.Body);
        text.Append('\n');
        foreach (var attachment in mail.Attachments.Where(a => a.Role != AttachmentRole.Inline)
            .Select(a => string.Create(CultureInfo.InvariantCulture, $"{a.Name}:{a.Content.Length}")).Order(StringComparer.Ordinal))
        {
            text.Append(attachment).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The letters and digits of blocks, in lower case; what no reader sees is left out.</summary>
    internal static void AppendBody(StringBuilder text, IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Heading heading:
                    AppendLine(text, heading.Content);
                    break;
                case Paragraph paragraph:
                    AppendLine(text, paragraph.Content);
                    break;
                case FieldList list:
                    foreach (var field in list.Fields)
                    {
                        AppendLetters(text, field.Label);
                        AppendLine(text, field.Value);
                    }

                    break;
                case ListBlock list:
                    AppendBody(text, list.Items.SelectMany(i => i.Blocks));
                    break;
                case Table table:
                    AppendBody(text, table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Blocks));
                    break;
                case Section section when section.Kind is not (ZoneKind.Hidden or ZoneKind.Comment):
                    AppendBody(text, section.Blocks);
                    break;
                default:
                    break;
            }
        }
    }

    private static void AppendLine(StringBuilder text, IEnumerable<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            if (inline is TextRun run)
            {
                AppendLetters(text, run.Text);
            }
            else if (inline is Link link)
            {
                AppendLine(text, link.Content);
            }
        }
    }

    private static void AppendLetters(StringBuilder text, string value)
    {
        foreach (var c in value)
        {
            if (char.IsLetterOrDigit(c))
            {
                text.Append(char.ToLowerInvariant(c));
            }
        }
    }
}
