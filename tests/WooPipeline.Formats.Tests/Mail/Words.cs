using System.Text.RegularExpressions;

namespace WooPipeline.Formats.Tests.Mail;

/// <summary>Words of a text, to see that none is lost.</summary>
internal static partial class Words
{
    public static List<string> Of(string text) => [.. Pattern().Matches(text).Select(m => m.Value)];

    /// <summary>The first word that does not follow in order; null where all do.</summary>
    public static string? FirstMissing(IEnumerable<string> expected, IReadOnlyList<string> actual)
    {
        var at = 0;
        foreach (var word in expected)
        {
            while (at < actual.Count && actual[at] != word)
            {
                at++;
            }

            if (at++ >= actual.Count)
            {
                return word;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\w+")]
    private static partial Regex Pattern();
}
