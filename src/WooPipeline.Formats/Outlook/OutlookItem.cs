using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>Items that are no mail: appointments, contacts, tasks, notes; their own fields come before the text.</summary>
internal static class OutlookItem
{
    private static readonly Guid Appointment = new("00062002-0000-0000-C000-000000000046");
    private static readonly Guid Task = new("00062003-0000-0000-C000-000000000046");
    private static readonly Guid Address = new("00062004-0000-0000-C000-000000000046");

    private static readonly ImmutableArray<(ushort Tag, string Label)> ContactTags =
    [
        (0x3A06, "Voornaam"), (0x3A11, "Achternaam"), (0x3A16, "Organisatie"), (0x3A17, "Functie"), (0x3A18, "Afdeling"),
        (0x3A08, "Telefoon werk"), (0x3A09, "Telefoon thuis"), (0x3A1C, "Mobiel"), (0x3A24, "Fax"), (0x3A15, "Adres"),
        (0x3A29, "Straat"), (0x3A2A, "Postcode"), (0x3A27, "Plaats"), (0x3A26, "Land"), (0x3A51, "Website"),
    ];

    /// <summary>What kind of document an item is.</summary>
    public static DocumentKind Kind(MapiProperties properties)
    {
        var type = properties.Text(MapiTag.MessageClass);
        return Is(type, "IPM.Contact") || Is(type, "IPM.DistList") ? DocumentKind.ContactCard
            : Is(type, "IPM.Appointment") || Is(type, "IPM.StickyNote") || Is(type, "IPM.Task") || Is(type, "IPM.Activity") ? DocumentKind.Note
            : DocumentKind.Email;
    }

    /// <summary>The item's own fields; empty for mail.</summary>
    public static IEnumerable<Block> Fields(MapiProperties p)
    {
        var type = p.Text(MapiTag.MessageClass);
        var fields = new List<Field>();
        if (Is(type, "IPM.Appointment") || Is(type, "IPM.Schedule.Meeting"))
        {
            Add(fields, "Waar", Text(p, Appointment, 0x8208), "Where");
            Add(fields, "Begin", Time(p, Appointment, 0x820D), "Start");
            Add(fields, "Einde", Time(p, Appointment, 0x820E), "End");
            Add(fields, "Deelnemers", Text(p, Appointment, 0x8238), "Attendees");
            Add(fields, "Optioneel", Text(p, Appointment, 0x823C), "Attendees");
            Add(fields, "Organisator", p.Text(MapiTag.SentRepresentingName), "Organizer");
        }
        else if (Is(type, "IPM.Task"))
        {
            Add(fields, "Begin", Time(p, Task, 0x8104), "Start");
            Add(fields, "Einde", Time(p, Task, 0x8105), "End");
            Add(fields, "Eigenaar", Text(p, Task, 0x811F), "Organizer");
        }
        else if (Is(type, "IPM.Contact"))
        {
            Add(fields, "Naam", p.Text(MapiTag.DisplayName), "Name");
            foreach (var (tag, label) in ContactTags)
            {
                Add(fields, label, p.Text(tag), label);
            }

            foreach (var id in (ReadOnlySpan<uint>)[0x8083, 0x8093, 0x80A3])
            {
                Add(fields, "E-mail", Text(p, Address, id), "Email");
            }

            Add(fields, "Werkadres", Text(p, Address, 0x801B), "Address");
        }

        return fields.Count > 0 ? [new FieldList([.. fields])] : [];
    }

    private static bool Is(string type, string start) => type.StartsWith(start, StringComparison.OrdinalIgnoreCase);

    private static string Text(MapiProperties p, Guid set, uint id) => p.TagOf(new MapiName(set, id)) is { } tag ? p.Text(tag) : "";

    private static string Time(MapiProperties p, Guid set, uint id) =>
        p.TagOf(new MapiName(set, id)) is { } tag && p.Time(tag) is { } time
            ? string.Create(CultureInfo.InvariantCulture, $"{time.Day} {MailWords.Month(time.Month)} {time.Year} {time:HH:mm} UTC") : "";

    private static void Add(List<Field> fields, string label, string value, string name)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            fields.Add(new Field(label, [new TextRun(string.Join(' ', value.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)))], name));
        }
    }
}
