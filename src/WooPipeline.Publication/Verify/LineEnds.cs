using System.Text.RegularExpressions;

namespace WooPipeline.Publication.Verification;

/// <summary>Words that were broken at the end of a line: without joining them, <c>wil-len</c> would count as the name Wil.</summary>
internal static partial class LineEnds
{
    /// <summary>The text with broken words joined.</summary>
    public static string Joined(string text) => Broken().Replace(text, "");

    [GeneratedRegex(@"(?<=\p{L})[-\u2010]\s*\n\s*(?=\p{Ll})")]
    private static partial Regex Broken();
}
