using System.Collections.Frozen;

namespace WooPipeline.Parliament;

/// <summary>Tells English from Dutch by small words (<c>Data/taalwoorden.csv</c>), so that a screen reader speaks a quoted message rightly.</summary>
internal static class LanguageGuess
{
    private static readonly FrozenDictionary<string, string> Words =
        EmbeddedList.Rows("taalwoorden.csv").ToFrozenDictionary(r => r[1], r => r[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>True where a text has clearly more English than Dutch small words.</summary>
    public static bool IsEnglish(string text)
    {
        var known = text.Split([' ', '\n', '\t', ',', '.', ':', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => Words.GetValueOrDefault(w)).OfType<string>().ToList();
        var english = known.Count(l => l == "en");
        return english > 8 && english > 2 * (known.Count - english);
    }
}
