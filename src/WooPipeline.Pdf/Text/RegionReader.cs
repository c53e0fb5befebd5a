namespace WooPipeline.Pdf.Text;

/// <summary>
/// Finds the order of reading of rows: bands with a gutter are a table or columns, the rest is plain lines. Columns are read
/// one after the other, each in the same way again.
/// </summary>
internal sealed class RegionReader(IReadOnlyList<(double[] Xs, double[] Ys)> grids)
{
    private const int MaxDepth = 6;
    private readonly List<LayoutPart> parts = [];

    public static List<LayoutPart> Read(List<List<TextLine>> rows, IReadOnlyList<(double[] Xs, double[] Ys)> grids)
    {
        var reader = new RegionReader(grids);
        reader.ReadGrids(rows);
        return reader.parts;
    }

    private void ReadGrids(List<List<TextLine>> rows)
    {
        var start = 0;
        foreach (var grid in grids.OrderByDescending(g => g.Ys[0]))
        {
            var first = rows.FindIndex(start, r => Middle(r) < grid.Ys[0]);
            var last = rows.FindLastIndex(r => Middle(r) > grid.Ys[^1]);
            if (first < 0 || last < first || !Covers(rows, first, last, grid.Xs))
            {
                continue;
            }

            ReadBands(rows[start..first], 0);
            parts.Add(GridTable.Read(rows[first..(last + 1)], grid.Xs, grid.Ys));
            start = last + 1;
        }

        ReadBands(rows[start..], 0);
    }

    /// <summary>True where (nearly) all lines of the rows stand within the grid's sides.</summary>
    private static bool Covers(List<List<TextLine>> rows, int first, int last, double[] xs)
    {
        var lines = rows[first..(last + 1)].SelectMany(r => r).ToList();
        return lines.Count(l => l.Left > xs[0] - 4 && l.Left < xs[^1] + 4) >= 0.95 * lines.Count;
    }

    private static double Middle(List<TextLine> row) => row.Max(l => l.Baseline) + (0.3 * row[0].Size);

    private void ReadBands(List<List<TextLine>> rows, int depth)
    {
        var plain = new List<TextLine>();
        for (var i = 0; i < rows.Count;)
        {
            var band = depth < MaxDepth ? Band.Find(rows, i) : null;
            if (band is null)
            {
                plain.Add(rows[i].Count == 1 ? rows[i][0] : new TextLine([.. rows[i].SelectMany(l => l.Words)]));
                i++;
                continue;
            }

            Flush(plain);
            if (band.IsTable)
            {
                parts.Add(band.ToTable());
            }
            else
            {
                foreach (var column in band.Columns())
                {
                    ReadBands(column, depth + 1);
                }
            }

            i = band.End;
        }

        Flush(plain);
    }

    private void Flush(List<TextLine> plain)
    {
        if (plain.Count > 0)
        {
            parts.Add(new LayoutPart([.. plain]));
            plain.Clear();
        }
    }
}
