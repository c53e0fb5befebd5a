using System.Collections.Immutable;
using System.Globalization;

namespace WooPipeline.Privacy;

/// <summary>Persons who are public by role and whom everybody knows: cabinet, parliament, mayors; from <c>Data/public-persons.csv</c>.</summary>
internal static class PublicPersons
{
    public static ImmutableArray<(string Name, PublicRole Role)> All { get; } = Load();

    private static ImmutableArray<(string Name, PublicRole Role)> Load()
    {
        using var stream = typeof(PublicPersons).Assembly.GetManifestResourceStream("WooPipeline.Privacy.Data.public-persons.csv")
            ?? throw new InvalidOperationException("Data/public-persons.csv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var persons = ImmutableArray.CreateBuilder<(string, PublicRole)>();
        foreach (var (row, _) in CsvTable.Parse(reader.ReadToEnd()))
        {
            bool? female = row.GetValueOrDefault("m/v") switch { "v" => true, "m" => false, _ => null };
            persons.Add((row["naam"], new PublicRole(row["functie"], row["organisatie"], Day(row.GetValueOrDefault("van")), Day(row.GetValueOrDefault("tot")), female)));
        }

        return persons.ToImmutable();
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : int.TryParse(text, CultureInfo.InvariantCulture, out var year) ? new DateOnly(year, 1, 1) : null;
}
