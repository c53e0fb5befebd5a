using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>
/// Writes tables as an Excel workbook (ISO/IEC 29500-1 §18): text cells only, the header row bold, frozen and with a filter. A text that
/// a program could take for a formula is stored as text with a quote prefix, so that it stays text when it is copied or exported.
/// The same workbook gives the same bytes.
/// </summary>
public static class XlsxWriter
{
    private const int MaxCellLength = 32_767;
    private const int MaxRows = 1_048_576;
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static readonly string[] Sides = ["left", "right", "top", "bottom", "diagonal"];
    private static readonly XNamespace S = OfficeNames.Sheet;

    /// <summary>Writes the workbook.</summary>
    /// <exception cref="ArgumentException">No sheets, or a sheet with more rows or columns than a sheet can hold.</exception>
    public static void Write(Workbook workbook, Stream output)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        ArgumentNullException.ThrowIfNull(output);
        if (workbook.Worksheets.IsEmpty)
        {
            throw new ArgumentException("A workbook needs at least one sheet.", nameof(workbook));
        }

        var package = new PackageWriter();
        var names = SheetNames.Of(workbook.Worksheets.Select(s => s.Name));
        for (var i = 0; i < workbook.Worksheets.Length; i++)
        {
            var file = $"worksheets/sheet{Number(i + 1)}.xml";
            package.Add("xl/" + file, SheetType + "worksheet+xml", SheetPart(workbook.Worksheets[i]));
            package.Relate("xl/workbook.xml", new OfficeRelationship("rId" + Number(i + 1), OfficeNames.Relationships + "/worksheet", file, false));
        }

        package.Add("xl/workbook.xml", SheetType + "sheet.main+xml", WorkbookPart(workbook, names));
        package.Add("xl/styles.xml", SheetType + "styles+xml", Styles());
        package.Relate("xl/workbook.xml", new OfficeRelationship("rId" + Number(workbook.Worksheets.Length + 1), OfficeNames.Relationships + "/styles", "styles.xml", false));
        package.Relate("", new OfficeRelationship("rId1", OfficeNames.Relationships + "/officeDocument", "xl/workbook.xml", false));
        package.Write(output);
    }

    private static XElement WorkbookPart(Workbook workbook, ImmutableArray<string> names)
    {
        var filters = workbook.Worksheets.Select((sheet, i) => (sheet, i)).Where(s => s.sheet.Header.Length > 0).Select(s => new XElement(
            S + "definedName",
            new XAttribute("name", "_xlnm._FilterDatabase"),
            new XAttribute("localSheetId", s.i),
            new XAttribute("hidden", 1),
            $"'{names[s.i].Replace("'", "''", StringComparison.Ordinal)}'!$A$1:${CellName.Column(s.sheet.Header.Length - 1)}${Number(s.sheet.Rows.Length + 1)}")).ToList();
        return new XElement(S + "workbook",
            new XAttribute(XNamespace.Xmlns + "r", OfficeNames.Relationships),
            new XElement(S + "sheets", names.Select((name, i) => new XElement(S + "sheet",
                new XAttribute("name", name),
                new XAttribute("sheetId", i + 1),
                new XAttribute(XName.Get("id", OfficeNames.Relationships), "rId" + Number(i + 1))))),
            filters.Count > 0 ? new XElement(S + "definedNames", filters) : null);
    }

    private static byte[] SheetPart(Worksheet sheet)
    {
        var columns = Math.Max(sheet.Header.Length, sheet.Rows.Select(r => r.Length).DefaultIfEmpty(0).Max());
        if (columns > CsvReader.MaxColumns || sheet.Rows.Length >= MaxRows)
        {
            throw new ArgumentException($"A sheet holds at most {MaxRows} rows and {CsvReader.MaxColumns} columns.", nameof(sheet));
        }

        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
        {
            writer.WriteStartDocument(true);
            writer.WriteStartElement("worksheet", OfficeNames.Sheet);
            WriteView(writer, sheet.Header.Length > 0);
            WriteColumns(writer, sheet, columns);
            writer.WriteStartElement("sheetData");
            var row = 0;
            if (sheet.Header.Length > 0)
            {
                WriteRow(writer, ++row, sheet.Header, 1);
            }

            foreach (var cells in sheet.Rows)
            {
                WriteRow(writer, ++row, cells, 2);
            }

            writer.WriteEndElement();
            if (sheet.Header.Length > 0)
            {
                writer.WriteStartElement("autoFilter");
                writer.WriteAttributeString("ref", $"A1:{CellName.Column(sheet.Header.Length - 1)}{Number(row)}");
                writer.WriteEndElement();
            }

            writer.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void WriteView(XmlWriter writer, bool frozen)
    {
        if (!frozen)
        {
            return;
        }

        writer.WriteRaw("<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>");
    }

    /// <summary>Widths by the longest text, between 8 and 60 characters.</summary>
    private static void WriteColumns(XmlWriter writer, Worksheet sheet, int columns)
    {
        if (columns == 0)
        {
            return;
        }

        writer.WriteStartElement("cols");
        for (var c = 0; c < columns; c++)
        {
            var longest = sheet.Rows.Select(r => c < r.Length ? r[c].Length : 0).Append(c < sheet.Header.Length ? sheet.Header[c].Length + 3 : 0).Max();
            writer.WriteStartElement("col");
            writer.WriteAttributeString("min", Number(c + 1));
            writer.WriteAttributeString("max", Number(c + 1));
            writer.WriteAttributeString("width", Number(Math.Clamp(longest + 2, 8, 60)));
            writer.WriteAttributeString("customWidth", "1");
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteRow(XmlWriter writer, int row, ImmutableArray<string> cells, int style)
    {
        writer.WriteStartElement("row");
        writer.WriteAttributeString("r", Number(row));
        for (var c = 0; c < cells.Length; c++)
        {
            var text = CellText.Clean(cells[c], MaxCellLength);
            if (text.Length == 0)
            {
                continue;
            }

            writer.WriteStartElement("c");
            writer.WriteAttributeString("r", CellName.Column(c) + Number(row));
            writer.WriteAttributeString("s", Number(style == 2 && CellText.CouldBeFormula(text) ? 3 : style));
            writer.WriteAttributeString("t", "inlineStr");
            writer.WriteStartElement("is");
            writer.WriteStartElement("t");
            writer.WriteAttributeString("xml", "space", null, "preserve");
            writer.WriteString(text);
            writer.WriteEndElement();
            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    /// <summary>Formats: 0 plain, 1 header, 2 text, 3 text with a quote prefix. Number format 49 is text.</summary>
    private static XElement Styles()
    {
        static XElement Format(int font, int fill, bool header, bool quoted) => new(S + "xf",
            new XAttribute("numFmtId", 49), new XAttribute("fontId", font), new XAttribute("fillId", fill), new XAttribute("borderId", 0), new XAttribute("xfId", 0),
            quoted ? new XAttribute("quotePrefix", 1) : null,
            new XAttribute("applyNumberFormat", 1), new XAttribute("applyFont", header ? 1 : 0), new XAttribute("applyFill", header ? 1 : 0), new XAttribute("applyAlignment", 1),
            new XElement(S + "alignment", new XAttribute("vertical", "top"), new XAttribute("wrapText", 1)));

        static XElement Font(bool bold) => new(S + "font", bold ? new XElement(S + "b") : null,
            new XElement(S + "sz", new XAttribute("val", 10)), new XElement(S + "name", new XAttribute("val", "Verdana")));

        static XElement Fill(string pattern, string? color) => new(S + "fill", new XElement(S + "patternFill", new XAttribute("patternType", pattern),
            color is null ? null : new XElement(S + "fgColor", new XAttribute("rgb", color))));

        return new XElement(S + "styleSheet",
            new XElement(S + "fonts", new XAttribute("count", 2), Font(false), Font(true)),
            new XElement(S + "fills", new XAttribute("count", 3), Fill("none", null), Fill("gray125", null), Fill("solid", "FFD9E2EC")),
            new XElement(S + "borders", new XAttribute("count", 1), new XElement(S + "border", Sides.Select(n => new XElement(S + n)))),
            new XElement(S + "cellStyleXfs", new XAttribute("count", 1), new XElement(S + "xf", new XAttribute("numFmtId", 0), new XAttribute("fontId", 0), new XAttribute("fillId", 0), new XAttribute("borderId", 0))),
            new XElement(S + "cellXfs", new XAttribute("count", 4),
                new XElement(S + "xf", new XAttribute("numFmtId", 0), new XAttribute("fontId", 0), new XAttribute("fillId", 0), new XAttribute("borderId", 0), new XAttribute("xfId", 0)),
                Format(1, 2, true, false), Format(0, 0, false, false), Format(0, 0, false, true)),
            new XElement(S + "cellStyles", new XAttribute("count", 1), new XElement(S + "cellStyle", new XAttribute("name", "Normal"), new XAttribute("xfId", 0), new XAttribute("builtinId", 0))));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
