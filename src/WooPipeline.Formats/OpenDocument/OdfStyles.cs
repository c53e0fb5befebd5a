using System.Xml.Linq;
using WooPipeline.Documents;
using static WooPipeline.Formats.OpenDocument.OdfNames;

namespace WooPipeline.Formats.OpenDocument;

/// <summary>The styles that change what a reader sees: hidden text, sheets, slides and columns, the look of runs, numbered lists.</summary>
internal sealed class OdfStyles
{
    private const int MaxParents = 16;
    private readonly Dictionary<(string Family, string Name), XElement> styles = [];
    private readonly HashSet<string> ordered = new(StringComparer.Ordinal);

    public OdfStyles(params ReadOnlySpan<XElement?> roots)
    {
        foreach (var root in roots)
        {
            foreach (var style in root?.Elements().Where(e => e.Name == OfficeNs + "automatic-styles" || e.Name == OfficeNs + "styles").Elements() ?? [])
            {
                var name = (string?)style.Attribute(StyleNs + "name") ?? "";
                if (style.Name == StyleNs + "style")
                {
                    styles.TryAdd(((string?)style.Attribute(StyleNs + "family") ?? "", name), style);
                }
                else if (style.Name == TextNs + "list-style" && style.Elements().FirstOrDefault()?.Name.LocalName == "list-level-style-number")
                {
                    ordered.Add(name);
                }
            }
        }
    }

    /// <summary>True for a list style whose first level is numbered.</summary>
    public bool IsOrdered(string? list) => list is not null && ordered.Contains(list);

    /// <summary>True where a style or one it stands on hides text.</summary>
    public bool IsHidden(string family, string? name) => Property(family, name, StyleNs + "text-properties", TextNs + "display") == "none";

    /// <summary>A property of a style or of the nearest one it stands on; null where none sets it.</summary>
    public string? Property(string family, string? name, XName group, XName property)
    {
        for (var depth = 0; name is not null && depth < MaxParents && styles.TryGetValue((family, name), out var style); depth++)
        {
            if ((string?)style.Element(group)?.Attribute(property) is { } value)
            {
                return value;
            }

            name = (string?)style.Attribute(StyleNs + "parent-style-name");
        }

        return null;
    }

    /// <summary>The look of a run.</summary>
    public TextStyle Look(string? name)
    {
        string? Of(XName property) => Property("text", name, StyleNs + "text-properties", property);
        return (Of(FoNs + "font-weight") is "bold" or "600" or "700" or "800" or "900" ? TextStyle.Bold : TextStyle.None)
            | (Of(FoNs + "font-style") is "italic" or "oblique" ? TextStyle.Italic : TextStyle.None)
            | (Of(StyleNs + "text-underline-style") is not (null or "none") ? TextStyle.Underline : TextStyle.None)
            | (Of(StyleNs + "text-line-through-style") is not (null or "none") ? TextStyle.Strikethrough : TextStyle.None)
            | (Of(StyleNs + "text-position")?.StartsWith("super", StringComparison.Ordinal) == true ? TextStyle.Superscript : TextStyle.None)
            | (Of(StyleNs + "text-position")?.StartsWith("sub", StringComparison.Ordinal) == true ? TextStyle.Subscript : TextStyle.None);
    }
}
