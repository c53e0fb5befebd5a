using System.Collections.Immutable;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Layout;

/// <summary>Sets tables: widths of columns, rows as strips, structure with headings and spans.</summary>
internal sealed class TableLayout(LayoutContext context, BlockLayout blocks)
{
    private const double WidestWord = 0.35;
    private const double NarrowestTable = 100;
    private const double NarrowestColumn = 26;
    private const double Padding = 3;
    private const double SmallestScale = 0.62;

    /// <summary>Space left and right of the text of a cell; less where there are many columns.</summary>
    private double inset;

    /// <summary>Sets a table; one that is too wide is cut into tables below each other, one within too narrow a column into its blocks.</summary>
    public void Add(FlowTable table, Frame frame, List<Strip> strips)
    {
        if (frame.Width < NarrowestTable)
        {
            var content = table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Blocks).Prepend(new FlowParagraph(table.Caption));
            blocks.AddAll([.. content], frame with { Depth = frame.Depth + 1 }, strips);
            return;
        }

        var grid = TableGrid.Of(table);
        foreach (var part in grid.Parts(Math.Max(1, (int)(frame.Width / NarrowestColumn))))
        {
            AddPart(table, part, frame, strips);
            table = table with { Caption = [] };
        }
    }

    private void AddPart(FlowTable table, TableGrid grid, Frame frame, List<Strip> strips)
    {
        var element = frame.Element.AddChild("Table");
        AddCaption(table, frame with { Element = element }, strips);
        if (grid.Rows.Count == 0)
        {
            return;
        }

        inset = grid.Columns <= 6 ? 5.5 : grid.Columns <= 10 ? 4 : 2.5;
        var outer = frame with { Size = Math.Max(LayoutContext.SmallestSize, frame.Size * (frame.Tight ? 1 : 0.92)) };
        var (widths, size) = Measure(table, grid, outer);
        var headerRows = Math.Clamp(table.HeaderRows, 0, grid.Rows.Count);
        var rows = new RowBuilder(blocks, widths, inset, outer with { Size = size, Tight = true }, headerRows);
        var first = strips.Count;
        AddRows(grid, element, rows, headerRows, strips);
        strips[first].SpaceBefore = table.Caption.IsEmpty ? frame.Size * 0.7 : 2;
    }

    private static void AddRows(TableGrid grid, StructureElement element, RowBuilder rows, int headerRows, List<Strip> strips)
    {
        var part = element;
        var first = strips.Count;
        RepeatedHeader? repeated = null;
        for (var r = 0; r < grid.Rows.Count; r++)
        {
            if (r == 0 && headerRows > 0)
            {
                part = element.AddChild("THead");
            }
            else if (r == headerRows && headerRows > 0)
            {
                part = element.AddChild("TBody");
                repeated = new RepeatedHeader([.. strips[first..]]);
            }

            var row = rows.Build(grid.Rows[r], part.AddChild("TR"), r);
            row.KeepWithNext = r < headerRows && grid.Rows.Count > headerRows;
            row.Header = repeated;
            strips.Add(row);
        }
    }

    private void AddCaption(FlowTable table, Frame frame, List<Strip> strips)
    {
        if (table.Caption.IsEmpty)
        {
            return;
        }

        var first = strips.Count;
        blocks.AddAll([new FlowParagraph(table.Caption)], frame with { Element = frame.Element.AddChild("Caption"), Bold = true }, strips);
        for (var s = first; s < strips.Count; s++)
        {
            strips[s].KeepWithNext = true;
        }
    }

    private (double[] Widths, double Size) Measure(FlowTable table, TableGrid grid, Frame frame)
    {
        var columns = new ContentWidths[grid.Columns];
        foreach (var (row, index) in grid.Rows.Select((r, i) => (r, i)))
        {
            foreach (var cell in row)
            {
                var bold = index < table.HeaderRows || cell.Cell.IsHeader;
                var widths = ContentWidths.Of(context, cell.Cell.Blocks, frame.Size, bold);
                widths = widths with { Word = Math.Min(widths.Word, frame.Width * WidestWord) };
                for (var c = cell.Column; c < cell.Column + cell.ColumnSpan; c++)
                {
                    var word = Math.Max(columns[c].Word, (widths.Word / cell.ColumnSpan) + 0.5);
                    columns[c] = new ContentWidths(word, Math.Max(columns[c].Line, (widths.Line / cell.ColumnSpan) + 0.5));
                }
            }
        }

        var available = frame.Width - (2 * inset * grid.Columns);
        var scale = Math.Clamp(available / columns.Sum(c => c.Word), SmallestScale, 1);
        var boxes = columns.Select(c => new ContentWidths((c.Word * scale) + (2 * inset), (c.Line * scale) + (2 * inset))).ToArray();
        return (ColumnWidths.Share(grid.Widths, boxes, frame.Width), Math.Max(LayoutContext.SmallestSize, frame.Size * scale));
    }

    /// <summary>Makes the rows of one table, handing on what doesn't fit of cells that cover several.</summary>
    private sealed class RowBuilder(BlockLayout blocks, double[] widths, double inset, Frame frame, int headerRows)
    {
        private readonly List<OpenCell> open = [];

        public RowStrip Build(List<GridCell> cells, StructureElement element, int row)
        {
            var isHeading = row < headerRows || (cells.Count > 0 && cells.TrueForAll(c => c.Cell.IsHeader));
            foreach (var cell in cells)
            {
                open.Add(Open(cell, element, row, isHeading ? "Column" : cell.Cell.IsHeader ? "Row" : null));
            }

            open.Sort((a, b) => a.Column.CompareTo(b.Column));
            var height = open.Where(o => o.LastRow == row).Select(o => RowStrip.HeightOf(o.Strips)).DefaultIfEmpty(0).Max();
            var built = ImmutableArray.CreateBuilder<RowCell>(open.Count);
            for (var o = 0; o < open.Count; o++)
            {
                var whole = new RowCell(open[o].X, open[o].Width, open[o].Strips) { Fill = open[o].Fill, EndsHere = open[o].LastRow == row };
                var (here, rest) = whole.EndsHere ? (whole, whole) : whole.Split(height);
                built.Add(here);
                open[o] = open[o] with { Strips = rest.Strips };
            }

            open.RemoveAll(o => o.LastRow == row);
            return new RowStrip(built.ToImmutable(), new RowLook(Padding, inset, RuleBelow: true)) { Bars = frame.Bars };
        }

        private OpenCell Open(GridCell cell, StructureElement parent, int row, string? scope)
        {
            var element = parent.AddChild(scope is null ? "TD" : "TH");
            element.Attributes = Attributes(cell, scope);
            var x = frame.X + widths.Take(cell.Column).Sum() + inset;
            var width = Math.Max(6, widths.Skip(cell.Column).Take(cell.ColumnSpan).Sum() - (2 * inset));
            var strips = new List<Strip>();
            var inner = frame with { Element = element, X = 0, Width = width, Bold = scope is not null, Bars = [], Depth = frame.Depth + 1 };
            blocks.AddAll([.. cell.Cell.Blocks.Where(b => b is not FlowPageBreak)], inner, strips);
            return new OpenCell(cell.Column, x, width, row + cell.RowSpan - 1, [.. strips], row < headerRows ? LayoutContext.HeaderFill : null);
        }

        private static PdfDictionary? Attributes(GridCell cell, string? scope)
        {
            if (scope is null && cell is { ColumnSpan: 1, RowSpan: 1 })
            {
                return null;
            }

            var attributes = new PdfDictionary { { "O", "Table" } };
            attributes["Scope"] = scope is null ? null : new PdfName(scope);
            attributes["ColSpan"] = cell.ColumnSpan == 1 ? null : new PdfInteger(cell.ColumnSpan);
            attributes["RowSpan"] = cell.RowSpan == 1 ? null : new PdfInteger(cell.RowSpan);
            return attributes;
        }
    }

    /// <summary>A cell that covers the row being made, with what of it isn't set yet.</summary>
    private sealed record OpenCell(int Column, double X, double Width, int LastRow, ImmutableArray<Strip> Strips, FlowColor? Fill);
}
