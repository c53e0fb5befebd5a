using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>
/// Keeps of a sheet what a reader sees: values and their look. Formulas become their values, so that nothing can be worked out anew from
/// what was removed; hidden rows and columns are emptied; lists, filters, comments, scenarios and extensions go.
/// </summary>
internal sealed partial class SheetScrubber(SheetContent content, IReadOnlySet<XElement> droppedLinks, RemovedWords removed)
{
    private static readonly XNamespace S = OfficeNames.Sheet;
    private static readonly XName RelationshipId = XName.Get("id", OfficeNames.Relationships);

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "sheetPr", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "mergeCells", "conditionalFormatting", "hyperlinks", "printOptions",
        "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "drawing", "tableParts",
    };

    private readonly List<XElement> strings = [];
    private readonly Dictionary<string, string> numbers = new(StringComparer.Ordinal);

    /// <summary>Cell styles that kept cells use.</summary>
    public HashSet<string> UsedStyles { get; } = new(StringComparer.Ordinal);

    public void Scrub(SheetPage page)
    {
        var root = page.Part!.Xml;
        root.Elements().Where(e => e.Name.Namespace != S || !Kept.Contains(e.Name.LocalName)).Remove();
        root.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace != OfficeNames.Compatibility).Remove();
        root.Descendants(S + "extLst").Remove();
        ScrubCells(page, root);
        foreach (var properties in root.Elements(S + "sheetPr"))
        {
            properties.RemoveAttributes();
        }

        root.Elements(S + "sheetViews").Descendants(S + "pivotSelection").Remove();
        foreach (var view in root.Descendants(S + "sheetView"))
        {
            view.SetAttributeValue("tabSelected", null);
        }

        root.Elements(S + "pageSetup").Attributes(RelationshipId).Remove();
        root.Elements(S + "autoFilter").Elements().Remove();
        ScrubConditions(root);
        ScrubLinks(root);
    }

    /// <summary>The table of the texts that kept cells refer to.</summary>
    public XElement Strings() => new(S + "sst", new XAttribute("uniqueCount", strings.Count), strings);

    /// <summary>True where the workbook needs a table of texts.</summary>
    public bool HasStrings => strings.Count > 0;

    private void ScrubCells(SheetPage page, XElement root)
    {
        var shown = page.Cells.Where(page.IsShown).Select(c => c.Element).ToHashSet();
        foreach (var cell in root.Elements(S + "sheetData").Elements(S + "row").Elements(S + "c"))
        {
            cell.SetAttributeValue("cm", null);
            cell.SetAttributeValue("vm", null);
            cell.SetAttributeValue("ph", null);
            cell.Element(S + "f")?.Remove();
            if (!shown.Contains(cell))
            {
                cell.RemoveNodes();
                cell.SetAttributeValue("t", null);
            }
            else if ((string?)cell.Attribute("t") == "s")
            {
                cell.Element(S + "v")!.Value = Number(cell.Element(S + "v")!.Value);
            }
            else if ((string?)cell.Attribute("t") == "str")
            {
                SheetEditor.SetText(cell, cell.Element(S + "v")!.Value);
            }

            cell.Descendants().Where(e => e.Name.LocalName is "rPh" or "phoneticPr").Remove();
            UsedStyles.Add((string?)cell.Attribute("s") ?? "0");
        }
    }

    private string Number(string old)
    {
        if (!numbers.TryGetValue(old, out var number))
        {
            var item = int.TryParse(old, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index) ? content.Strings[index] : null;
            var copy = item is null ? new XElement(S + "si", new XElement(S + "t")) : new XElement(item);
            copy.Descendants().Where(e => e.Name.LocalName is "rPh" or "phoneticPr" or "extLst").Remove();
            strings.Add(copy);
            numbers[old] = number = (strings.Count - 1).ToString(CultureInfo.InvariantCulture);
        }

        return number;
    }

    /// <summary>Conditions that compare with words or names go: the words would stand in them.</summary>
    private void ScrubConditions(XElement root)
    {
        foreach (var rule in root.Elements(S + "conditionalFormatting").Elements(S + "cfRule").ToList())
        {
            if (rule.Attribute("text") is not null || rule.Descendants(S + "formula").Any(f => !PlainFormula().IsMatch(f.Value) || removed.AreIn(f.Value))
                || rule.Descendants(S + "cfvo").Any(v => (string?)v.Attribute("type") == "formula"))
            {
                rule.Remove();
            }
        }

        root.Elements(S + "conditionalFormatting").Where(c => !c.Elements(S + "cfRule").Any()).Remove();
    }

    private void ScrubLinks(XElement root)
    {
        foreach (var link in root.Elements(S + "hyperlinks").Elements(S + "hyperlink").ToList())
        {
            var id = link.Attribute(RelationshipId);
            if (id is null || droppedLinks.Contains(link))
            {
                link.Remove();
                continue;
            }

            var place = (string?)link.Attribute("ref");
            link.RemoveAttributes();
            link.SetAttributeValue("ref", place);
            link.SetAttributeValue(RelationshipId, id.Value);
        }

        root.Elements(S + "hyperlinks").Where(h => !h.HasElements).Remove();
    }

    /// <summary>References, numbers, operators and functions: no texts and no names.</summary>
    [GeneratedRegex(@"^(?:\$?[A-Z]{1,3}\$?\d+|[A-Z]+\(|[\d.,;:+\-*/^=<>()&%\s])*$", RegexOptions.CultureInvariant)]
    private static partial Regex PlainFormula();
}
