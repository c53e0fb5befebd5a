using System.Xml.Linq;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Sheet;

/// <summary>A sheet of a workbook: its cells, and which rows and columns no reader sees.</summary>
internal sealed class SheetPage
{
    private static readonly XNamespace S = OfficeNames.Sheet;
    private const int MaxRows = 1_048_576;
    private readonly HashSet<int> hiddenRows = [];
    private readonly bool[] hiddenColumns = new bool[CsvReader.MaxColumns];
    private readonly SheetMerges merges = new();

    public SheetPage(XElement declaration, OfficePart? part)
    {
        Declaration = declaration;
        Part = part;
        IsHidden = (string?)declaration.Attribute("state") is "hidden" or "veryHidden" || part?.Xml.Name.LocalName is not ("worksheet" or "chartsheet" or null);
    }

    /// <summary>The element in the workbook that names the sheet. Sheets of macros and dialogs count as hidden: nobody reads them.</summary>
    public XElement Declaration { get; }

    /// <summary>The sheet's part; null where it is missing.</summary>
    public OfficePart? Part { get; }

    public string Name => (string?)Declaration.Attribute("name") ?? "";

    public bool IsHidden { get; }

    public List<SheetCell> Cells { get; } = [];

    /// <summary>False for a cell in a hidden row or column, or under a merged one.</summary>
    public bool IsShown(SheetCell cell) =>
        !hiddenRows.Contains(cell.Row) && !hiddenColumns[cell.Column] && !merges.Covers(cell.Row, cell.Column);

    /// <summary>Rows and columns that the cell at a place covers.</summary>
    public (int Rows, int Columns) SpanOf(int row, int column) => merges.SpanOf(row, column);

    /// <summary>Reads cells that show something, in order of rows.</summary>
    /// <exception cref="OfficeException">More columns or cells than there can be.</exception>
    public void Read(SharedStrings strings, SheetStyles styles, bool from1904, int maxCells, ReadLimits limits)
    {
        if (Part is null)
        {
            return;
        }

        var root = Part.Xml;
        ReadColumns(root);
        ReadMerges(root);
        var row = -1;
        foreach (var element in root.Elements(S + "sheetData").Elements(S + "row"))
        {
            row = int.TryParse((string?)element.Attribute("r"), out var given) && given > 0 ? given - 1 : row + 1;
            if (row >= MaxRows)
            {
                throw TooWide("rijen");
            }

            if ((string?)element.Attribute("hidden") is "1" or "true" || (string?)element.Attribute("ht") is "0" && (string?)element.Attribute("customHeight") is "1" or "true")
            {
                hiddenRows.Add(row);
            }

            ReadRow(element, row, strings, styles, from1904, limits);
            if (Cells.Count > maxCells)
            {
                throw TooWide("cellen");
            }
        }
    }

    private void ReadRow(XElement element, int row, SharedStrings strings, SheetStyles styles, bool from1904, ReadLimits limits)
    {
        var column = -1;
        foreach (var cell in element.Elements(S + "c"))
        {
            limits.Check();
            column = CellName.Parse((string?)cell.Attribute("r"))?.Column ?? column + 1;
            if (column >= CsvReader.MaxColumns)
            {
                throw TooWide("kolommen");
            }

            var text = SheetCell.TextOf(cell, strings, styles, from1904);
            if (text.Length > 0)
            {
                Cells.Add(new SheetCell(row, column, text, cell));
            }
        }
    }

    private static OfficeException TooWide(string what) =>
        new("te-groot", $"Een werkblad heeft meer {what} dan er in een werkblad kunnen zijn of dan verwerkt kunnen worden. Splits het bestand.");

    private void ReadColumns(XElement root)
    {
        foreach (var column in root.Elements(S + "cols").Elements(S + "col"))
        {
            var isHidden = (string?)column.Attribute("hidden") is "1" or "true"
                || ((string?)column.Attribute("width") is "0" && (string?)column.Attribute("customWidth") is "1" or "true");
            if (isHidden && int.TryParse((string?)column.Attribute("min"), out var first) && int.TryParse((string?)column.Attribute("max"), out var last))
            {
                var from = Math.Clamp(first - 1, 0, CsvReader.MaxColumns);
                hiddenColumns.AsSpan(from, Math.Clamp(last - from, 0, CsvReader.MaxColumns - from)).Fill(true);
            }
        }
    }

    private void ReadMerges(XElement root)
    {
        foreach (var merge in root.Elements(S + "mergeCells").Elements(S + "mergeCell"))
        {
            var ends = ((string?)merge.Attribute("ref") ?? "").Split(':');
            if (ends.Length == 2 && CellName.Parse(ends[0]) is { } from && CellName.Parse(ends[1]) is { } to && to.Row >= from.Row && to.Column >= from.Column)
            {
                merges.Add(from, to);
            }
        }
    }
}
