using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>The header of a message that kept none, made from its properties: the fields a mail would have had.</summary>
internal static class SynthesisedHeader
{
    public static ImmutableArray<HeaderLine> Of(MailContent mail)
    {
        var lines = ImmutableArray.CreateBuilder<HeaderLine>();
        foreach (var field in (ReadOnlySpan<string>)["From", "Sender", "To", "Cc", "Bcc"])
        {
            var value = string.Join(", ", mail.Addresses.Where(a => a.Field == field)
                .Select(a => a.Address.Length == 0 ? a.Name : a.Name.Length == 0 ? a.Address : $"{a.Name} <{a.Address}>"));
            Add(field, value);
        }

        Add("Date", mail.SentAt?.ToString("ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture));
        Add("Subject", mail.Subject);
        Add("Message-ID", mail.MessageId);
        Add("In-Reply-To", mail.InReplyTo);
        Add("References", string.Join(' ', mail.References));
        return lines.ToImmutable();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                lines.Add(new HeaderLine(name, value));
            }
        }
    }
}
