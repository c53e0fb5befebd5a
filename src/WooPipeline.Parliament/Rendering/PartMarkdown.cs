using System.Text.RegularExpressions;

namespace WooPipeline.Parliament;

/// <summary>Fits the Markdown of one text into a paper made of many: its headings go down, its notes get names of their own.</summary>
internal static partial class PartMarkdown
{
    /// <summary>The text with each heading a number of levels lower, and each note's name behind that of its text.</summary>
    public static string Fit(string markdown, string scope, int lower)
    {
        var lines = markdown.Trim('\n').Split('\n');
        string? fence = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (Fence().Match(lines[i]) is { Success: true } mark)
            {
                fence = fence is null ? mark.Groups[1].Value : mark.Groups[1].Value.StartsWith(fence, StringComparison.Ordinal) ? null : fence;
                continue;
            }

            if (fence is null)
            {
                lines[i] = Note().Replace(Heading().Replace(lines[i], m => Lowered(m, lower)), $"[^{scope}.$1]");
            }
        }

        return string.Join('\n', lines);
    }

    private static string Lowered(Match heading, int lower) => new string('#', Math.Min(6, heading.Length + lower));

    [GeneratedRegex(@"^ {0,3}(`{3,}|~{3,})", RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#{1,6}(?=[ \t])", RegexOptions.CultureInvariant)]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<!\\)\[\^([^\]\s]+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
