using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>The registers of a dossier that privacy needs, and what the product knows by itself.</summary>
public sealed class PrivacyRegisters
{
    /// <summary>Registers of a dossier that has none.</summary>
    public static PrivacyRegisters Empty { get; } = new([], [], [], [], []);

    private readonly FrozenSet<string> contactPoints;
    private readonly FrozenSet<string> mailboxes;

    private PrivacyRegisters(ImmutableArray<RegisterRow> staff, ImmutableArray<RegisterRow> publicPersons, ImmutableArray<RegisterRow> contacts, ImmutableArray<WordRow> always, ImmutableArray<WordRow> never)
    {
        Staff = staff;
        PublicPersons = publicPersons;
        Always = always;
        Never = never;
        var values = contacts.SelectMany(c => new[] { c.Name, c.Email, c.Function, c.Organisation }).Where(v => v.Length > 0).ToList();
        contactPoints = values.Select(Digits).Where(d => d.Length >= 4).ToFrozenSet(StringComparer.Ordinal);
        mailboxes = values.Where(v => v.Contains('@', StringComparison.Ordinal)).Select(v => Folding.Fold(v.AsSpan(0, v.IndexOf('@', StringComparison.Ordinal)))).ToFrozenSet(StringComparer.Ordinal);
        handles = values.Select(v => Folding.Fold(v.TrimStart('@')).Split('/').Last(p => p.Length > 0 || v.Length == 1)).ToFrozenSet(StringComparer.Ordinal);
    }

    private readonly FrozenSet<string> handles;

    /// <summary>Civil servants (<c>ambtenaren.csv</c>).</summary>
    public ImmutableArray<RegisterRow> Staff { get; }

    /// <summary>Persons who are public by role in this dossier (<c>publieke-personen.csv</c>).</summary>
    public ImmutableArray<RegisterRow> PublicPersons { get; }

    /// <summary>Words that always go (<c>altijd.csv</c>).</summary>
    public ImmutableArray<WordRow> Always { get; }

    /// <summary>Words that never go (<c>nooit.csv</c>).</summary>
    public ImmutableArray<WordRow> Never { get; }

    /// <summary>Reads the registers of a folder; files that are not there count as empty.</summary>
    public static PrivacyRegisters Load(string registersFolder)
    {
        if (!Directory.Exists(registersFolder))
        {
            return Empty;
        }

        return new PrivacyRegisters(
            Persons(registersFolder, "ambtenaren.csv"),
            Persons(registersFolder, "publieke-personen.csv"),
            Rows(registersFolder, "contactpunten.csv", (row, source) => new RegisterRow(
                Value(row, "telefoon", "nummer", "tel"), Value(row, "email", "e-mail", "mail", "adres"), Value(row, "link", "account", "handle", "url"), Value(row, "naam", "contactpunt", "omschrijving"), source)),
            Rows(registersFolder, "altijd.csv", Words),
            Rows(registersFolder, "nooit.csv", Words));
    }

    /// <summary>True where digits are a published number of the dossier's register.</summary>
    internal bool IsContactPoint(string digits) => contactPoints.Count > 0 && contactPoints.Contains(Digits(digits));

    internal bool IsFunctionalMailbox(string local) => mailboxes.Contains(local);

    /// <summary>True where a handle or the path of a profile belongs to an organisation.</summary>
    internal bool IsOrganisationHandle(string handle)
    {
        var folded = Folding.Fold(handle.Trim('/', '@'));
        var first = folded.Split('/', '?')[0].TrimStart('@');
        if (handles.Contains(first))
        {
            return true;
        }

        var plain = first.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
        return OrganisationHandles.IsOrganisation(plain) && !folded.Contains('/', StringComparison.Ordinal);
    }

    internal static string Digits(string value)
    {
        var digits = new string([.. value.Where(char.IsAsciiDigit)]);
        return digits.StartsWith("0031", StringComparison.Ordinal) ? "0" + digits[4..] : digits.Length == 11 && digits.StartsWith("31", StringComparison.Ordinal) ? "0" + digits[2..] : digits;
    }

    private static ImmutableArray<RegisterRow> Persons(string folder, string file) => Rows(folder, file, (row, source) => new RegisterRow(
        Value(row, "naam", "name"), Value(row, "email", "e-mail", "mail"), Value(row, "functie", "rol", "function"), Value(row, "onderdeel", "organisatie", "directie", "organisation"), source));

    private static WordRow Words(Dictionary<string, string> row, string source) =>
        new(Value(row, "tekst", "woord", "text"), Value(row, "label"), Value(row, "grond", "ground"), source);

    private static ImmutableArray<T> Rows<T>(string folder, string file, Func<Dictionary<string, string>, string, T> make)
    {
        var path = Path.Combine(folder, file);
        return File.Exists(path) ? [.. CsvTable.Read(path).Select(r => make(r.Row, $"registers/{file}:{r.Line}"))] : [];
    }

    private static string Value(Dictionary<string, string> row, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (row.TryGetValue(name, out var value))
            {
                return value.Trim();
            }
        }

        return "";
    }
}
