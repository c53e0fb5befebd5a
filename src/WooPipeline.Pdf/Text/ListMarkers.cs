using System.Text.RegularExpressions;

namespace WooPipeline.Pdf.Text;

/// <summary>Bullets and numbers that begin an item of a list.</summary>
internal static partial class ListMarkers
{
    /// <summary>True where the first word is a marker and more follows.</summary>
    public static bool Starts(PageContent content, List<TextWord> words) =>
        words.Count > 1 && words[0].Glyphs.Count <= 5 && Marker().IsMatch(string.Concat(words[0].Glyphs.Select(g => content.GlyphSpan[g].Text)));

    [GeneratedRegex(@"^(?:[•▪◦‣●○■□–—\-\uF0B7*]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[ivx]{1,4}[.)])$")]
    private static partial Regex Marker();
}
