using System.Collections.Frozen;
using CsvHelper;

namespace WooPipeline.Parliament;

/// <summary>The words that registers may hold, with what they mean; from <c>Data/waarden.csv</c>.</summary>
internal static class ValueWords
{
    private static readonly FrozenDictionary<(string List, string Word), string> Values = Load();

    /// <summary>The value a word stands for; false where the list doesn't have it.</summary>
    public static bool TryRead<T>(string list, string word, out T value)
        where T : struct, Enum
    {
        value = default;
        return Values.TryGetValue((list, word.Trim().ToLowerInvariant()), out var name) && Enum.TryParse(name, out value);
    }

    /// <summary>The words of a list, for messages; the empty one left out.</summary>
    public static string Choices(string list) =>
        string.Join(", ", Values.Keys.Where(k => k.List == list && k.Word.Length > 0).Select(k => k.Word).Order(StringComparer.Ordinal));

    private static FrozenDictionary<(string, string), string> Load()
    {
        using var stream = typeof(ValueWords).Assembly.GetManifestResourceStream("WooPipeline.Parliament.Data.waarden.csv")
            ?? throw new InvalidOperationException("waarden.csv is missing from the assembly.");
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ';' });
        var values = new Dictionary<(string, string), string>();
        while (csv.Read())
        {
            values.Add((csv.GetString(0), csv.GetString(1)), csv.GetString(2));
        }

        return values.ToFrozenDictionary();
    }
}
