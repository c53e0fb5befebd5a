namespace WooPipeline.Pdf.Layout;

/// <summary>What the columns of a table need, and the size of text and space beside it that make them fit.</summary>
/// <param name="Columns">What each column needs at that size, with the space beside its text.</param>
/// <param name="Size">Size of the text.</param>
/// <param name="Inset">Space left and right of the text of a cell; less where there are many columns.</param>
internal sealed record TableMeasure(ContentWidths[] Columns, double Size, double Inset)
{
    private const double SmallestScale = 0.62;
    private const double ScaleForWholeWords = 0.75;
    private const double WidestWord = 0.35;
    private const double NarrowestColumn = 26;
    private const double SmallestInset = 2.5;

    /// <summary>What the content of each column needs at a size.</summary>
    public static ContentWidths[] Content(LayoutContext context, FlowTable table, TableGrid grid, double size)
    {
        var columns = new ContentWidths[grid.Columns];
        for (var r = 0; r < grid.Rows.Count; r++)
        {
            foreach (var cell in grid.Rows[r])
            {
                var bold = r < table.HeaderRows || cell.Cell.IsHeader;
                var widths = ContentWidths.Of(context, cell.Cell.Blocks, size, bold).Times(1.0 / cell.ColumnSpan).Plus(0.5);
                for (var c = cell.Column; c < cell.Column + cell.ColumnSpan; c++)
                {
                    columns[c] = columns[c].Or(widths);
                }
            }
        }

        return columns;
    }

    /// <summary>Cuts columns into tables that fit: as many columns as keep their words whole at the smallest size.</summary>
    public static IEnumerable<(int Start, int Count)> Parts(ContentWidths[] content, double width)
    {
        var start = 0;
        var used = 0.0;
        for (var c = 0; c < content.Length; c++)
        {
            var column = Math.Max(NarrowestColumn, (Math.Min(content[c].Piece, width * WidestWord) * SmallestScale) + (2 * SmallestInset));
            if (used + column > width && c > start)
            {
                yield return (start, c - start);
                (start, used) = (c, 0);
            }

            used += column;
        }

        yield return (start, content.Length - start);
    }

    /// <summary>The measure of columns in a width: with whole words where that can be, else with long addresses cut at their seams.</summary>
    public static TableMeasure Of(ReadOnlySpan<ContentWidths> content, double width, double size)
    {
        var inset = content.Length <= 6 ? 5.5 : content.Length <= 10 ? 4 : SmallestInset;
        var available = width - (2 * inset * content.Length);
        var columns = content.ToArray();
        var most = available * WidestWord;
        double[][] choices =
        [
            [.. columns.Select(c => c.Word)],
            [.. columns.Select(c => c.Word <= most ? c.Word : Math.Min(c.Piece, most))],
            [.. columns.Select(c => Math.Min(c.Piece, most))],
        ];
        var words = Array.Find(choices, c => c.Sum() * ScaleForWholeWords <= available) ?? choices[^1];
        var scale = Math.Clamp(available / Math.Max(1, words.Sum()), SmallestScale, 1);
        for (var c = 0; c < columns.Length; c++)
        {
            columns[c] = (columns[c] with { Word = words[c] }).Times(scale).Plus(2 * inset);
        }

        return new TableMeasure(columns, Math.Max(LayoutContext.SmallestSize, size * scale), inset);
    }
}
