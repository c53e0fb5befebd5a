using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Word;

/// <summary>What styles say about structure: heading levels, hidden text, weight, numbering (§17.7).</summary>
internal sealed class WordStyles
{
    private const int MaxChain = 32;
    private readonly Dictionary<string, XElement> styles = new(StringComparer.Ordinal);
    private readonly string? defaultParagraph;

    public WordStyles(XElement? root)
    {
        foreach (var style in root?.Elements(W.Main + "style") ?? [])
        {
            if ((string?)style.Attribute(W.Main + "styleId") is { } id)
            {
                styles.TryAdd(id, style);
                if ((string?)style.Attribute(W.Main + "type") == "paragraph" && (string?)style.Attribute(W.Main + "default") is "1" or "true" or "on")
                {
                    defaultParagraph ??= id;
                }
            }
        }
    }

    /// <summary>Level 1 to 6 of a heading; 0 for running text.</summary>
    public int HeadingLevel(XElement? properties)
    {
        if (Outline(properties) is { } direct)
        {
            return direct;
        }

        foreach (var style in Chain(properties.ChildVal("pStyle") ?? defaultParagraph))
        {
            var name = style.ChildVal("name") ?? "";
            if (name.Equals("title", StringComparison.OrdinalIgnoreCase))
            {
                return 1;
            }

            if (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(name.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var level))
            {
                return Math.Clamp(level, 1, 6);
            }

            if (Outline(style.Element(W.PPr)) is { } outline)
            {
                return outline;
            }
        }

        return 0;
    }

    /// <summary>Numbering of a paragraph through its style; null where none.</summary>
    public (string NumId, int Level)? Numbering(string? styleId)
    {
        foreach (var style in Chain(styleId ?? defaultParagraph))
        {
            var numbering = style.Element(W.PPr)?.Element(W.Main + "numPr");
            if (numbering.ChildVal("numId") is { } id)
            {
                return (id, int.TryParse(numbering.ChildVal("ilvl"), out var level) ? level : 0);
            }
        }

        return null;
    }

    /// <summary>Look of a run: direct formatting over its character style.</summary>
    public TextStyle Look(XElement? run)
    {
        var style = TextStyle.None;
        style |= Toggle(run, "b") ? TextStyle.Bold : 0;
        style |= Toggle(run, "i") ? TextStyle.Italic : 0;
        style |= Toggle(run, "strike") || Toggle(run, "dstrike") ? TextStyle.Strikethrough : 0;
        style |= run.ChildVal("u") is { } line && line != "none" ? TextStyle.Underline : 0;
        return run.ChildVal("vertAlign") switch
        {
            "superscript" => style | TextStyle.Superscript,
            "subscript" => style | TextStyle.Subscript,
            _ => style,
        };
    }

    /// <summary>True where a run isn't shown: by itself, its character style or its paragraph's style.</summary>
    public bool IsHidden(XElement? run, XElement? paragraph)
    {
        if (run.Toggle("vanish") is { } direct)
        {
            return direct;
        }

        return FromStyle(run.ChildVal("rStyle"), "vanish") ?? FromStyle(paragraph.ChildVal("pStyle") ?? defaultParagraph, "vanish") ?? false;
    }

    private bool Toggle(XElement? run, string name) => run.Toggle(name) ?? FromStyle(run.ChildVal("rStyle"), name) ?? false;

    private bool? FromStyle(string? id, string name) =>
        Chain(id).Select(s => s.Element(W.RPr).Toggle(name)).FirstOrDefault(t => t is not null);

    private static int? Outline(XElement? properties) =>
        int.TryParse(properties.ChildVal("outlineLvl"), out var level) && level is >= 0 and < 9 ? Math.Clamp(level + 1, 1, 6) : null;

    private IEnumerable<XElement> Chain(string? id)
    {
        for (var i = 0; i < MaxChain && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.ChildVal("basedOn");
        }
    }
}
