using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>A program that understands no alternative of an anchored shape must still find one; it finds an empty shape.</summary>
internal static class SheetFallback
{
    private static readonly XNamespace Mc = OfficeNames.Compatibility;
    private static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

    public static void Add(XElement root)
    {
        foreach (var alternatives in root.Elements().Elements(Mc + "AlternateContent").Where(a => a.Element(Mc + "Fallback") is null))
        {
            alternatives.Add(new XElement(Mc + "Fallback", new XElement(Xdr + "sp",
                new XAttribute("macro", ""),
                new XAttribute("textlink", ""),
                new XElement(Xdr + "nvSpPr",
                    new XElement(Xdr + "cNvPr", new XAttribute("id", 0), new XAttribute("name", "")),
                    new XElement(Xdr + "cNvSpPr")),
                new XElement(Xdr + "spPr"))));
        }
    }
}
