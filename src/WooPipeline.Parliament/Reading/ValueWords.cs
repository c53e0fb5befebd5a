using System.Collections.Frozen;

namespace WooPipeline.Parliament;

/// <summary>The words that registers may hold, with what they mean; from <c>Data/waarden.csv</c>.</summary>
internal static class ValueWords
{
    private static readonly FrozenDictionary<(string List, string Word), string> Values = Load();
    private static readonly FrozenDictionary<(string List, string Value), string> Words = FirstWords();

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

    /// <summary>The word that texts use for a value: the first of the list that has letters.</summary>
    public static string WordFor<T>(string list, T value)
        where T : struct, Enum => Words.GetValueOrDefault((list, value.ToString()), "");

    private static FrozenDictionary<(string List, string Value), string> FirstWords() => Rows()
        .Where(r => r.Word.Length > 0)
        .DistinctBy(r => (r.List, r.Value))
        .ToFrozenDictionary(r => (r.List, r.Value), r => r.Word);

    private static FrozenDictionary<(string List, string Word), string> Load() => Rows().ToFrozenDictionary(r => (r.List, r.Word), r => r.Value);

    private static IEnumerable<(string List, string Word, string Value)> Rows() => EmbeddedList.Rows("waarden.csv").Select(r => (r[0], r[1], r[2]));
}
