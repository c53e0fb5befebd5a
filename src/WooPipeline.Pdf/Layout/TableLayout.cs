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
        var rows = new TableRowBuilder(blocks, widths, inset, outer with { Size = size, Tight = true }, headerRows);
        var first = strips.Count;
        AddRows(grid, element, rows, headerRows, strips);
        strips[first].SpaceBefore = table.Caption.IsEmpty ? frame.Size * 0.7 : 2;
    }

    private static void AddRows(TableGrid grid, StructureElement element, TableRowBuilder rows, int headerRows, List<Strip> strips)
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
}
