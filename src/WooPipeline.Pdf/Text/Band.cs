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

        var band = rows[start..end];
        return IsReal(band, best) ? new Band(band, end, best) : null;
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
        foreach (var row in rows)
        {
            if (previous is null || !Continues(previous, row))
            {
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
        var multiple = rows.Count(r => r.Count > 1);
        if (multiple < 2 || multiple < 0.3 * rows.Count)
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
