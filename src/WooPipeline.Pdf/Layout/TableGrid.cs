using System.Collections.Immutable;

namespace WooPipeline.Pdf.Layout;

/// <summary>The cells of a table at their columns, spans resolved; every place of the grid is covered by one cell.</summary>
internal sealed class TableGrid
{
    private const int MostColumns = 512;

    private TableGrid(List<List<GridCell>> rows, ImmutableArray<double> widths, int columns) =>
        (Rows, Widths, Columns) = (rows, widths, columns);

    /// <summary>Per row the cells that begin in it, by column.</summary>
    public List<List<GridCell>> Rows { get; }

    public int Columns { get; }

    /// <summary>The relative widths given, for the columns of the grid; empty where there are none that fit.</summary>
    public ImmutableArray<double> Widths { get; }

    public static TableGrid Of(FlowTable table)
    {
        var columns = 1;
        var rows = new List<List<GridCell>>();
        var busy = new List<int>(); // per column the first row that is free again
        for (var r = 0; r < table.Rows.Length; r++)
        {
            var row = new List<GridCell>();
            var column = 0;
            foreach (var cell in table.Rows[r].Cells)
            {
                while (column < busy.Count && busy[column] > r)
                {
                    column++;
                }

                // A cell never covers what a cell of an earlier row covers, nor rows that aren't there.
                column = Math.Min(column, MostColumns - 1);
                var span = Math.Clamp(cell.ColumnSpan, 1, MostColumns - column);
                span = Enumerable.Range(1, span - 1).FirstOrDefault(i => column + i < busy.Count && busy[column + i] > r, span);
                var down = Math.Clamp(cell.RowSpan, 1, EndOfPart(table, r) - r);
                row.Add(new GridCell(cell, column, span, down));
                while (busy.Count < column + span)
                {
                    busy.Add(0);
                }

                for (var c = column; c < column + span; c++)
                {
                    busy[c] = r + down;
                }

                column += span;
            }

            columns = Math.Max(columns, busy.Count);
            rows.Add(row);
        }

        var starts = Join(rows, columns);
        FillGaps(rows, starts.Count);
        return new TableGrid(rows, JoinWidths(table.ColumnWidths, starts, columns), starts.Count);
    }

    /// <summary>Joins columns between which no cell begins: spans that cover more columns than the table has need no room.</summary>
    private static List<int> Join(List<List<GridCell>> rows, int columns)
    {
        var starts = rows.SelectMany(r => r).Select(c => c.Column).Append(0).Distinct().Order().ToList();
        if (starts.Count < columns)
        {
            foreach (var row in rows)
            {
                for (var c = 0; c < row.Count; c++)
                {
                    var first = starts.BinarySearch(row[c].Column);
                    var end = starts.BinarySearch(row[c].Column + row[c].ColumnSpan);
                    row[c] = row[c] with { Column = first, ColumnSpan = (end < 0 ? ~end : end) - first };
                }
            }
        }

        return starts;
    }

    private static ImmutableArray<double> JoinWidths(ImmutableArray<double> widths, List<int> starts, int columns) =>
        widths.Length != columns
            ? []
            : [.. starts.Select((s, i) => widths.Skip(s).Take((i + 1 < starts.Count ? starts[i + 1] : columns) - s).Sum())];

    /// <summary>The columns from one on as a table of their own; a cell that is cut stands in the first of its tables.</summary>
    public TableGrid Part(int start, int columns)
    {
        if (columns == Columns)
        {
            return this;
        }

        var rows = new List<List<GridCell>>();
        foreach (var row in Rows)
        {
            var part = new List<GridCell>();
            foreach (var cell in row.Where(c => c.Column < start + columns && c.Column + c.ColumnSpan > start))
            {
                var first = Math.Max(cell.Column, start);
                var end = Math.Min(cell.Column + cell.ColumnSpan, start + columns);
                part.Add(new GridCell(first == cell.Column ? cell.Cell : cell.Cell with { Blocks = [] }, first - start, end - first, cell.RowSpan));
            }

            rows.Add(part);
        }

        return new TableGrid(rows, Widths.IsEmpty ? [] : Widths.Slice(start, columns), columns);
    }

    /// <summary>Heading rows and the others don't share cells: they are repeated without each other.</summary>
    private static int EndOfPart(FlowTable table, int row) =>
        row < table.HeaderRows ? Math.Min(table.HeaderRows, table.Rows.Length) : table.Rows.Length;

    private static void FillGaps(List<List<GridCell>> rows, int columns)
    {
        var covered = rows.ConvertAll(_ => new bool[columns]);
        for (var r = 0; r < rows.Count; r++)
        {
            foreach (var cell in rows[r])
            {
                for (var down = 0; down < cell.RowSpan; down++)
                {
                    Array.Fill(covered[r + down], true, cell.Column, cell.ColumnSpan);
                }
            }
        }

        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                if (!covered[r][c])
                {
                    rows[r].Add(new GridCell(new FlowCell([]), c, 1, 1));
                }
            }

            rows[r].Sort((a, b) => a.Column.CompareTo(b.Column));
        }
    }
}

/// <summary>A cell at its place.</summary>
internal sealed record GridCell(FlowCell Cell, int Column, int ColumnSpan, int RowSpan);
