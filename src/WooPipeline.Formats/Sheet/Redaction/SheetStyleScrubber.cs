using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>Styles keep their look: names that someone gave go, and formats with words that no kept cell shows.</summary>
internal static class SheetStyleScrubber
{
    private static readonly XNamespace S = OfficeNames.Sheet;

    public static void Scrub(XElement root, HashSet<string> usedStyles)
    {
        root.Descendants(S + "extLst").Remove();
        root.Elements(S + "tableStyles").Remove();
        var number = 0;
        foreach (var style in root.Elements(S + "cellStyles").Elements(S + "cellStyle").Where(s => s.Attribute("builtinId") is null))
        {
            number++;
            style.SetAttributeValue("name", "Stijl " + number.ToString(CultureInfo.InvariantCulture));
        }

        var styles = root.Elements(S + "cellXfs").Elements(S + "xf").ToList();
        var used = usedStyles.Select(s => int.TryParse(s, out var index) && index < styles.Count ? (string?)styles[index].Attribute("numFmtId") : null).ToHashSet();
        foreach (var format in root.Elements(S + "numFmts").Elements(S + "numFmt").Where(f => !used.Contains((string?)f.Attribute("numFmtId"))))
        {
            Blank(format);
        }

        foreach (var format in root.Elements(S + "dxfs").Descendants(S + "numFmt"))
        {
            Blank(format);
        }
    }

    private static void Blank(XElement format)
    {
        if (FormatTokens.HoldsText((string?)format.Attribute("formatCode") ?? ""))
        {
            format.SetAttributeValue("formatCode", "General");
        }
    }
}
