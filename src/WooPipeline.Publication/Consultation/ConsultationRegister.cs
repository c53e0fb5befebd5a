using System.Collections.Immutable;
using System.Globalization;

namespace WooPipeline.Publication;

/// <summary>
/// Reads <c>registers/zienswijzen.csv</c>: <c>id;partij;stand;termijn;reden;termen</c>. The state (stand) is <c>open</c>, <c>akkoord</c>,
/// <c>bezwaar</c> or <c>geen antwoord</c>; the reason (reden) is why the decision doesn't wait for an open one; the terms (termen, parted
/// by <c>|</c>) are the names by which documents call the party.
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
        return [.. RegisterFile.Read(Path.Combine(dossierFolder, "registers", "zienswijzen.csv")).Select(Read)];
    }

    /// <summary>The register's word for a state.</summary>
    internal static string Words(ConsultationState state) => States.First(s => s.Value == state).Key;

    private static Consultation Read(RegisterLine line)
    {
        var id = line["id"];
        if (id.Length == 0 || !id.All(char.IsAsciiLetterOrDigit))
        {
            throw Wrong(line.Row, "het id mag alleen uit letters en cijfers bestaan");
        }

        if (!States.TryGetValue(line["stand"], out var state))
        {
            throw Wrong(line.Row, "de stand moet open, akkoord, bezwaar of geen antwoord zijn");
        }

        DateOnly? term = line["termijn"].Length == 0 ? null
            : DateOnly.TryParseExact(line["termijn"], ["yyyy-MM-dd", "d-M-yyyy", "dd-MM-yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw Wrong(line.Row, "de termijn moet een datum zijn, zoals 2023-11-22");
        return new Consultation(id, line["partij"], state) { Term = term, ReasonWhileOpen = line["reden"], Terms = [.. line.List("termen")] };
    }

    private static PackageException Wrong(int row, string what) => new($"registers/zienswijzen.csv, rij {row}: {what}.");
}
