using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>Makes the definition of a table anew: its place and look, with the names of columns that its header cells now show (§18.5.1.2).</summary>
internal static class SheetTableScrubber
{
    private static readonly XNamespace S = OfficeNames.Sheet;

    /// <summary>The definition; null where it has no place.</summary>
    /// <param name="old">The old definition.</param>
    /// <param name="number">Number of the table in the workbook, from 1.</param>
    /// <param name="textAt">What the cell at a zero-based row and column shows now.</param>
    public static XElement? Scrub(XElement old, int number, Func<int, int, string> textAt)
    {
        var place = (string?)old.Attribute("ref") ?? "";
        var ends = place.Split(':');
        if (CellName.Parse(ends[0]) is not { } from || CellName.Parse(ends[^1]) is not { } to || to.Column < from.Column)
        {
            return null;
        }

        var hasHeader = (string?)old.Attribute("headerRowCount") != "0";
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var columns = Enumerable.Range(0, to.Column - from.Column + 1)
            .Select(i => new XElement(S + "tableColumn", new XAttribute("id", i + 1), new XAttribute("name", Unique(hasHeader ? textAt(from.Row, from.Column + i) : "", i, taken))))
            .ToList();
        var name = "Tabel" + number.ToString(CultureInfo.InvariantCulture);
        var look = old.Element(S + "tableStyleInfo");
        return new XElement(S + "table",
            new XAttribute("id", number), new XAttribute("name", name), new XAttribute("displayName", name), new XAttribute("ref", place),
            Copy(old, "headerRowCount"), Copy(old, "totalsRowCount"), Copy(old, "totalsRowShown"),
            hasHeader && old.Element(S + "autoFilter") is { } filter ? new XElement(S + "autoFilter", Copy(filter, "ref")) : null,
            new XElement(S + "tableColumns", new XAttribute("count", columns.Count), columns),
            look is null ? null : new XElement(S + "tableStyleInfo",
                IsBuiltIn((string?)look.Attribute("name")) ? Copy(look, "name") : null,
                Copy(look, "showFirstColumn"), Copy(look, "showLastColumn"), Copy(look, "showRowStripes"), Copy(look, "showColumnStripes")));
    }

    private static string Unique(string text, int index, HashSet<string> taken)
    {
        var name = text.Length > 0 ? text.Replace("\n", "_x000a_", StringComparison.Ordinal) : "Kolom" + (index + 1).ToString(CultureInfo.InvariantCulture);
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = name + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    private static XAttribute? Copy(XElement from, string name) => from.Attribute(name) is { } attribute ? new XAttribute(attribute) : null;

    private static bool IsBuiltIn(string? name) => name?.StartsWith("TableStyle", StringComparison.Ordinal) == true && name.Length < 20;
}
