namespace WooPipeline.Pdf.Text;

/// <summary>Rows through which a gutter runs from top to bottom.</summary>
internal sealed class Band
{
    private readonly List<List<TextLine>> rows;
    private readonly List<(double Left, double Right)> columns;

    private Band(List<List<TextLine>> rows, int end, List<(double Left, double Right)> columns)
    {
        this.rows = rows;
        this.columns = columns;
        End = end;
        IsTable = LooksLikeTable();
    }

    /// <summary>Index of the first row after the band.</summary>
    public int End { get; }

    public bool IsTable { get; }

    /// <summary>The longest band that starts at a row, or null where no gutter runs there.</summary>
    public static Band? Find(List<List<TextLine>> rows, int start)
    {
        var occupied = new List<(double Left, double Right)>();
        List<(double Left, double Right)>? best = null;
        var end = start;
        for (var i = start; i < rows.Count; i++)
        {
            if (i > start && rows[i - 1][0].Bottom - rows[i][0].Top > 6 * rows[i][0].Size)
            {
                break;
            }

            foreach (var line in rows[i])
            {
                Occupy(occupied, line.Left, line.Right, MinimumGutter(line));
            }

            if (occupied.Count > 1)
            {
                best = [.. occupied];
                end = i + 1;
            }
            else if (best is not null || i >= start + 2)
            {
                break;
            }
        }

        if (best is null)
        {
            return null;
        }

        // Single lines at the left before and after are text around a table, not rows of it.
        while (end - start > 1 && IsAtLeft(rows[end - 1], best))
        {
            end--;
        }

        if (IsAtLeft(rows[start], best) && IsTableAfter(rows, start, end, best))
        {
            return null;
        }

        var band = rows[start..end];
        return IsReal(band, best) ? new Band(band, end, best) : null;
    }

    private static bool IsAtLeft(List<TextLine> row, List<(double Left, double Right)> columns) => row.Count == 1 && row[0].Left <= columns[0].Right && row[0].Right < columns[1].Left;

    /// <summary>True where what follows is a table by itself, so that a line above it can be left out.</summary>
    private static bool IsTableAfter(List<List<TextLine>> rows, int start, int end, List<(double Left, double Right)> columns)
    {
        var rest = rows[(start + 1)..end];
        return IsReal(rest, columns) && new Band(rest, end, columns).IsTable;
    }

    /// <summary>The rows of each column, left to right.</summary>
    public IEnumerable<List<List<TextLine>>> Columns()
    {
        for (var c = 0; c < columns.Count; c++)
        {
            yield return [.. rows.Select(r => r.Where(l => ColumnOf(l) == c).ToList()).Where(r => r.Count > 0)];
        }
    }

    public LayoutPart ToTable()
    {
        var cells = new List<List<List<TextLine>>>();
        List<TextLine>? previous = null;
        var isFirst = true;
        foreach (var row in rows)
        {
            if (previous is null || !(Continues(previous, row) || (isFirst && Completes(previous, row))))
            {
                isFirst = previous is null;
                cells.Add([.. columns.Select(_ => new List<TextLine>())]);
            }

            foreach (var line in row)
            {
                cells[^1][ColumnOf(line)].Add(line);
            }

            previous = row;
        }

        return new LayoutPart([], cells);
    }

    /// <summary>Headings set on the bottom of their row: a first row without its first cell, close over a full one.</summary>
    private bool Completes(List<TextLine> above, List<TextLine> row) =>
        above[0].Baseline - row[0].Baseline < 1.35 * row[0].Size && !above.Exists(l => ColumnOf(l) == 0) && row.Count == columns.Count;

    private bool Continues(List<TextLine> above, List<TextLine> row)
    {
        // A row with fewer cells than the one above, close under it, is the rest of a wrapped cell.
        var distance = above[0].Baseline - row[0].Baseline;
        var now = row.Select(ColumnOf).ToHashSet();
        return distance < 1.6 * row[0].Size && !now.Contains(0) && now.Count < columns.Count;
    }

    private static double MinimumGutter(TextLine line) => Math.Max(5, 0.6 * line.Size);

    /// <summary>True where both sides have text enough to be more than a word that stands apart.</summary>
    private static bool IsReal(List<List<TextLine>> rows, List<(double Left, double Right)> columns)
    {
        if (rows.Count < 2)
        {
            return false;
        }

        var counts = columns.Select(c => rows.Count(r => r.Exists(l => l.Left >= c.Left - 0.1 && l.Right <= c.Right + 0.1))).ToList();
        var multiple = rows.Count(r => r.Count > 1);
        return counts.Count(c => c >= 2) >= 2 && (multiple >= 2 || counts.Count(c => c >= 3) >= 2);
    }

    private bool LooksLikeTable()
    {
        // Lines of the emptiest column of a table stand beside lines of another; those of a column of its own need not.
        var fewest = Enumerable.Range(0, columns.Count).MinBy(c => rows.Count(r => r.Exists(l => ColumnOf(l) == c)));
        var beside = rows.Count(r => r.Exists(l => ColumnOf(l) == fewest) && r.Count > 1);
        if (beside < 2 || beside < 0.6 * rows.Count(r => r.Exists(l => ColumnOf(l) == fewest)))
        {
            return false;
        }

        for (var c = 0; c < columns.Count; c++)
        {
            var lines = rows.SelectMany(r => r).Where(l => ColumnOf(l) == c).ToList();
            var width = columns[c].Right - columns[c].Left;
            var fill = lines.Average(l => (l.Right - l.Left) / Math.Max(1, width));
            if (lines.Count < 5 || fill < 0.72 || lines.Average(l => l.Letters) < 24)
            {
                return true;
            }
        }

        return false;
    }

    private int ColumnOf(TextLine line)
    {
        for (var c = 0; c < columns.Count; c++)
        {
            if (line.Left <= columns[c].Right)
            {
                return c;
            }
        }

        return columns.Count - 1;
    }

    /// <summary>Adds an interval, joining those that lie nearer than a gutter.</summary>
    private static void Occupy(List<(double Left, double Right)> occupied, double left, double right, double gutter)
    {
        for (var i = occupied.Count - 1; i >= 0; i--)
        {
            if (occupied[i].Left < right + gutter && left < occupied[i].Right + gutter)
            {
                left = Math.Min(left, occupied[i].Left);
                right = Math.Max(right, occupied[i].Right);
                occupied.RemoveAt(i);
            }
        }

        var place = occupied.FindIndex(o => o.Left > left);
        occupied.Insert(place < 0 ? occupied.Count : place, (left, right));
    }
}
