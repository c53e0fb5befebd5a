namespace WooPipeline.Pdf.Layout;

/// <summary>The cells of a table at their columns, spans resolved; every place of the grid is covered by one cell.</summary>
internal sealed class TableGrid
{
    private const int MostColumns = 512;

    private TableGrid(List<List<GridCell>> rows, int columns) => (Rows, Columns) = (rows, columns);

    /// <summary>Per row the cells that begin in it, by column.</summary>
    public List<List<GridCell>> Rows { get; }

    public int Columns { get; }

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

        FillGaps(rows, columns);
        return new TableGrid(rows, columns);
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
