namespace WooPipeline.Formats.Sheet;

/// <summary>Merged cells of a sheet (§18.3.1.55): what they span, and which cells lie unseen below them.</summary>
internal sealed class SheetMerges
{
    private const long MostCellsListed = 2_000_000;
    private readonly Dictionary<(int Row, int Column), (int Rows, int Columns)> spans = [];
    private readonly HashSet<(int Row, int Column)> covered = [];
    private readonly List<((int Row, int Column) From, (int Row, int Column) To)> wide = [];

    public void Add((int Row, int Column) from, (int Row, int Column) to)
    {
        var rows = to.Row - from.Row + 1;
        var columns = to.Column - from.Column + 1;
        spans[from] = (rows, columns);
        if (((long)rows * columns) + covered.Count > MostCellsListed)
        {
            wide.Add((from, to));
            return;
        }

        for (var row = from.Row; row <= to.Row; row++)
        {
            for (var column = from.Column; column <= to.Column; column++)
            {
                if ((row, column) != from)
                {
                    covered.Add((row, column));
                }
            }
        }
    }

    public (int Rows, int Columns) SpanOf(int row, int column) => spans.GetValueOrDefault((row, column), (1, 1));

    public bool Covers(int row, int column) =>
        covered.Contains((row, column))
        || wide.Any(w => (row, column) != w.From && row >= w.From.Row && row <= w.To.Row && column >= w.From.Column && column <= w.To.Column);
}
