using System.Text.RegularExpressions;

namespace WooPipeline.Formats.Sheet;

/// <summary>Printed headers and footers of sheets (§18.3.1.46).</summary>
internal static partial class PageText
{
    /// <summary>The text without codes: what stands left, in the middle and right, with a space between.</summary>
    public static string Shown(string codes) => Spaces().Replace(Code().Replace(codes.Replace('\n', ' '), m => m.Value == "&&" ? "&" : " "), " ").Trim();

    [GeneratedRegex("""&&|&"[^"]*"|&K[0-9A-Fa-f+\-]{6}|&\d+|&[A-Za-z+\-]""", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
