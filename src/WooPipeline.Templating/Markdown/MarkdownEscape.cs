using System.Globalization;
using System.Text;

namespace WooPipeline.Templating;

/// <summary>
/// Writes a value so that Markdown reads it back as that value: no character of a register or a mail becomes markup
/// (CommonMark 0.31 §2.4 backslash escapes, §2.5 entities).
/// </summary>
public static class MarkdownEscape
{
    private const string Always = "\\`*_{}[]<>&|~^#$";

    /// <summary>The escaped value. A line end becomes an entity, which <see cref="MarkdownTree"/> reads as a forced line.</summary>
    public static string Of(string value)
    {
        var escaped = new StringBuilder(value.Length + 8);
        var text = value.ReplaceLineEndings("\n");
        for (var i = 0; i < text.Length; i++)
        {
            AppendEscaped(escaped, text, i);
        }

        return escaped.ToString();
    }

    private static void AppendEscaped(StringBuilder escaped, string text, int i)
    {
        var c = text[i];
        if (c is '\n' or '\t' || (c == ' ' && IsEdge(text, i)) || (char.IsControl(c) && c != '\0'))
        {
            escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
        }
        else if (c == '\0')
        {
            escaped.Append('\uFFFD');
        }
        else if (Always.Contains(c, StringComparison.Ordinal) || IsDoubled(text, i) || StartsBlock(text, i))
        {
            escaped.Append('\\').Append(c);
        }
        else
        {
            escaped.Append(c);
        }
    }

    // Spaces at an edge would be trimmed, a second space collapses into a forced line at a line's end.
    private static bool IsEdge(string text, int i) => i == 0 || i == text.Length - 1 || text[i - 1] is ' ' or '\n' || text[i + 1] == '\n';

    private static bool IsDoubled(string text, int i) =>
        text[i] is '+' or '=' or ':' && ((i > 0 && text[i - 1] == text[i]) || (i + 1 < text.Length && text[i + 1] == text[i]));

    // A value may stand at the head of a line, where these begin a list, a heading rule, a definition or a container.
    private static bool StartsBlock(string text, int i) => text[i] switch
    {
        '-' or '+' or '=' or ':' => i == 0,
        '.' or ')' => i is > 0 and < 10 && (i + 1 == text.Length || text[i + 1] is ' ' or '\n' or '\t') && text.AsSpan(0, i).IndexOfAnyExceptInRange('0', '9') < 0,
        _ => false,
    };
}
