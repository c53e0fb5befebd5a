using System.Collections.Immutable;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>Makes a document of an Outlook message.</summary>
internal static class MapiMessageReader
{
    public static ReadResult Read(MapiMessage message, string fileName, ReadLimits limits)
    {
        if (OutlookSmime.TryRead(message, fileName, limits) is { } unwrapped)
        {
            return unwrapped;
        }

        var deviations = new List<Deviation>(message.Deviations);
        var properties = message.Properties;
        var header = Header(properties, limits);
        var addresses = MapiAddresses.Of(message, header, deviations);
        var images = new MapiImages(message);
        var sender = SenderName.Of(addresses.FirstOrDefault(a => a.Field == "From")?.Name ?? "");
        var parts = Alternatives.Choose([.. MapiBody.Parts(properties, deviations, limits).Select(p => (IReadOnlyList<BodyPart>)[p with { Sender = sender, Budget = limits.Budget }])], out var hidden);
        var body = ImmutableArray.CreateBuilder<Block>();
        body.AddRange(OutlookItem.Fields(properties));
        body.AddRange(parts.SelectMany(p => p.Blocks(images.Find)));
        body.AddRange(hidden.Select(p => new Section(ZoneKind.Hidden, p.Blocks(null)) { Name = "alternative" }));
        if (hidden.Count > 0)
        {
            deviations.Add(new Deviation("mail-alternatives-differ", "tekst"));
        }

        var content = Content(properties, header, addresses) with
        {
            Body = body.ToImmutable(),
            Attachments = [.. message.Attachments.Select((a, i) => Attachment(a, images.IsShown(i), limits))],
            Kind = OutlookItem.Kind(properties),
        };
        if (header is null)
        {
            deviations.Add(new Deviation("msg-no-transport-headers", "kopregels"));
            content = content with { Headers = SynthesisedHeader.Of(content) };
        }

        return MessageDocument.Build(content with { Deviations = [.. deviations] }, fileName);
    }

    /// <summary>Body and attachments of a message whose header stands elsewhere (winmail.dat).</summary>
    public static (IReadOnlyList<BodyPart> Body, IEnumerable<Attachment> Attachments) Parts(MapiMessage message, List<Deviation> deviations, ReadLimits limits)
    {
        var images = new MapiImages(message);
        var parts = Alternatives.Choose([.. MapiBody.Parts(message.Properties, deviations, limits).Select(p => (IReadOnlyList<BodyPart>)[p])], out _);
        var body = parts.Select(p => new BodyPart(p.Kind, p.Text) { Image = images.Find, Budget = limits.Budget }).ToList();
        foreach (var part in body)
        {
            _ = part.Blocks(null); // tells which images the body shows
        }

        return (body, message.Attachments.Select((a, i) => Attachment(a, images.IsShown(i), limits)));
    }

    /// <summary>What stands for the bytes of a message that has none of its own: its text, so that the same message gives the same hash.</summary>
    public static ReadOnlyMemory<byte> Bytes(ReadResult result) =>
        result is DocumentRead read ? Encoding.UTF8.GetBytes(TextView.Of(read.Tree).Text) : default;

    /// <summary>The subject, without the length mark that a .pst sets before it.</summary>
    public static string Subject(MapiProperties properties)
    {
        var subject = properties.Text(MapiTag.Subject);
        if (subject.Length >= 2 && subject[0] == '\u0001')
        {
            subject = subject[2..];
        }

        return subject.Length > 0 ? subject : properties.Text(MapiTag.SubjectPrefix) + properties.Text(MapiTag.NormalizedSubject);
    }

    private static MailContent Content(MapiProperties p, HeaderBlock? header, ImmutableArray<MessageAddress> addresses)
    {
        var sent = p.Time(MapiTag.ClientSubmitTime) ?? p.Time(MapiTag.DeliveryTime);
        // The header knows the sender's own time zone; the properties are in UTC.
        var written = MailDate.Parse(header?.First("Date")?.Unfolded);
        return new MailContent
        {
            Subject = Subject(p),
            SentAt = written ?? sent ?? p.Time(MapiTag.CreationTime),
            Addresses = addresses,
            MessageId = MessageIds.First(p.Text(MapiTag.InternetMessageId)) ?? MessageIds.First(header?.First("Message-ID")?.Unfolded),
            InReplyTo = MessageIds.First(p.Text(MapiTag.InReplyTo)) ?? MessageIds.First(header?.First("In-Reply-To")?.Unfolded),
            References = References(p.Text(MapiTag.InternetReferences), header?.First("References")?.Unfolded),
            ThreadIndex = p.Binary(MapiTag.ConversationIndex) is { Length: > 0 } index ? Convert.ToBase64String(index.Span)
                : header?.First("Thread-Index")?.Unfolded,
            Headers = header is null ? [] : [.. header.Fields.Select(f => new HeaderLine(f.Name, f.Text))],
        };
    }

    private static ImmutableArray<string> References(string property, string? field) =>
        [.. MessageIds.All(property.Length > 0 ? property : field)];

    private static HeaderBlock? Header(MapiProperties properties, ReadLimits limits)
    {
        var text = properties.Text(MapiTag.TransportHeaders);
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var block = HeaderReader.Read(Encoding.UTF8.GetBytes(text.TrimStart('\r', '\n', ' ')), new MimeContext(limits));
        return block.Fields.Length > 0 ? block : null;
    }

    private static Attachment Attachment(MapiAttachment attachment, bool isShown, ReadLimits limits)
    {
        var p = attachment.Properties;
        var name = p.FirstText(MapiTag.AttachLongFilename, MapiTag.AttachFilename, MapiTag.DisplayName).Trim();
        if (attachment.Embedded is { } embedded)
        {
            name = name.Length > 0 ? name : Subject(embedded.Properties);
            var read = Read(embedded, name, limits);
            return new Attachment(name, "application/vnd.ms-outlook", Bytes(read), AttachmentRole.Message)
            {
                Document = read as DocumentRead,
                Problem = read as Quarantined,
            };
        }

        var type = p.Text(MapiTag.AttachMimeTag);
        return new Attachment(name, type.Length > 0 ? type : "application/octet-stream", attachment.Content,
            isShown || IsHiddenImage(attachment) ? AttachmentRole.Inline : type == "message/rfc822" ? AttachmentRole.Message : AttachmentRole.Attachment)
        { Problem = attachment.Problem };
    }

    // A picture that Outlook itself keeps out of the list of attachments: a logo, a picture of a contact.
    private static bool IsHiddenImage(MapiAttachment attachment) =>
        attachment.Properties.Flag(MapiTag.AttachHidden) && ImageBytes.Of(attachment.Content) is not null;
}
