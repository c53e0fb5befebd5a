using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>Makes the cuts of a plan: a cell becomes a text with its mark on a grey ground; names, headers and shapes change their text.</summary>
internal sealed class SheetEditor(XElement? styles)
{
    private static readonly XNamespace S = OfficeNames.Sheet;
    private readonly Dictionary<string, string> marked = new(StringComparer.Ordinal);
    private string? fill;

    public void Apply(NativePlan plan)
    {
        foreach (var (piece, cuts) in plan.Pieces)
        {
            var element = piece.Element;
            var text = NativePlan.Cut(piece.Text, cuts);
            if (element.Name == S + "c")
            {
                SetText(element, text);
                element.SetAttributeValue("s", MarkedStyle((string?)element.Attribute("s") ?? "0"));
            }
            else if (piece.Attribute is { } attribute)
            {
                element.SetAttributeValue(attribute, text);
            }
            else if (element.HasElements)
            {
                element.Remove(); // an image by a person's decision: its anchor goes
            }
            else
            {
                element.Value = element.Parent?.Name == S + "headerFooter" ? text.Replace("&", "&&", StringComparison.Ordinal) : text;
            }
        }
    }

    /// <summary>Makes a cell an inline text.</summary>
    public static void SetText(XElement cell, string text)
    {
        cell.RemoveNodes();
        cell.SetAttributeValue("t", "inlineStr");
        cell.Add(new XElement(S + "is", new XElement(S + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), XmlText.Clean(text))));
    }

    /// <summary>The style of a marked cell: the cell's own, as text on grey.</summary>
    private string? MarkedStyle(string style)
    {
        if (marked.TryGetValue(style, out var known))
        {
            return known;
        }

        var formats = styles?.Element(S + "cellXfs");
        if (formats is null || !int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return null;
        }

        var old = formats.Elements(S + "xf").ElementAtOrDefault(index);
        var copy = old is null ? new XElement(S + "xf", new XAttribute("fontId", 0), new XAttribute("borderId", 0)) : new XElement(old);
        copy.SetAttributeValue("numFmtId", 49);
        copy.SetAttributeValue("applyNumberFormat", 1);
        copy.SetAttributeValue("fillId", Fill());
        copy.SetAttributeValue("applyFill", 1);
        formats.Add(copy);
        var count = formats.Elements(S + "xf").Count();
        formats.SetAttributeValue("count", count);
        return marked[style] = (count - 1).ToString(CultureInfo.InvariantCulture);
    }

    private string Fill()
    {
        if (fill is not null)
        {
            return fill;
        }

        var fills = styles!.Element(S + "fills");
        if (fills is null)
        {
            return fill = "0";
        }

        fills.Add(new XElement(S + "fill", new XElement(S + "patternFill", new XAttribute("patternType", "solid"), new XElement(S + "fgColor", new XAttribute("rgb", "FFBFBFBF")))));
        var count = fills.Elements(S + "fill").Count();
        fills.SetAttributeValue("count", count);
        return fill = (count - 1).ToString(CultureInfo.InvariantCulture);
    }
}
