using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>Number formats of cell styles (§18.8).</summary>
internal sealed class SheetStyles
{
    private static readonly XNamespace S = OfficeNames.Sheet;
    private readonly Dictionary<int, string> codes = [];
    private readonly List<int> formats = [];

    public SheetStyles(XElement? root)
    {
        foreach (var format in root?.Element(S + "numFmts")?.Elements(S + "numFmt") ?? [])
        {
            if (int.TryParse((string?)format.Attribute("numFmtId"), out var id))
            {
                codes[id] = (string?)format.Attribute("formatCode") ?? "General";
            }
        }

        foreach (var style in root?.Element(S + "cellXfs")?.Elements(S + "xf") ?? [])
        {
            formats.Add(int.TryParse((string?)style.Attribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0);
        }
    }

    /// <summary>Format code of a cell style; <c>General</c> where the style or format is unknown.</summary>
    public string CodeOf(string? style)
    {
        var id = int.TryParse(style, out var index) && index >= 0 && index < formats.Count ? formats[index] : 0;
        return codes.GetValueOrDefault(id) ?? NumberFormat.BuiltIn(id) ?? "General";
    }
}
