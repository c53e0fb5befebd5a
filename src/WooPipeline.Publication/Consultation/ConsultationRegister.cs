using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;

namespace WooPipeline.Publication;

/// <summary>
/// Reads <c>registers/zienswijzen.csv</c>: <c>id;partij;stand;termijn;reden</c>. The state (stand) is <c>open</c>, <c>akkoord</c>,
/// <c>bezwaar</c> or <c>geen antwoord</c>; the reason (reden) is why the decision doesn't wait for an open one.
/// </summary>
public static class ConsultationRegister
{
    private static readonly Dictionary<string, ConsultationState> States = new(StringComparer.OrdinalIgnoreCase)
    {
        ["open"] = ConsultationState.Open,
        ["akkoord"] = ConsultationState.Agreed,
        ["bezwaar"] = ConsultationState.Objects,
        ["geen antwoord"] = ConsultationState.NoAnswer,
    };

    /// <summary>The consultations of a dossier's folder; none where there is no register.</summary>
    /// <exception cref="PackageException">A row can't be used; says which and what to write.</exception>
    public static ImmutableArray<Consultation> Load(string dossierFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(dossierFolder);
        var path = Path.Combine(dossierFolder, "registers", "zienswijzen.csv");
        if (!File.Exists(path))
        {
            return [];
        }

        var text = File.ReadAllText(path, Encoding.UTF8);
        var options = new CsvReaderOptions { Separator = text.Split('\n')[0].Contains(';', StringComparison.Ordinal) ? ';' : ',', HasHeader = false, FieldCountMismatch = CsvFieldCountHandling.Allow };
        using var reader = CsvReader.FromText(text, options);
        var result = ImmutableArray.CreateBuilder<Consultation>();
        var line = 0;
        foreach (var row in reader)
        {
            if (++line > 1)
            {
                result.Add(Read(row.ToArray(), line));
            }
        }

        return result.ToImmutable();
    }

    private static Consultation Read(string[] cells, int row)
    {
        string Cell(int index) => index < cells.Length ? cells[index].Trim() : "";
        if (Cell(0).Length == 0 || !Cell(0).All(char.IsAsciiLetterOrDigit))
        {
            throw Wrong(row, "het id mag alleen uit letters en cijfers bestaan");
        }

        if (!States.TryGetValue(Cell(2), out var state))
        {
            throw Wrong(row, "de stand moet open, akkoord, bezwaar of geen antwoord zijn");
        }

        DateOnly? term = Cell(3).Length == 0 ? null
            : DateOnly.TryParseExact(Cell(3), ["yyyy-MM-dd", "d-M-yyyy", "dd-MM-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw Wrong(row, "de termijn moet een datum zijn, zoals 2023-11-22");
        return new Consultation(Cell(0), Cell(1), state) { Term = term, ReasonWhileOpen = Cell(4) };
    }

    private static PackageException Wrong(int row, string what) => new($"registers/zienswijzen.csv, rij {row}: {what}.");
}
