using System.Collections.Frozen;
using AngleSharp.Dom;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Html;

/// <summary>What elements mean for the tree (WHATWG HTML §15, rendering).</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> BlockNames = Set(
        "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
        + "header hgroup hr html legend li main menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul caption");

    private static readonly FrozenSet<string> DroppedNames = Set("script style link meta base title head basefont param source track");

    private static readonly FrozenDictionary<string, TextStyle> Styles = new Dictionary<string, TextStyle>
    {
        ["b"] = TextStyle.Bold,
        ["strong"] = TextStyle.Bold,
        ["i"] = TextStyle.Italic,
        ["em"] = TextStyle.Italic,
        ["cite"] = TextStyle.Italic,
        ["dfn"] = TextStyle.Italic,
        ["var"] = TextStyle.Italic,
        ["u"] = TextStyle.Underline,
        ["ins"] = TextStyle.Underline,
        ["s"] = TextStyle.Strikethrough,
        ["strike"] = TextStyle.Strikethrough,
        ["del"] = TextStyle.Strikethrough,
        ["sup"] = TextStyle.Superscript,
        ["sub"] = TextStyle.Subscript,
        ["code"] = TextStyle.Monospace,
        ["kbd"] = TextStyle.Monospace,
        ["samp"] = TextStyle.Monospace,
        ["tt"] = TextStyle.Monospace,
        ["small"] = TextStyle.Small,
    }.ToFrozenDictionary();

    public static bool IsBlock(IElement element) =>
        BlockNames.Contains(element.LocalName) || Css(element, "display") is "block" or "table" or "flex" or "grid" or "list-item";

    public static bool IsDropped(IElement element) => DroppedNames.Contains(element.LocalName);

    public static TextStyle StyleOf(IElement element)
    {
        var style = Styles.GetValueOrDefault(element.LocalName);
        if (!element.HasAttribute("style"))
        {
            return style;
        }

        if (Css(element, "font-weight") is "bold" or "bolder" or "600" or "700" or "800" or "900")
        {
            style |= TextStyle.Bold;
        }

        return Css(element, "font-style") is "italic" or "oblique" ? style | TextStyle.Italic : style;
    }

    /// <summary>True where a browser shows nothing of the element.</summary>
    public static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden") || element.LocalName is "template"
            || (element.LocalName == "input" && string.Equals(element.GetAttribute("type"), "hidden", StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        return element.HasAttribute("style")
            && (Css(element, "display") == "none" || Css(element, "visibility") is "hidden" or "collapse"
                || Css(element, "mso-hide") == "all" || Css(element, "opacity") == "0"
                || Css(element, "font-size") is "0" or "0px" or "0pt" or "0em");
    }

    /// <summary>Value of an inline style property in lower case; null where it isn't set.</summary>
    public static string? Css(IElement element, string property)
    {
        var style = element.GetAttribute("style");
        if (style is null)
        {
            return null;
        }

        foreach (var declaration in style.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && declaration.AsSpan(0, colon).Trim().Equals(property, StringComparison.OrdinalIgnoreCase))
            {
                var value = declaration[(colon + 1)..].Trim().ToLowerInvariant();
                return value.EndsWith("!important", StringComparison.Ordinal) ? value[..^10].Trim() : value;
            }
        }

        return null;
    }

    /// <summary>The target of a link as the tree holds it: absolute or an anchor; null for scripts and relative addresses.</summary>
    public static string? Target(string? href)
    {
        var target = href?.Trim() ?? "";
        if (target.Length > 1 && target[0] == '#')
        {
            return target;
        }

        var colon = target.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || !target.AsSpan(0, colon).ContainsOnlySchemeCharacters())
        {
            return target.StartsWith("//", StringComparison.Ordinal) ? "https:" + target : null;
        }

        return target[..colon].ToLowerInvariant() is "javascript" or "vbscript" or "data" or "cid" ? null : target;
    }

    private static bool ContainsOnlySchemeCharacters(this ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return char.IsAsciiLetter(text[0]);
    }

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
