using System.Collections.Immutable;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Layout;

/// <summary>Sets tables: widths of columns, rows as strips, structure with headings and spans.</summary>
internal sealed class TableLayout(LayoutContext context, BlockLayout blocks)
{
    private const double NarrowestTable = 100;

    /// <summary>Sets a table; one that is too wide is cut into tables below each other, one within too narrow a column into its blocks.</summary>
    public void Add(FlowTable table, Frame frame, List<Strip> strips)
    {
        if (frame.Width < NarrowestTable)
        {
            var cells = table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Blocks).Prepend(new FlowParagraph(table.Caption));
            blocks.AddAll([.. cells], frame with { Depth = frame.Depth + 1 }, strips);
            return;
        }

        var grid = TableGrid.Of(table);
        var sized = frame with { Size = Math.Max(LayoutContext.SmallestSize, frame.Size * (frame.Tight ? 1 : 0.92)) };
        var content = TableMeasure.Content(context, table, grid, sized.Size);
        foreach (var (start, count) in TableMeasure.Parts(content, frame.Width))
        {
            AddPart(table, grid.Part(start, count), TableMeasure.Of(content.AsSpan(start, count), frame.Width, sized.Size), sized, strips);
            table = table with { Caption = [] };
        }
    }

    private void AddPart(FlowTable table, TableGrid grid, TableMeasure measure, Frame frame, List<Strip> strips)
    {
        var element = frame.Element.AddChild("Table");
        AddCaption(table, frame with { Element = element }, strips);
        if (grid.Rows.Count == 0)
        {
            return;
        }

        var headerRows = Math.Clamp(table.HeaderRows, 0, grid.Rows.Count);
        var widths = ColumnWidths.Share(grid.Widths, measure.Columns, frame.Width);
        var rows = new TableRowBuilder(blocks, widths, measure.Inset, frame with { Size = measure.Size, Tight = true }, headerRows);
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
}
