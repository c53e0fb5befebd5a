namespace WooPipeline.Pdf.Text;

/// <summary>Puts lines into the cells of a ruled table.</summary>
internal static class GridTable
{
    public static LayoutPart Read(List<List<TextLine>> rows, double[] xs, double[] ys)
    {
        var cells = new List<List<List<TextLine>>>();
        for (var r = 0; r + 1 < ys.Length; r++)
        {
            cells.Add([.. Enumerable.Range(0, xs.Length - 1).Select(_ => new List<TextLine>())]);
        }

        foreach (var line in rows.SelectMany(r => r))
        {
            var middle = line.Baseline + (0.3 * line.Size);
            var row = Math.Clamp(Array.FindIndex(ys, y => y < middle) - 1, 0, cells.Count - 1);
            var column = Math.Clamp(Array.FindLastIndex(xs, x => x <= line.Left + 2), 0, xs.Length - 2);
            cells[row][column].Add(line);
        }

        return new LayoutPart([], cells) { HasHeader = HasHeader(cells) };
    }

    private static bool HasHeader(List<List<List<TextLine>>> cells) => cells.Count > 1 && cells[0].TrueForAll(c => c.Count > 0);
}
