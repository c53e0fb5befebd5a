using System.Collections.Immutable;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>Sender and recipients of an Outlook message, X.500 names turned into addresses where the message tells them.</summary>
internal static class MapiAddresses
{
    private static readonly ImmutableArray<(string Field, ushort Displayed)> RecipientFields =
        [("To", MapiTag.DisplayTo), ("Cc", MapiTag.DisplayCc), ("Bcc", MapiTag.DisplayBcc)];

    public static ImmutableArray<MessageAddress> Of(MapiMessage message, HeaderBlock? header, List<Deviation> deviations)
    {
        var properties = message.Properties;
        var addresses = ImmutableArray.CreateBuilder<MessageAddress>();
        var sender = Sender(properties, MapiTag.SenderSmtp, MapiTag.SenderEmail, MapiTag.SenderName);
        var author = Sender(properties, MapiTag.SentRepresentingSmtp, MapiTag.SentRepresentingEmail, MapiTag.SentRepresentingName);
        var from = author ?? sender;
        var fromHeader = header?.First("From") is { } field ? AddressParser.Parse(field.Unfolded).FirstOrDefault() : null;
        if (from is null && fromHeader is not null)
        {
            addresses.Add(new MessageAddress("From", fromHeader.Name, fromHeader.Address));
        }
        else if (from is { } known)
        {
            addresses.Add(Resolved("From", known, fromHeader, deviations));
            if (author is not null && sender is { } other && other != known && !SameAddress(other, known))
            {
                addresses.Add(Resolved("Sender", other, null, deviations));
            }
        }

        var recipients = Recipients(message, deviations);
        addresses.AddRange(recipients.Length > 0 ? recipients : FromHeaders(header) is { Length: > 0 } listed ? listed : Displayed(properties));
        return addresses.ToImmutable();
    }

    private static ImmutableArray<MessageAddress> Recipients(MapiMessage message, List<Deviation> deviations) =>
    [
        .. message.Recipients.Select(r => (Field: Field(r), Recipient: r)).Where(r => r.Field.Length > 0)
            .OrderBy(r => r.Field switch { "To" => 0, "Cc" => 1, _ => 2 })
            .Select(r => Resolved(r.Field, (r.Recipient.Text(MapiTag.DisplayName), Address(r.Recipient)), null, deviations)),
    ];

    private static string Field(MapiProperties recipient) => ((recipient.Int(MapiTag.RecipientType) ?? 1) & 0xF) switch
    {
        0 => "",
        2 => "Cc",
        3 => "Bcc",
        _ => "To",
    };

    private static string Address(MapiProperties recipient)
    {
        var smtp = recipient.Text(MapiTag.SmtpAddress);
        return smtp.Length > 0 ? smtp : recipient.FirstText(MapiTag.EmailAddress, 0x5FF7, MapiTag.DisplayName);
    }

    private static ImmutableArray<MessageAddress> FromHeaders(HeaderBlock? header) => header is null ? []
        :
        [
            .. RecipientFields.SelectMany(f => header.All(f.Field)
                .SelectMany(h => AddressParser.Parse(h.Unfolded)).Select(a => new MessageAddress(f.Field, a.Name, a.Address))),
        ];

    private static ImmutableArray<MessageAddress> Displayed(MapiProperties properties) =>
    [
        .. RecipientFields
            .SelectMany(f => properties.Text(f.Displayed).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(name => name.Contains('@', StringComparison.Ordinal) ? new MessageAddress(f.Field, "", name) : new MessageAddress(f.Field, name, ""))),
    ];

    private static (string Name, string Address)? Sender(MapiProperties p, ushort smtp, ushort email, ushort name)
    {
        var address = p.Text(smtp);
        if (address.Length == 0)
        {
            address = p.Text(email);
        }

        var shown = p.Text(name);
        return address.Length == 0 && shown.Length == 0 ? null : (shown, address);
    }

    private static MessageAddress Resolved(string field, (string Name, string Address) known, Mailbox? header, List<Deviation> deviations)
    {
        var (name, address) = known;
        if (address.Contains('@', StringComparison.Ordinal) && !IsX500(address))
        {
            return new MessageAddress(field, Plain(name, address), address);
        }

        if (header is { Address.Length: > 0 })
        {
            return new MessageAddress(field, name.Length > 0 ? name : header.Name, header.Address);
        }

        if (IsX500(address))
        {
            deviations.Add(new Deviation("msg-x500-address", field));
        }

        return name.Contains('@', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal)
            ? new MessageAddress(field, IsX500(address) ? address : "", name)
            : new MessageAddress(field, name, address);
    }

    // 'jan@example.nl' as a name of jan@example.nl says nothing more.
    private static string Plain(string name, string address) =>
        name.Trim('\'', '"', ' ').Equals(address, StringComparison.OrdinalIgnoreCase) ? "" : name;

    private static bool SameAddress((string Name, string Address) one, (string Name, string Address) other) =>
        one.Address.Equals(other.Address, StringComparison.OrdinalIgnoreCase);

    private static bool IsX500(string address) => address.StartsWith("/o=", StringComparison.OrdinalIgnoreCase);
}
