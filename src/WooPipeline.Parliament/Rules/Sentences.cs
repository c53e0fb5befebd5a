using System.Text.RegularExpressions;

namespace WooPipeline.Parliament;

/// <summary>Cuts a text into sentences, as far as rules need: at a closing mark with a space behind it, and at line ends.</summary>
internal static partial class Sentences
{
    public static IEnumerable<string> Of(string text) => End().Split(text).Where(s => s.Length > 0);

    [GeneratedRegex(@"(?<=[.!?])\s+|\n", RegexOptions.CultureInvariant)]
    private static partial Regex End();
}
