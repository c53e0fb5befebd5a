using System.Collections.Immutable;
using System.Xml.Linq;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;
using WooPipeline.Formats.Sheet;
using static WooPipeline.Formats.OpenDocument.OdfNames;

namespace WooPipeline.Formats.OpenDocument;

/// <summary>The sheets of an OpenDocument spreadsheet: cells as shown, under the name of their sheet; hidden rows, columns and sheets apart.</summary>
internal sealed class OdfSheets(OdfWalker walker, OdfStyles styles)
{
    private const int MaxCells = 2_000_000;
    private readonly ImmutableArray<Block>.Builder comments = ImmutableArray.CreateBuilder<Block>();
    private readonly Dictionary<(int Row, int Column), (int Rows, int Columns)> spans = [];
    private readonly List<GridCell> shown = [];
    private readonly List<GridCell> hidden = [];
    private int read;

    public ImmutableArray<Block> Blocks(XElement spreadsheet)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var table in spreadsheet.Elements(TableNs + "table"))
        {
            var sheet = Sheet(table);
            var isHidden = styles.Property("table", (string?)table.Attribute(TableNs + "style-name"), StyleNs + "table-properties", TableNs + "display") == "false";
            blocks.AddRange(isHidden ? [new Section(ZoneKind.Hidden, sheet)] : sheet);
        }

        OdfWalker.Section(ZoneKind.Hidden, [.. Unseen(spreadsheet)], blocks);
        return blocks.ToImmutable();
    }

    private ImmutableArray<Block> Sheet(XElement table)
    {
        spans.Clear();
        shown.Clear();
        hidden.Clear();
        comments.Clear();
        var collapsed = Columns(table);
        var row = 0;
        foreach (var element in OdfWalker.Rows(table))
        {
            var repeat = Repeat(element, TableNs + "number-rows-repeated");
            var cells = Cells(element).ToList();
            var isHidden = IsHidden(element);
            for (var i = 0; i < repeat && cells.Count > 0; i++)
            {
                Place(cells, row + i, isHidden, collapsed);
            }

            row = (int)Math.Min(int.MaxValue / 2, (long)row + repeat);
        }

        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Heading(2, [new TextRun((string?)table.Attribute(TableNs + "name") ?? "")]));
        blocks.AddRange(SheetTables.Of(SpanOf, shown, _ => null));
        foreach (var shape in table.Elements(TableNs + "shapes").Elements())
        {
            blocks.AddRange(walker.Shape(shape));
        }

        OdfWalker.Section(ZoneKind.Hidden, SheetTables.Of(SpanOf, hidden, _ => null), blocks);
        OdfWalker.Section(ZoneKind.Comment, comments.ToImmutable(), blocks);
        return blocks.ToImmutable();
    }

    private (int Rows, int Columns) SpanOf(int row, int column) => spans.GetValueOrDefault((row, column), (1, 1));

    private void Place(List<(int Column, string Text, XElement Cell)> cells, int row, bool isHidden, bool[] collapsed)
    {
        foreach (var (column, text, cell) in cells)
        {
            if (++read > MaxCells)
            {
                throw new OfficeException("te-groot", $"De werkbladen hebben meer dan {MaxCells} gevulde cellen. Splits het bestand.");
            }

            walker.Limits.Check();
            (isHidden || collapsed[column] ? hidden : shown).Add(new GridCell(row, column, text));
            if (Repeat(cell, TableNs + "number-columns-spanned") is > 1 and var columns)
            {
                spans[(row, column)] = (1, columns);
            }
        }
    }

    private IEnumerable<(int Column, string Text, XElement Cell)> Cells(XElement row)
    {
        var column = 0;
        foreach (var cell in row.Elements().Where(e => e.Name == TableNs + "table-cell" || e.Name == TableNs + "covered-table-cell"))
        {
            var repeat = Repeat(cell, TableNs + "number-columns-repeated");
            var text = TextOf(cell);
            for (var i = 0; i < repeat && text.Length > 0; i++)
            {
                if (column + i >= CsvReader.MaxColumns)
                {
                    throw new OfficeException("te-groot", $"Een werkblad heeft meer dan {CsvReader.MaxColumns} kolommen. Splits het bestand.");
                }

                yield return (column + i, text, cell);
            }

            column = (int)Math.Min(int.MaxValue / 2, (long)column + repeat);
        }
    }

    private string TextOf(XElement cell)
    {
        foreach (var annotation in cell.Elements(OfficeNs + "annotation"))
        {
            comments.AddRange(walker.Comment(annotation));
        }

        var lines = cell.Elements(TextNs + "p").Select(p => PlainText.Of(new OdfLine(walker, p).Shown)).ToList();
        return lines.Count > 0 ? string.Join('\n', lines).Trim() : (string?)cell.Attribute(OfficeNs + "string-value") ?? (string?)cell.Attribute(OfficeNs + "value") ?? "";
    }

    private static bool[] Columns(XElement table)
    {
        var collapsed = new bool[CsvReader.MaxColumns];
        var column = 0;
        foreach (var element in table.Descendants(TableNs + "table-column").Where(c => c.Ancestors(TableNs + "table").First() == table))
        {
            var repeat = Repeat(element, TableNs + "number-columns-repeated");
            if (IsHidden(element) && column < collapsed.Length)
            {
                collapsed.AsSpan(column, Math.Min(repeat, collapsed.Length - column)).Fill(true);
            }

            column = (int)Math.Min(int.MaxValue / 2, (long)column + repeat);
        }

        return collapsed;
    }

    private static bool IsHidden(XElement element) => (string?)element.Attribute(TableNs + "visibility") is "collapse" or "filter";

    // Formulas with words in them, names, lists of allowed values: no reader of the sheet sees them.
    private static IEnumerable<Block> Unseen(XElement spreadsheet) =>
        spreadsheet.Descendants().SelectMany(e => new[] { e.Attribute(TableNs + "formula"), e.Attribute(TableNs + "condition"), e.Attribute(TableNs + "expression") })
            .Where(a => a is not null && a.Value.Contains('"', StringComparison.Ordinal)).Select(a => a!.Value)
            .Concat(spreadsheet.Descendants(TableNs + "named-range").Select(n => (string?)n.Attribute(TableNs + "name") ?? ""))
            .Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Take(10_000).Select(t => Paragraph.Of(t.ReplaceLineEndings(" ")));
}
