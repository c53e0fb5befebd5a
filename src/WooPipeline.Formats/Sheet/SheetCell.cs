using System.Globalization;
using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>A cell as a reader sees it.</summary>
/// <param name="Row">Zero-based row.</param>
/// <param name="Column">Zero-based column.</param>
/// <param name="Text">What it shows.</param>
/// <param name="Element">The native cell.</param>
internal sealed record SheetCell(int Row, int Column, string Text, XElement Element) : GridCell(Row, Column, Text)
{
    private static readonly XNamespace S = OfficeNames.Sheet;

    /// <summary>What a native cell shows: by its type, then its number format (§18.3.1.4).</summary>
    public static string TextOf(XElement cell, SharedStrings strings, SheetStyles styles, bool from1904)
    {
        var value = cell.Element(S + "v")?.Value ?? "";
        switch ((string?)cell.Attribute("t"))
        {
            case "s":
                return int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var index) ? SharedStrings.TextOf(strings[index]) : "";
            case "inlineStr":
                return SharedStrings.TextOf(cell.Element(S + "is"));
            case "b":
                return value is "1" or "true" ? "WAAR" : value.Length > 0 ? "ONWAAR" : "";
            case "str" or "e":
                return value;
            case "d":
                return DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date)
                    ? date.ToString(date.TimeOfDay == TimeSpan.Zero ? "dd-MM-yyyy" : "dd-MM-yyyy HH:mm", CultureInfo.InvariantCulture)
                    : value;
            default:
                return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? NumberFormat.Show(number, styles.CodeOf((string?)cell.Attribute("s")), from1904)
                    : value;
        }
    }
}
