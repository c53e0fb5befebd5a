using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace WooPipeline.Publication.Tests;

/// <summary>What the platform makes of one row.</summary>
internal sealed record PlatformRow(string Id, string Name, string Judgement, IReadOnlyList<string> Grounds, DateOnly? Date, string Matter, string SourceType, bool Suspended, string Remark, IReadOnlyList<string> Links, IReadOnlyList<string> Related, int? Family, int? Thread, IReadOnlyList<string> Cases);

/// <summary>
/// The platform's reading rules once more, written from its description and apart from the code under test: columns by heading, silent
/// defaults, dates by six formats with roll-over, files matched by the letters and digits at the start of their names.
/// </summary>
internal static class PlatformReader
{
    private static readonly Dictionary<string, string[]> Headings = new()
    {
        ["id"] = ["id"],
        ["document"] = ["document", "document id", "documentnr", "document nr", "documentnr.", "document nr.", "nr.", "omschrijving", "name"],
        ["judgement"] = ["beoordeling", "openbaarmaking"],
        ["ground"] = ["beoordelingsgrond", "grond", "tagmulti006", "beoordelingsgrond (; gescheiden)", "code entries"],
        ["date"] = ["date", "datum", "datum (utc)"],
        ["matter"] = ["matter", "matter / marjoleinnummer"],
        ["context"] = ["publicatiecontext", "publicationcontext", "publication context", "publication_context"],
        ["family"] = ["family", "familie", "family id"],
        ["thread"] = ["thread id", "email thread id", "email thread"],
        ["type"] = ["file type", "filetype"],
        ["suspended"] = ["opgeschort", "suspended", "tag015"],
        ["remark"] = ["toelichting", "opmerking"],
        ["link"] = ["publiekelinktag", "publieke link", "publiekelink", "publicatielink", "publicatie link", "publiekelink ( | gescheiden)"],
        ["related"] = ["gerelateerd id"],
        ["case"] = ["zaaknr", "casenr", "zaak", "case", "zaaknummer"],
    };

    private static readonly string[] Types = ["pdf", "doc", "image", "presentation", "spreadsheet", "email", "html", "note", "database", "xml", "video", "vcard", "chat", "audio", "multiple", "unknown"];

    /// <summary>Reads a list; throws with the platform's complaint where it would refuse a row.</summary>
    public static IReadOnlyList<PlatformRow> Read(IReadOnlyList<IReadOnlyList<string>> table)
    {
        var header = table[0].Select(h => h.Trim().ToLowerInvariant().TrimStart("0123456789".ToCharArray()).Trim()).ToList();
        int Column(string field) => header.FindIndex(h => Headings[field].Contains(h));
        foreach (var required in new[] { "id", "document", "judgement", "ground" })
        {
            Refuse(Column(required) < 0, $"mist de kolom {required}");
        }

        var rows = new List<PlatformRow>();
        foreach (var cells in table.Skip(1).Where(r => r.Any(c => c.Length > 0)))
        {
            rows.Add(Row(field => Column(field) is >= 0 and var c && c < cells.Count ? cells[c] : ""));
            Refuse(rows.Take(rows.Count - 1).Any(r => r.Id == rows[^1].Id), "documentnummer niet uniek");
        }

        foreach (var related in rows.SelectMany(r => r.Related))
        {
            Refuse(!rows.Any(r => string.Equals(r.Id, related, StringComparison.OrdinalIgnoreCase)), $"Gerelateerd ID {related} is niet bekend");
        }

        return rows;
    }

    /// <summary>The id that a file of the zip is matched to; null where none.</summary>
    public static string? IdOfFile(string name) => Regex.Match(Path.GetFileName(name), "^([a-zA-Z0-9]+)") is { Success: true } m ? m.Value.ToLowerInvariant() : null;

    /// <summary>The date that PHP makes of a text: first format that fits, out-of-range months and days roll over.</summary>
    public static DateOnly? Date(string text)
    {
        (string Pattern, string Order)[] formats =
        [
            (@"^(\d{1,4})-(\d{1,2})-(\d{1,2})$", "ymd"), (@"^(\d{1,2})-(\d{1,2})-(\d{1,4})$", "dmy"), (@"^(\d{1,4})/(\d{1,2})/(\d{1,2})$", "ymd"),
            (@"^(\d{1,2})/(\d{1,2})/(\d{1,4})$", "dmy"), (@"^(\d{1,2})/(\d{1,2})/(\d{1,4}) \d{1,2}:\d\d$", "dmy"), (@"^(\d{1,2})/(\d{1,2})/(\d{1,4}) \d{1,2}:\d\d [AaPp][Mm] [A-Z]+$", "mdy"),
        ];
        foreach (var (pattern, order) in formats)
        {
            if (Regex.Match(text, pattern) is { Success: true } match)
            {
                int Part(char letter) => int.Parse(match.Groups[order.IndexOf(letter, StringComparison.Ordinal) + 1].Value, CultureInfo.InvariantCulture);
                return new DateOnly(Part('y'), 1, 1).AddMonths(Part('m') - 1).AddDays(Part('d') - 1);
            }
        }

        return null;
    }

    /// <summary>The cells of an xlsx whose every cell is text; a number is given as it is stored.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Xlsx(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        XNamespace s = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        XDocument? Load(string name)
        {
            using var stream = zip.GetEntry(name)?.Open();
            return stream is null ? null : XDocument.Load(stream);
        }

        var strings = Load("xl/sharedStrings.xml")?.Descendants(s + "si").Select(i => string.Concat(i.Descendants(s + "t").Select(t => t.Value))).ToArray() ?? [];
        return [.. Load("xl/worksheets/sheet1.xml")!.Descendants(s + "row").Select(r =>
        {
            var cells = new List<string>();
            foreach (var c in r.Elements(s + "c"))
            {
                var letters = new string([.. c.Attribute("r")!.Value.TakeWhile(char.IsLetter)]);
                var column = letters.Aggregate(0, (sum, l) => (sum * 26) + l - 'A' + 1) - 1;
                cells.AddRange(Enumerable.Repeat("", column - cells.Count));
                cells.Add(c.Attribute("t")?.Value switch
                {
                    "s" => strings[int.Parse(c.Element(s + "v")!.Value, CultureInfo.InvariantCulture)],
                    "inlineStr" => string.Concat(c.Descendants(s + "t").Select(t => t.Value)),
                    _ => c.Element(s + "v")?.Value ?? "",
                });
            }

            return (IReadOnlyList<string>)cells;
        })];
    }

    /// <summary>True where no cell of the first sheet is a number or a formula, so that no cell format can change it.</summary>
    public static bool IsAllText(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        using var reader = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = reader.ReadToEnd();
        return !xml.Contains("<f>", StringComparison.Ordinal) && !Regex.IsMatch(xml, "<c (?![^>]*t=\"(?:s|inlineStr)\")[^>]*><v>");
    }

    private static PlatformRow Row(Func<string, string> cell)
    {
        var id = cell("id");
        Refuse(id.Length is 0 or > 170 || !Regex.IsMatch(id, @"^[a-zA-Z0-9.\-]*$"), "ongeldig documentnummer");
        Refuse(Encoding.UTF8.GetByteCount(cell("document")) > 500, "te lange bestandsnaam");
        Refuse(cell("matter").Length > 0 == cell("context").Length > 0, "matter of publicatiecontext");
        Refuse(!Regex.IsMatch(cell("matter"), "^[A-Za-z0-9\\-._~]{0,255}$"), "matter met incorrecte karakters");
        Refuse(cell("remark").Length > 1000, "te lange toelichting");
        var date = cell("date").Length == 0 ? null : Date(cell("date"));
        Refuse(cell("date").Length > 0 && date is null, "ongeldige datum");
        var asLinks = cell("link").Length == 0 && cell("remark").StartsWith("http", StringComparison.Ordinal);
        var links = Split(asLinks ? cell("remark") : cell("link"), "|");
        Refuse(links.Any(l => l.Length > 2048 || !Regex.IsMatch(l, "^https?://[!-~]+$")), "ongeldige URL");
        var cases = Split(cell("case"), ";,");
        Refuse(cases.Any(c => !Regex.IsMatch(c, @"^[a-zA-Z0-9\-.;\(\) ]{1,255}$")), "ongeldige zaaknummers");
        return new PlatformRow(id.ToLowerInvariant(), cell("document"), Judgement(cell("judgement")), [.. Split(cell("ground"), ";").Select(Ground)], date, cell("matter"),
            Types.Contains(cell("type").ToLowerInvariant()) ? cell("type").ToLowerInvariant() : "unknown",
            new[] { "true", "ja", "yes", "1", "y", "j" }.Contains(cell("suspended").ToLowerInvariant()), asLinks ? "" : cell("remark"), links,
            Split(cell("related"), ";"), Whole(cell("family")), Whole(cell("thread")), cases);
    }

    private static string Judgement(string text) => text.Trim().ToLowerInvariant() switch
    {
        "openbaar" => "public",
        "deels openbaar" => "partial_public",
        "reeds openbaar" => "already_public",
        _ => "not_public",
    };

    private static string Ground(string code) => Regex.IsMatch(code, @"^(5\.1\.[12]|10\.[12])\.[a-i]$") ? code.Remove(code.Length - 2, 1) : code;

    private static int? Whole(string text)
    {
        Refuse(text.Length > 0 && (!int.TryParse(text, out var value) || value < 1), "ongeldige family of thread id");
        return text.Length == 0 ? null : int.Parse(text, CultureInfo.InvariantCulture);
    }

    private static string[] Split(string text, string separators) =>
        text.Split(separators.ToCharArray(), StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void Refuse(bool condition, string complaint)
    {
        if (condition)
        {
            throw new FormatException(complaint);
        }
    }
}
