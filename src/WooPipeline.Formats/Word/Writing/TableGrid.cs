using WooPipeline.Documents;

namespace WooPipeline.Formats.Word;

/// <summary>A place in a table's grid.</summary>
/// <param name="Cell">The cell; null for a filler or the lower part of a merged one.</param>
/// <param name="Column">First column.</param>
/// <param name="Span">Columns covered.</param>
/// <param name="Merge">True where rows are merged from here, false where they go on, null where not merged.</param>
internal sealed record TableSlot(TableCell? Cell, int Column, int Span, bool? Merge);

/// <summary>The cells of a table put in columns, with rows of equal width.</summary>
internal sealed record TableGrid(int Columns, List<List<TableSlot>> Rows)
{
    private const int MaxColumns = 63; // the most that Word shows

    public static TableGrid Of(Table table)
    {
        var rows = new List<List<TableSlot>>();
        var open = new Dictionary<int, (int Span, int Left)>();
        foreach (var row in table.Rows)
        {
            var slots = new List<TableSlot>();
            var column = 0;
            foreach (var cell in row.Cells)
            {
                column = Continue(slots, open, column);
                if (column >= MaxColumns)
                {
                    // What is wider than Word can show goes into the last cell, rather than away.
                    slots[^1] = slots[^1] with { Cell = Join(slots[^1].Cell, cell) };
                    continue;
                }

                var span = Math.Clamp(cell.ColumnSpan, 1, MaxColumns - column);
                slots.Add(new TableSlot(cell, column, span, cell.RowSpan > 1 ? true : null));
                if (cell.RowSpan > 1)
                {
                    open[column] = (span, cell.RowSpan);
                }

                column += span;
            }

            Continue(slots, open, column);
            foreach (var key in open.Keys.ToList())
            {
                var (span, left) = open[key];
                open[key] = (span, left - 1);
                if (left <= 1)
                {
                    open.Remove(key);
                }
            }

            rows.Add(slots);
        }

        var width = rows.Select(r => r.Sum(s => s.Span)).DefaultIfEmpty(0).Max();
        foreach (var row in rows)
        {
            var used = row.Sum(s => s.Span);
            if (used < width)
            {
                row.Add(new TableSlot(null, used, width - used, null));
            }
        }

        return new TableGrid(width, rows);
    }

    /// <summary>Adds the lower parts of cells that began in rows above, as long as they stand at the column.</summary>
    private static int Continue(List<TableSlot> slots, Dictionary<int, (int Span, int Left)> open, int column)
    {
        while (open.TryGetValue(column, out var above) && !slots.Any(s => s.Column == column && s.Merge == true) && above.Left > 0)
        {
            slots.Add(new TableSlot(null, column, above.Span, false));
            column += above.Span;
        }

        return column;
    }

    private static TableCell Join(TableCell? first, TableCell second) =>
        first is null ? second : first with { Blocks = [.. first.Blocks, .. second.Blocks] };
}
