using System.Globalization;
using System.Text;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The functions of the object <c>string</c>. Most take null for an empty text.</summary>
public partial class StringFunctions : ScriptObject
{
    private const string DefaultEllipsis = "...";

    /// <summary>A text with its special characters written as escapes.</summary>
    public static string? Escape(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var result = new StringBuilder(text.Length + 2);
        foreach (var c in text)
        {
            switch (c)
            {
                case '"':
                    result.Append("\\\"");
                    break;
                case '\\':
                    result.Append("\\\\");
                    break;
                case '\n':
                    result.Append("\\n");
                    break;
                case '\r':
                    result.Append("\\r");
                    break;
                case '\t':
                    result.Append("\\t");
                    break;
                case '\b':
                    result.Append("\\b");
                    break;
                case '\f':
                    result.Append("\\f");
                    break;
                default:
                    result.Append(char.IsControl(c) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}") : c.ToString());
                    break;
            }
        }

        return result.ToString();
    }

    /// <summary>Two texts, one behind the other.</summary>
    public static string Append(TemplateContext context, SourceSpan span, string? text, string? with) => Joined(context, span, text, with);

    /// <summary>Two texts, the second before the first.</summary>
    public static string Prepend(TemplateContext context, SourceSpan span, string? text, string? by) => Joined(context, span, by, text);

    /// <summary>A text with its first character in upper case.</summary>
    public static string Capitalize(string? text) =>
        string.IsNullOrEmpty(text) ? "" : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A text with the first character of each word in upper case.</summary>
    public static string Capitalizewords(string? text)
    {
        var result = new StringBuilder(text);
        for (var i = 0; i < result.Length; i++)
        {
            if (i == 0 || char.IsWhiteSpace(result[i - 1]))
            {
                result[i] = char.ToUpperInvariant(result[i]);
            }
        }

        return result.ToString();
    }

    /// <summary>Whether a text is in another.</summary>
    public static bool Contains(string? text, string? value) => text is not null && value is not null && text.Contains(value, StringComparison.Ordinal);

    /// <summary>Whether a text is empty or null.</summary>
    public static bool Empty(string? text) => string.IsNullOrEmpty(text);

    /// <summary>Whether a text is null or holds only white space.</summary>
    public static bool Whitespace(string? text) => string.IsNullOrWhiteSpace(text);

    /// <summary>A text in lower case.</summary>
    public static string? Downcase(string? text) => text?.ToLowerInvariant();

    /// <summary>A text in upper case.</summary>
    public static string? Upcase(string? text) => text?.ToUpperInvariant();

    /// <summary>Whether a text ends with another.</summary>
    public static bool EndsWith(string? text, string? value) => text is not null && value is not null && text.EndsWith(value, StringComparison.Ordinal);

    /// <summary>Whether a text starts with another.</summary>
    public static bool StartsWith(string? text, string? value) => text is not null && value is not null && text.StartsWith(value, StringComparison.Ordinal);

    /// <summary>Whether two texts are the same but for case.</summary>
    public static bool EqualsIgnoreCase(string? text, string? value) => string.Equals(text, value, StringComparison.OrdinalIgnoreCase);

    /// <summary>A text as a handle for a URL: letters and digits in lower case, hyphens for the rest.</summary>
    public static string Handleize(string? text)
    {
        var result = new StringBuilder();
        foreach (var c in text ?? "")
        {
            if (char.IsLetterOrDigit(c))
            {
                result.Append(char.ToLowerInvariant(c));
            }
            else if (result.Length > 0 && result[^1] != '-')
            {
                result.Append('-');
            }
        }

        return result.ToString().TrimEnd('-');
    }

    /// <summary>A text as a literal of the language.</summary>
    public static string? Literal(string? text) => text is null ? null : $"\"{Escape(text)}\"";

    /// <summary>A text without white space before it.</summary>
    public static string? Lstrip(string? text) => text?.TrimStart();

    /// <summary>A text without white space behind it.</summary>
    public static string? Rstrip(string? text) => text?.TrimEnd();

    /// <summary>A text without white space around it.</summary>
    public static string? Strip(string? text) => text?.Trim();

    /// <summary>A text without ends of lines.</summary>
    public static string? StripNewlines(string? text) =>
        text?.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);

    /// <summary>The singular for one, the plural for any other number.</summary>
    public static string? Pluralize(int number, string? singular, string? plural) => number == 1 ? singular : plural;

    /// <summary>A text without any occurrence of another.</summary>
    public static string? Remove(string? text, string? remove) =>
        string.IsNullOrEmpty(remove) ? text : text?.Replace(remove, "", StringComparison.Ordinal);

    /// <summary>A text without the first occurrence of another.</summary>
    public static string? RemoveFirst(string? text, string? remove) => ReplaceFirst(text, remove, "");

    /// <summary>A text without the last occurrence of another.</summary>
    public static string? RemoveLast(string? text, string? remove) => ReplaceFirst(text, remove, "", true);

    /// <summary>A text with each occurrence of another replaced.</summary>
    public static string? Replace(TemplateContext context, SourceSpan span, string? text, string? match, string? replace)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(match))
        {
            return text;
        }

        var growth = (replace?.Length ?? 0) - match.Length;
        if ((long)growth * (text.Length / match.Length) > TemplateContext.MaximumLength / 2)
        {
            context.CheckLength(span, text.Length + ((long)growth * text.AsSpan().Count(match)));
        }

        return text.Replace(match, replace, StringComparison.Ordinal);
    }

    /// <summary>A text with the first or the last occurrence of another replaced.</summary>
    public static string? ReplaceFirst(string? text, string? match, string? replace, bool fromEnd = false)
    {
        if (string.IsNullOrEmpty(text) || string.IsNullOrEmpty(match))
        {
            return text;
        }

        var at = fromEnd ? text.LastIndexOf(match, StringComparison.Ordinal) : text.IndexOf(match, StringComparison.Ordinal);
        return at < 0 ? text : string.Concat(text.AsSpan(0, at), replace, text.AsSpan(at + match.Length));
    }

    /// <summary>The length of a text in UTF-16 units.</summary>
    public static int Size(string? text) => text?.Length ?? 0;

    /// <summary>A part of a text; up to its end where no length is given. A negative start counts from the end.</summary>
    public static string Slice(string? text, int start, int? length = null)
    {
        if (string.IsNullOrEmpty(text) || start >= text.Length)
        {
            return "";
        }

        start = start < 0 ? start + text.Length : start;
        var count = length is null or 0 ? text.Length : length.Value;
        if (start < 0)
        {
            count += length is null or 0 ? 0 : start;
            start = 0;
        }

        return count <= 0 ? "" : text.Substring(start, Math.Min(count, text.Length - start));
    }

    /// <summary>A part of a text; one character where no length is given.</summary>
    public static string Slice1(string? text, int start, int length = 1) => length <= 0 ? "" : Slice(text, start, length);

    /// <summary>The parts of a text between the occurrences of another, without empty ones.</summary>
    public static ScriptArray Split(string? text, string? match)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        var parts = string.IsNullOrEmpty(match)
            ? text.Select(x => x.ToString())
            : text.Split(match, StringSplitOptions.RemoveEmptyEntries);
        return new ScriptArray(parts);
    }

    /// <summary>A text cut to a length, of which an ellipsis is a part.</summary>
    public static string? Truncate(string? text, int length, string? ellipsis = null)
    {
        ellipsis ??= DefaultEllipsis;
        if (string.IsNullOrEmpty(text) || text.Length <= length)
        {
            return text;
        }

        var kept = Math.Clamp(length - ellipsis.Length, 0, text.Length);
        return string.Concat(text.AsSpan(0, kept), ellipsis);
    }

    /// <summary>A text cut to a number of words, with an ellipsis behind them.</summary>
    public static string? Truncatewords(string? text, int count, string? ellipsis = null)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Take(Math.Max(0, count))) + (words.Length > count ? ellipsis ?? DefaultEllipsis : "");
    }

    /// <summary>A text filled up with spaces before it.</summary>
    public static string PadLeft(TemplateContext context, SourceSpan span, string? text, int width) =>
        (text ?? "").PadLeft(Width(context, span, width));

    /// <summary>A text filled up with spaces behind it.</summary>
    public static string PadRight(TemplateContext context, SourceSpan span, string? text, int width) =>
        (text ?? "").PadRight(Width(context, span, width));

    /// <summary>The zero-based place of a text in another, or -1.</summary>
    public static int IndexOf(
        TemplateContext context, SourceSpan span, string? text, string? search, int? startIndex = null, int? count = null, string? stringComparison = null)
    {
        if (text is null || search is null)
        {
            return -1;
        }

        var start = Math.Clamp(startIndex ?? 0, 0, text.Length);
        var length = Math.Clamp(count ?? text.Length, 0, text.Length - start);
        var comparison = StringComparison.CurrentCulture;
        if (stringComparison is not null && !Enum.TryParse(stringComparison, false, out comparison))
        {
            throw new ScriptRuntimeException(span, $"Invalid string comparison `{stringComparison}`. Allowed values are: {string.Join(", ", Enum.GetNames<StringComparison>())}");
        }

        // The current culture is that of the context, not that of the thread.
        return comparison is StringComparison.CurrentCulture or StringComparison.CurrentCultureIgnoreCase
            ? context.CurrentCulture.CompareInfo.IndexOf(
                text, search, start, length, comparison == StringComparison.CurrentCulture ? CompareOptions.None : CompareOptions.IgnoreCase)
            : text.IndexOf(search, start, length, comparison);
    }

    private static string Joined(TemplateContext context, SourceSpan span, string? first, string? second)
    {
        context.CheckLength(span, (long)(first?.Length ?? 0) + (second?.Length ?? 0));
        return first + second;
    }

    private static int Width(TemplateContext context, SourceSpan span, int width)
    {
        context.CheckLength(span, width);
        return Math.Max(0, width);
    }
}
