using WooPipeline.Documents;

namespace WooPipeline.Formats.Html;

/// <summary>Styles of runs as elements.</summary>
internal static class HtmlStyles
{
    private static readonly (TextStyle Style, string Element)[] Elements =
    [
        (TextStyle.Bold, "strong"), (TextStyle.Italic, "em"), (TextStyle.Underline, "u"), (TextStyle.Strikethrough, "s"),
        (TextStyle.Superscript, "sup"), (TextStyle.Subscript, "sub"), (TextStyle.Monospace, "code"), (TextStyle.Small, "small"),
    ];

    public static string Open(TextStyle style) =>
        style == TextStyle.None ? "" : string.Concat(Elements.Where(e => style.HasFlag(e.Style)).Select(e => $"<{e.Element}>"));

    public static string Close(TextStyle style) =>
        style == TextStyle.None ? "" : string.Concat(Elements.Reverse().Where(e => style.HasFlag(e.Style)).Select(e => $"</{e.Element}>"));
}
