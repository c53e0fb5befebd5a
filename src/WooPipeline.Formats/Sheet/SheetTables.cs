using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats.Text;

namespace WooPipeline.Formats.Sheet;

/// <summary>Rows and columns that the cell at a place covers.</summary>
internal delegate (int Rows, int Columns) SpanOfCell(int row, int column);

/// <summary>Lays the cells of a sheet out as tables: a table for each stretch of rows, its lone cells above as paragraphs.</summary>
internal static class SheetTables
{
    /// <summary>Blocks for cells in order of rows.</summary>
    public static ImmutableArray<Block> Of(SpanOfCell spanOf, IEnumerable<GridCell> cells, Func<GridCell, Origin?> origin)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var stretch = new List<List<GridCell>>();
        foreach (var row in cells.GroupBy(c => c.Row))
        {
            if (stretch.Count > 0 && row.Key > stretch[^1][0].Row + 1)
            {
                Add(spanOf, stretch, origin, blocks);
                stretch.Clear();
            }

            stretch.Add([.. row.OrderBy(c => c.Column)]);
        }

        if (stretch.Count > 0)
        {
            Add(spanOf, stretch, origin, blocks);
        }

        return blocks.ToImmutable();
    }

    private static void Add(SpanOfCell spanOf, List<List<GridCell>> rows, Func<GridCell, Origin?> origin, ImmutableArray<Block>.Builder blocks)
    {
        var first = rows.TakeWhile(r => r.Count == 1).Count();
        first = first == rows.Count && rows.Count > 1 ? 0 : first; // one column of cells is a list of values, not titles
        foreach (var row in rows.Take(first))
        {
            blocks.Add(new Paragraph(Inlines(row[0], origin)));
        }

        if (first == rows.Count)
        {
            return;
        }

        var body = rows.GetRange(first, rows.Count - first);
        var columns = body.SelectMany(r => r).Select(c => c.Column).Distinct().Order().ToList();
        var place = columns.Select((c, i) => (c, i)).ToDictionary(p => p.c, p => p.i);
        var heading = Headings(body[0], columns.Count, place);
        var texts = body.Take(2).Select((r, i) => (IReadOnlyList<string>)(i == 0 ? heading : Headings(r, columns.Count, place))).ToList();
        var header = HeaderRow.IsHeading(texts) ? 1 : 0;
        var made = body.Select((row, r) => Row(spanOf, row, columns, place, origin, r < header));
        blocks.Add(new Table([.. made], header));
    }

    private static string[] Headings(List<GridCell> row, int columns, Dictionary<int, int> place)
    {
        var texts = Enumerable.Repeat("", columns).ToArray();
        foreach (var cell in row)
        {
            texts[place[cell.Column]] = cell.Text;
        }

        return texts;
    }

    private static TableRow Row(SpanOfCell spanOf, List<GridCell> row, List<int> columns, Dictionary<int, int> place, Func<GridCell, Origin?> origin, bool header)
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>(columns.Count);
        var next = 0;
        for (var i = 0; i < row.Count; i++)
        {
            var cell = row[i];
            for (; next < place[cell.Column]; next++)
            {
                cells.Add(new TableCell([]));
            }

            // A merged cell covers the columns after it that are empty in this row.
            var last = cell.Column + spanOf(cell.Row, cell.Column).Columns - 1;
            var taken = i + 1 < row.Count ? row[i + 1].Column : int.MaxValue;
            var span = columns.Skip(next).TakeWhile(c => c <= last && c < taken).Count();
            cells.Add(new TableCell([new Paragraph(Inlines(cell, origin))], Math.Max(1, span), IsHeader: header));
            next += Math.Max(1, span);
        }

        for (; next < columns.Count; next++)
        {
            cells.Add(new TableCell([]));
        }

        return new TableRow(cells.ToImmutable());
    }

    /// <summary>The text of a cell as one run; lines within it stay lines of one run each, all of the cell's origin.</summary>
    private static ImmutableArray<Inline> Inlines(GridCell cell, Func<GridCell, Origin?> origin)
    {
        if (origin(cell) is not { } start)
        {
            return TextBlocks.Lines(cell.Text.Split('\n'));
        }

        var inlines = ImmutableArray.CreateBuilder<Inline>();
        var offset = 0;
        foreach (var line in cell.Text.Split('\n'))
        {
            if (offset > 0)
            {
                inlines.Add(new LineBreak());
            }

            inlines.Add(new TextRun(line, TextStyle.None, start with { Offset = start.Offset + offset }));
            offset += line.Length + 1;
        }

        return inlines.ToImmutable();
    }
}
