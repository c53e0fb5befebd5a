using System.Text.RegularExpressions;

namespace WooPipeline.EndToEnd.Seeds;

/// <summary>How far two texts are the same words in the same order: twice the longest common sequence over the number of words.</summary>
internal static partial class WordSimilarity
{
    /// <summary>The words of a text, without bullets, ground codes and the numbers of notes.</summary>
    public static List<string> Words(string text) =>
    [
        .. Blank().Split(GroundCode().Replace(text, " "))
            .Select(w => NoteNumber().Replace(w, "$1"))
            .Where(w => w.Length > 0 && w is not ("•" or "o" or "–" or "▪" or "-" or "|")),
    ];

    /// <summary>From 0 to 1.</summary>
    public static double Of(IReadOnlyList<string> a, IReadOnlyList<string> b) =>
        a.Count + b.Count == 0 ? 1 : 2.0 * Common(a, b) / (a.Count + b.Count);

    private static int Common(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var above = new int[b.Count + 1];
        foreach (var word in a)
        {
            var row = new int[b.Count + 1];
            for (var j = 0; j < b.Count; j++)
            {
                row[j + 1] = word == b[j] ? above[j] + 1 : Math.Max(above[j + 1], row[j]);
            }

            above = row;
        }

        return above[^1];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex(@"\[?5\.[12]\.\d[a-z]?\]?")]
    private static partial Regex GroundCode();

    [GeneratedRegex(@"^(.*[A-Za-z]\.)\d$|^\d$")]
    private static partial Regex NoteNumber();
}
