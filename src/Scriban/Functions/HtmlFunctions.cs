using System.Net;
using System.Text;
using Scriban.Runtime;

namespace Scriban.Functions;

/// <summary>The functions of the object <c>html</c>.</summary>
public class HtmlFunctions : ScriptObject
{
    private const string UrlCharacters = ";/?:@&=+$,#[]!'()*-._~";

    /// <summary>Escapes text for HTML.</summary>
    public static string? Escape(string? text) => text is null ? null : WebUtility.HtmlEncode(text);

    /// <summary>Puts <c>&lt;br /&gt;</c> before each end of a line.</summary>
    public static string? NewlineToBr(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r' || (c == '\n' && (i == 0 || text[i - 1] != '\r')))
            {
                result.Append("<br />");
            }

            result.Append(c);
        }

        return result.ToString();
    }

    /// <summary>Takes the tags, comments, scripts and styles out of HTML.</summary>
    public static string? Strip(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var unclosed = new HashSet<string>(StringComparer.Ordinal);
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('<', at);
            var end = open < 0 ? -1 : EndOfTag(text, open, unclosed);
            if (end < 0)
            {
                // What isn't closed is text.
                return result.Append(text, at, text.Length - at).ToString();
            }

            result.Append(text, at, open - at);
            at = end;
        }

        return result.ToString();
    }

    /// <summary>Escapes text for a part of a URL.</summary>
    public static string? UrlEncode(string? text) => text is null ? null : Uri.EscapeDataString(text);

    /// <summary>Escapes what may not stand in a URL, and leaves what has a meaning there.</summary>
    public static string? UrlEscape(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || UrlCharacters.Contains((char)rune.Value, StringComparison.Ordinal)))
            {
                result.Append((char)rune.Value);
            }
            else
            {
                result.Append(Uri.EscapeDataString(rune.ToString()));
            }
        }

        return result.ToString();
    }

    /// <summary>The offset behind a tag, or -1 where it isn't closed.</summary>
    /// <param name="text">The HTML.</param>
    /// <param name="open">The offset of the tag.</param>
    /// <param name="unclosed">Elements known not to be closed from here on, so they aren't looked for again and again.</param>
    private static int EndOfTag(string text, int open, HashSet<string> unclosed)
    {
        if (StartsWith(text, open, "<!--"))
        {
            return EndOf(text, "-->", open + 4);
        }

        foreach (var name in (ReadOnlySpan<string>)["script", "style"])
        {
            if (StartsWith(text, open + 1, name) && !unclosed.Contains(name))
            {
                var close = EndOf(text, $"</{name}>", open);
                if (close >= 0)
                {
                    return close;
                }

                unclosed.Add(name);
            }
        }

        var quote = '\0';
        for (var i = open + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c == '>')
            {
                return i + 1;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
        }

        return EndOf(text, ">", open);
    }

    private static bool StartsWith(string text, int at, string value) => string.Compare(text, at, value, 0, value.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static int EndOf(string text, string value, int from)
    {
        var at = text.IndexOf(value, from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? -1 : at + value.Length;
    }
}
