using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>Makes a document of a parsed MIME message.</summary>
internal static class MimeMessageReader
{
    private static readonly ImmutableArray<string> AddressFields = ["From", "Sender", "Reply-To", "To", "Cc", "Bcc"];

    public static ReadResult Read(MimeEntity message, string fileName, MimeContext context)
    {
        var parts = new PartCollector(context, SenderName.Of(message.Header.First("From")?.Text ?? ""));
        parts.Take(message, isRoot: true);
        if (IsEncrypted(parts))
        {
            return PartKinds.Encrypted;
        }

        var images = new InlineImages(parts);
        var body = parts.Body.SelectMany(p => p.Blocks(images.Find)).ToImmutableArray();
        return MessageDocument.Build(Content(message, context) with
        {
            Body = body,
            Attachments = images.Attachments(),
            Deviations = context.Deviations,
        }, fileName);
    }

    /// <summary>What the header of a message says.</summary>
    public static MailContent Content(MimeEntity message, MimeContext context)
    {
        var header = message.Header;
        var date = header.First("Date");
        context.Place = message.Place;
        var sent = MailDate.Parse(date?.Unfolded);
        if (date is not null && sent is null)
        {
            context.Deviate("mail-bad-date");
        }

        return new MailContent
        {
            Subject = header.First("Subject")?.Text ?? "",
            SentAt = sent,
            DateText = date?.Text ?? "",
            Addresses = Addresses(header),
            Headers = [.. header.Fields.Select(f => new HeaderLine(f.Name, f.Text))],
            MessageId = MessageIds.First(header.First("Message-ID")?.Unfolded),
            InReplyTo = MessageIds.First(header.First("In-Reply-To")?.Unfolded),
            References = [.. MessageIds.All(header.First("References")?.Unfolded)],
            ThreadIndex = header.First("Thread-Index")?.Unfolded.Replace(" ", "", StringComparison.Ordinal),
            Language = null,
        };
    }

    private static ImmutableArray<MessageAddress> Addresses(HeaderBlock header)
    {
        var addresses = ImmutableArray.CreateBuilder<MessageAddress>();
        var from = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in AddressFields)
        {
            foreach (var box in header.All(field).SelectMany(f => AddressParser.Parse(f.Unfolded)))
            {
                // The sender is named apart only where another sent it.
                if (field == "From")
                {
                    from.Add(box.Address);
                }
                else if (field == "Sender" && from.Contains(box.Address))
                {
                    continue;
                }

                addresses.Add(new MessageAddress(field, box.Name, box.Address));
            }
        }

        return addresses.ToImmutable();
    }

    // Nothing in it can be read: the whole message waits for a person.
    private static bool IsEncrypted(PartCollector parts) =>
        (parts.Body.Count == 0 && parts.Attachments.Count == 1 && parts.Attachments[0].Problem == PartKinds.Encrypted)
        || (parts.Attachments.Count == 0 && parts.Body.Count == 1
            && parts.Body[0].Text.AsSpan().Trim().StartsWith("-----BEGIN PGP MESSAGE-----", StringComparison.Ordinal));
}
