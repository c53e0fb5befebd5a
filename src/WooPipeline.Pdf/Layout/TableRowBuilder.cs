using System.Collections.Immutable;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Layout;

/// <summary>Makes the rows of one table, handing on what doesn't fit of cells that cover several.</summary>
internal sealed class TableRowBuilder(BlockLayout blocks, double[] widths, double inset, Frame frame, int headerRows)
{
    private const double Padding = 3;
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

    /// <summary>A cell that covers the row being made, with what of it isn't set yet.</summary>
    private sealed record OpenCell(int Column, double X, double Width, int LastRow, ImmutableArray<Strip> Strips, FlowColor? Fill);
}
