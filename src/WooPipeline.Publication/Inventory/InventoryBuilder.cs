using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace WooPipeline.Publication.Inventory;

/// <summary>
/// The inventory in the column order and within the bounds of the platform of the Dutch government (production report of
/// open.minvws.nl): dates as text, its own four judgements, ids of letters and digits.
/// </summary>
internal static class InventoryBuilder
{
    /// <summary>Longest display name in bytes of UTF-8; the platform's message says 1024, its code 500.</summary>
    public const int MaxNameBytes = 500;

    /// <summary>Longest remark in characters.</summary>
    public const int MaxRemark = 1000;

    /// <summary>The headings.</summary>
    public static ImmutableArray<string> Header { get; } = [.. DataTable.Read("inventory-columns.csv").Select(r => r[0])];

    /// <summary>A row for each document, by id.</summary>
    public static ImmutableArray<InventoryRow> Build(PackageInput input)
    {
        var documents = input.Documents.OrderBy(d => d.Id, StringComparer.Ordinal).ToArray();
        var known = documents.Select(d => d.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var families = Numbers(documents, d => d.FamilyId);
        var threads = Numbers(documents, d => d.ThreadId);
        var matter = Matter(input.Dossier);
        var cases = string.Join(";", input.Dossier.CaseNumbers.Select(CaseNumber).Where(c => c.Length > 0));
        return [.. documents.Select(d => new InventoryRow
        {
            Id = d.Id,
            Matter = matter,
            Family = Number(families, d.FamilyId),
            Thread = Number(threads, d.ThreadId),
            Document = Name(DisplayNames.Title(d)),
            FileType = DisplayNames.SourceType(d.Kind),
            Date = PackageDates.Iso(d.Date),
            Judgement = d.State.ToJudgement(),
            Suspended = d.Suspended ? "Ja" : "",
            Grounds = string.Join("; ", DocumentGrounds.Of(d)),
            Remark = Remark(d),
            Links = string.Join("|", d.Links.Where(IsAddress)),
            Related = string.Join(";", Related(d).Where(known.Contains)),
            CaseNumbers = cases,
        })];
    }

    /// <summary>The matter: letters, digits, <c>- . _ ~</c>, at least two of them.</summary>
    public static string Matter(PackageDossier dossier)
    {
        var cleaned = new string([.. dossier.Reference.Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' ? c : '-')]).Trim('-');
        return cleaned.Length >= 2 ? cleaned[..Math.Min(cleaned.Length, 255)] : "dossier";
    }

    /// <summary>True for an address that the platform takes: http(s), ASCII, no spaces, at most 2048.</summary>
    public static bool IsAddress(string link) =>
        link.Length is > 0 and <= 2048 && link.All(c => c is > ' ' and < '\u007F' and not '|')
        && Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    private static IEnumerable<string> Related(PackageDocument document) =>
        document.DuplicateOf is { } original ? document.Related.Prepend(original).Distinct(StringComparer.Ordinal) : document.Related;

    private static string Remark(PackageDocument document)
    {
        var text = document switch
        {
            { Remark.Length: > 0 } => document.Remark.ReplaceLineEndings(" ").Trim(),
            { State: DocumentState.Duplicate, DuplicateOf: { } original } => $"Dubbel van document {original}",
            { State: DocumentState.Quarantined } => "Nog niet beoordeeld: het bestand kon niet worden gelezen",
            _ => "",
        };

        // A remark that begins with an address is read as a list of links.
        text = text.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? "Zie " + text : text;
        return text.Length <= MaxRemark ? text : text[..(MaxRemark - 1)] + "…";
    }

    private static string Name(string title)
    {
        var line = title.ReplaceLineEndings(" ");
        if (Encoding.UTF8.GetByteCount(line) <= MaxNameBytes)
        {
            return line;
        }

        var kept = new StringBuilder();
        var bytes = 3; // the ellipsis
        foreach (var rune in line.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MaxNameBytes)
            {
                break;
            }

            kept.Append(rune);
        }

        return kept.Append('…').ToString();
    }

    private static string CaseNumber(string number) =>
        new([.. number.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '(' or ')' or ' ').Take(255)]);

    private static Dictionary<string, int> Numbers(PackageDocument[] documents, Func<PackageDocument, string?> key) => documents
        .Select(key).OfType<string>().Distinct(StringComparer.Ordinal)
        .Select((id, index) => (id, index)).ToDictionary(p => p.id, p => p.index + 1, StringComparer.Ordinal);

    private static string Number(Dictionary<string, int> numbers, string? key) =>
        key is null ? "" : numbers[key].ToString(CultureInfo.InvariantCulture);
}
