using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>Appointments (RFC 5545) as field lists: subject, times, place, organiser, attendees; the text as paragraphs; the rest small.</summary>
internal static class CalendarFields
{
    private static readonly FrozenDictionary<string, (string Label, string Name)> Labels = new Dictionary<string, (string, string)>(StringComparer.OrdinalIgnoreCase)
    {
        ["SUMMARY"] = ("Onderwerp", "Subject"),
        ["DTSTART"] = ("Begin", "Start"),
        ["DTEND"] = ("Einde", "End"),
        ["DUE"] = ("Uiterlijk", "End"),
        ["LOCATION"] = ("Waar", "Where"),
        ["ORGANIZER"] = ("Organisator", "Organizer"),
        ["ATTENDEE"] = ("Deelnemer", "Attendee"),
        ["CONTACT"] = ("Contact", "Contact"),
        ["COMMENT"] = ("Opmerking", "Comment"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The blocks of an iCalendar text.</summary>
    public static ImmutableArray<Block> Blocks(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var shown = new List<Field>();
        var small = new List<Field>();
        var texts = new List<string>();
        var inZone = false;
        foreach (var line in ContentLine.Of(text))
        {
            if (line.Name is "BEGIN" or "END")
            {
                inZone = line.Value.Equals("VTIMEZONE", StringComparison.OrdinalIgnoreCase) ? line.Name == "BEGIN" : inZone;
                if (line.Name == "END")
                {
                    Flush(blocks, shown, texts, small);
                }
            }
            else if (line.Name == "DESCRIPTION")
            {
                texts.Add(line.Text);
            }
            else if (!inZone && Labels.TryGetValue(line.Name, out var label))
            {
                shown.Add(new Field(label.Label, [new TextRun(OneLine(Value(line)))], label.Name));
            }
            else if (!inZone)
            {
                small.Add(new Field(line.Name, [new TextRun(OneLine(line.Text))], line.Name));
            }
        }

        Flush(blocks, shown, texts, small);
        return blocks.ToImmutable();
    }

    /// <summary>A date or moment as <c>3 maart 2021 10:00</c>, with its zone; another value as it stands.</summary>
    public static string Moment(string value, string? zone)
    {
        var isUtc = value.EndsWith('Z');
        var bare = value.TrimEnd('Z');
        var format = bare.Contains('T', StringComparison.Ordinal) ? "yyyyMMdd'T'HHmmss" : "yyyyMMdd";
        if (!DateTime.TryParseExact(bare, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
        {
            return value;
        }

        var time = format.Length > 8 ? moment.ToString(" HH:mm", CultureInfo.InvariantCulture) : "";
        var suffix = isUtc ? " UTC" : zone is null ? "" : $" ({zone})";
        return string.Create(CultureInfo.InvariantCulture, $"{moment.Day} {MailWords.Month(moment.Month)} {moment.Year}{time}{suffix}");
    }

    private static string Value(ContentLine line) => line.Name switch
    {
        "DTSTART" or "DTEND" or "DUE" => Moment(line.Value, line["TZID"]),
        "ORGANIZER" or "ATTENDEE" => Person(line),
        _ => line.Text,
    };

    private static string Person(ContentLine line)
    {
        var address = line.Value.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? line.Value[7..] : line.Value;
        var name = line["CN"] ?? "";
        return name.Length == 0 || name.Equals(address, StringComparison.OrdinalIgnoreCase) ? address : $"{name} <{address}>";
    }

    private static void Flush(ImmutableArray<Block>.Builder blocks, List<Field> shown, List<string> texts, List<Field> small)
    {
        if (shown.Count > 0)
        {
            blocks.Add(new FieldList([.. shown]));
        }

        foreach (var text in texts)
        {
            blocks.AddRange(BodyStructure.Find(PlainBody.Blocks(text), SenderName.Unknown));
        }

        if (small.Count > 0)
        {
            blocks.Add(new FieldList([.. small]) { Small = true });
        }

        shown.Clear();
        texts.Clear();
        small.Clear();
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
