using System.Text.RegularExpressions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Functions;

/// <summary>The functions of the object <c>regex</c>. Each gives up after <see cref="TemplateContext.RegexTimeOut"/>.</summary>
public class RegexFunctions : ScriptObject
{
    /// <summary>Escapes what has a meaning in a regular expression.</summary>
    public static string? Escape(string? pattern) => pattern is null ? null : Regex.Escape(pattern);

    /// <summary>The first match and its groups; an empty array where there is none.</summary>
    public static ScriptArray Match(TemplateContext context, SourceSpan span, string? text, string? pattern, string? options = null)
    {
        var match = text is null || pattern is null ? null : Create(context, span, pattern, options).Match(text);
        return match is { Success: true } ? Groups(match) : [];
    }

    /// <summary>All matches, each with its groups.</summary>
    public static ScriptArray Matches(TemplateContext context, SourceSpan span, string? text, string? pattern, string? options = null)
    {
        var result = new ScriptArray();
        if (text is not null && pattern is not null)
        {
            foreach (Match match in Create(context, span, pattern, options).Matches(text))
            {
                context.CheckItems(span, result.Count);
                result.Add(Groups(match));
            }
        }

        return result;
    }

    /// <summary>A text with each match replaced.</summary>
    public static string? Replace(TemplateContext context, SourceSpan span, string? text, string? pattern, string? replace, string? options = null)
    {
        if (text is null || pattern is null)
        {
            return text;
        }

        var length = (long)text.Length;
        return Create(context, span, pattern, options).Replace(text, match =>
        {
            var replacement = match.Result(replace ?? "");
            length += replacement.Length - match.Length;
            context.CheckLength(span, length);
            return replacement;
        });
    }

    /// <summary>The parts of a text between the matches.</summary>
    public static ScriptArray Split(TemplateContext context, SourceSpan span, string? text, string? pattern, string? options = null) =>
        text is null || pattern is null ? [] : new ScriptArray(Create(context, span, pattern, options).Split(text));

    /// <summary>Undoes <see cref="Escape"/>.</summary>
    public static string? Unescape(string? pattern) => pattern is null ? null : Regex.Unescape(pattern);

    private static ScriptArray Groups(Match match) => new(match.Groups.Cast<Group>().Select(x => (object?)x.Value));

    private static Regex Create(TemplateContext context, SourceSpan span, string pattern, string? options)
    {
        var flags = RegexOptions.None;
        foreach (var option in options ?? "")
        {
            flags |= option switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        try
        {
            return new Regex(pattern, flags | RegexOptions.CultureInvariant, context.RegexTimeOut);
        }
        catch (ArgumentException ex)
        {
            throw new ScriptRuntimeException(span, ex.Message, ex);
        }
    }
}
