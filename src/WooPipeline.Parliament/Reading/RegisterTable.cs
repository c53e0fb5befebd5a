using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;

namespace WooPipeline.Parliament;

/// <summary>
/// A register: CSV with a header row, <c>;</c> or <c>,</c> between cells, UTF-8 or Windows-1252. Headings are compared without
/// regard to capitals, spaces and underscores. A column that the register doesn't know is a warning, so that a typing mistake shows;
/// a required column that is absent is an error.
/// </summary>
internal sealed class RegisterTable
{
    private const int MaxRows = 200_000;

    private RegisterTable(ImmutableArray<RegisterRow> rows) => Rows = rows;

    public ImmutableArray<RegisterRow> Rows { get; }

    /// <summary>The rows of a register, with what persons took from proposals; none where the dossier has neither.</summary>
    /// <param name="folder">The dossier.</param>
    /// <param name="relative">The register's path in it.</param>
    /// <param name="columns">Its columns; those that end in <c>!</c> must be there.</param>
    /// <param name="problems">Where problems go.</param>
    public static RegisterTable Load(string folder, string relative, IReadOnlyList<string> columns, ProblemList problems)
    {
        var table = File.Exists(Path.Combine(folder, relative)) && DossierFile.Read(folder, relative, problems) is { } text
            ? Parse(text, relative, columns, problems)
            : new RegisterTable([]);
        return columns.FirstOrDefault(c => c.EndsWith('!')) is { } key
            ? new RegisterTable(TakenProposals.Apply(table.Rows, folder, relative, key.TrimEnd('!'), problems)) : table;
    }

    public static RegisterTable Parse(string text, string relative, IReadOnlyList<string> columns, ProblemList problems)
    {
        var place = new Provenance(relative);
        var options = new CsvReaderOptions
        {
            Separator = Delimiter(text),
            HasHeader = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            OnMalformedRecord = record => problems.Warn(
                "register-aanhalingsteken",
                new Provenance(relative, string.Create(CultureInfo.InvariantCulture, $"rij {record.LineNumber}")),
                "De rij heeft een los aanhalingsteken. Zet de hele cel tussen aanhalingstekens en verdubbel het teken daarin."),
        };
        using var csv = CsvReader.Create(new StringReader(text), options);
        if (!csv.Read())
        {
            return new RegisterTable([]);
        }

        var header = Cells(csv).Select(Normalise).ToImmutableArray();
        if (!HeaderFits(header, columns, place, problems))
        {
            return new RegisterTable([]);
        }

        var rows = ImmutableArray.CreateBuilder<RegisterRow>();
        while (csv.Read() && rows.Count < MaxRows)
        {
            AddRow(csv, header, relative, problems, rows);
        }

        return new RegisterTable(rows.ToImmutable());
    }

    private static ImmutableArray<string> Cells(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];

    private static void AddRow(CsvReader csv, ImmutableArray<string> header, string relative, ProblemList problems, ImmutableArray<RegisterRow>.Builder rows)
    {
        var cells = Cells(csv);
        var source = new Provenance(relative, string.Create(CultureInfo.InvariantCulture, $"rij {csv.LineNumber}"));
        if (cells.All(string.IsNullOrWhiteSpace))
        {
            return;
        }

        if (cells.Length > header.Length && cells.Skip(header.Length).Any(c => c.Length > 0))
        {
            problems.Error("register-cellen", source, $"De rij heeft {cells.Length} cellen en de kopregel {header.Length}. Zet een cel met een scheidingsteken erin tussen aanhalingstekens.");
        }

        var values = header.Zip(cells).Where(p => p.First.Length > 0).DistinctBy(p => p.First).ToImmutableDictionary(p => p.First, p => p.Second.Trim());
        rows.Add(new RegisterRow(values, source, problems));
    }

    private static bool HeaderFits(ImmutableArray<string> header, IReadOnlyList<string> columns, Provenance place, ProblemList problems)
    {
        var known = columns.Select(c => c.TrimEnd('!')).ToList();
        foreach (var unknown in header.Where(h => h.Length > 0 && !known.Contains(h)))
        {
            problems.Warn("register-kolom", place, $"De kolom '{unknown}' is onbekend en wordt niet gebruikt. Bekend zijn: {string.Join(", ", known)}.");
        }

        var missing = columns.Where(c => c.EndsWith('!')).Select(c => c.TrimEnd('!')).Where(c => !header.Contains(c)).ToList();
        if (missing.Count > 0)
        {
            problems.Error("register-kolom", place, $"Deze kolommen ontbreken: {string.Join(", ", missing)}. Voeg ze toe aan de eerste regel.");
        }

        return missing.Count == 0;
    }

    private static char Delimiter(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        return first.Count(c => c == ';') >= first.Count(c => c == ',') ? ';' : ',';
    }

    private static string Normalise(string heading) => heading.Trim().ToLowerInvariant().Replace(' ', '_');
}
