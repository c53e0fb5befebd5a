using System.Collections.Immutable;
using CsvHelper;

namespace WooPipeline.Parliament;

/// <summary>Reads a list that comes with the program, from <c>Data/</c>.</summary>
internal static class EmbeddedList
{
    /// <summary>The rows of a list without its heading.</summary>
    public static ImmutableArray<ImmutableArray<string>> Rows(string file)
    {
        using var stream = typeof(EmbeddedList).Assembly.GetManifestResourceStream($"WooPipeline.Parliament.Data.{file}")
            ?? throw new InvalidOperationException($"{file} is missing from the assembly.");
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ';' });
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return rows.ToImmutable();
    }
}
