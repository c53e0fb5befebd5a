using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>Makes the document of a message: a table of its fields, the body, the attachments' names, the header as it stood.</summary>
internal static class MessageDocument
{
    private const string HeaderTitle = "Oorspronkelijke kopregels";
    private const string Repeated = "repeated";

    private static readonly ImmutableArray<(string Label, string Name)> AddressFields =
        [("Van", "From"), ("Namens", "Sender"), ("Aan", "To"), ("Cc", "Cc"), ("Bcc", "Bcc")];

    public static DocumentRead Build(MailContent mail, string fileName)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var head = Head(mail);
        blocks.Add(head);
        blocks.AddRange(mail.Body);
        if (mail.Headers.Length > 0)
        {
            blocks.Add(new Heading(2, [new TextRun(HeaderTitle)]));
            var repeated = mail.Headers.Where(h => Hidden(h, head) == Repeated).Select(h => h.Name).ToList();
            if (repeated.Count > 0)
            {
                blocks.Add(new FieldList([Text("Zie boven", string.Join(", ", repeated), "Repeated")]) { Small = true });
            }

            blocks.AddRange(HeaderLines(mail.Headers, head));
        }

        var tree = new DocumentTree
        {
            Title = mail.Subject,
            Kind = mail.Kind,
            Date = mail.SentAt,
            FileName = fileName,
            Blocks = blocks.ToImmutable(),
            Metadata = mail.Metadata,
            Language = mail.Language ?? "nl-NL",
        };
        return new DocumentRead(tree)
        {
            Attachments = mail.Attachments,
            Deviations = mail.Deviations,
            Message = Facts(mail, BodyText.Of(mail.Body)),
        };
    }

    /// <summary>The body of a message's document: what stands between its header table and its header lines.</summary>
    public static IEnumerable<Block> BodyOf(DocumentTree tree) =>
        tree.Blocks.Skip(1).TakeWhile(b => b is not Heading { Content: [TextRun { Text: HeaderTitle }] });

    // What servers wrote on the way says nothing to a reader and much to an attacker, and what the table above already shows word for
    // word says nothing new: both are searched and not published. The order stays.
    private static IEnumerable<Block> HeaderLines(ImmutableArray<HeaderLine> lines, FieldList head)
    {
        for (var i = 0; i < lines.Length;)
        {
            var start = i;
            var hidden = Hidden(lines[i], head);
            while (i < lines.Length && Hidden(lines[i], head) == hidden)
            {
                i++;
            }

            var fields = new FieldList([.. lines[start..i].Select(Shown)]) { Small = true };
            yield return hidden is null ? fields : new Section(ZoneKind.Hidden, [fields]) { Name = hidden };
        }
    }

    /// <summary>Why a header line isn't published: <c>technical</c>, <c>repeated</c>; null where it is.</summary>
    private static string? Hidden(HeaderLine line, FieldList head) => MailWords.IsTechnicalHeader(line.Name) ? "technical"
        : head.Fields.FirstOrDefault(f => line.Name.Equals(f.Name, StringComparison.OrdinalIgnoreCase)) is { } field && HeldBy(line.Text, PlainText.Of(field.Value)) ? Repeated : null;

    /// <summary>True where every word of a line stands in what is shown of it, as often.</summary>
    private static bool HeldBy(string line, string shown)
    {
        var left = Words(shown).GroupBy(w => w, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);
        return Words(line).All(w => left.TryGetValue(w, out var count) && (left[w] = count - 1) >= 0);
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i]));
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }

    private static FieldList Head(MailContent mail)
    {
        var fields = ImmutableArray.CreateBuilder<Field>();
        foreach (var (label, name) in AddressFields)
        {
            var shown = string.Join("; ", mail.Addresses.Where(a => a.Field == name).Select(Shown));
            if (shown.Length > 0)
            {
                fields.Add(Text(label, shown, name));
            }
        }

        fields.Add(Text("Onderwerp", mail.Subject, "Subject"));
        if (mail.SentAt is not null || mail.DateText.Length > 0)
        {
            // As it stood where a header line gives it, so that it is printed once; in Dutch where only a property does (Outlook).
            fields.Add(Text("Datum", mail.DateText.Length > 0 ? mail.DateText : mail.SentAt is { } sent ? Shown(sent) : "", "Date"));
        }

        var names = mail.Attachments.Where(a => a.Role != AttachmentRole.Inline).Select(NameOf).ToList();
        if (names.Count > 0)
        {
            fields.Add(Text("Bijlagen", string.Join("; ", names), "Attachments"));
        }

        return new FieldList(fields.ToImmutable());
    }

    private static MessageFacts Facts(MailContent mail, StringBuilder body) => new()
    {
        MessageId = mail.MessageId,
        InReplyTo = mail.InReplyTo,
        References = mail.References,
        ThreadIndex = mail.ThreadIndex,
        Subject = mail.Subject,
        SentAt = mail.SentAt,
        From = mail.Addresses.FirstOrDefault(a => a.Field == "From")?.Address.ToLowerInvariant() ?? "",
        Recipients =
        [
            .. mail.Addresses.Where(a => a.Field is "To" or "Cc" or "Bcc" && a.Address.Length > 0).Select(a => a.Address.ToLowerInvariant()),
        ],
        Addresses = mail.Addresses,
        ContentHash = ContentHash.Of(mail, body),
        Passages = Passages.Of(mail, body),
    };

    private static Field Shown(HeaderLine line) => Text(line.Name.Length > 0 ? line.Name : "Regel", line.Text, line.Name.Length > 0 ? line.Name : "Line");

    private static string Shown(MessageAddress address) =>
        address.Name.Length == 0 ? address.Address
        : address.Address.Length == 0 || address.Address.Equals(address.Name, StringComparison.OrdinalIgnoreCase) ? address.Name
        : $"{address.Name} <{address.Address}>";

    private static string Shown(DateTimeOffset date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {MailWords.Month(date.Month)} {date.Year} {date:HH:mm}{(date.Offset == TimeSpan.Zero ? " UTC" : "")}");

    private static string NameOf(Attachment attachment) => attachment.Name.Length > 0 ? attachment.Name
        : attachment.Role == AttachmentRole.Message ? "bericht" : "bijlage zonder naam";

    private static Field Text(string label, string value, string name) => new(label, [new TextRun(OneLine(value))], name);

    private static string OneLine(string value) =>
        value.AsSpan().IndexOfAny('\r', '\n') < 0 ? value : value.Replace("\r", "", StringComparison.Ordinal).Replace('\n', ' ');
}
