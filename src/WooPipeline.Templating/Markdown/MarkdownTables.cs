using System.Collections.Immutable;
using Markdig.Syntax;
using WooPipeline.Documents;
using Block = WooPipeline.Documents.Block;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace WooPipeline.Templating;

/// <summary>Turns pipe tables into tables of the tree.</summary>
internal static class MarkdownTables
{
    public static Table Build(MarkdownTable table, Func<ContainerBlock, ImmutableArray<Block>> build)
    {
        var rows = table.OfType<Markdig.Extensions.Tables.TableRow>().ToList();
        var built = rows.ConvertAll(row => new TableRow(
        [
            .. row.OfType<Markdig.Extensions.Tables.TableCell>().Select(cell => new TableCell(build(cell), Math.Max(1, cell.ColumnSpan), Math.Max(1, cell.RowSpan))),
        ]));
        var headers = rows.TakeWhile(r => r.IsHeader).Count();
        if (headers > 0 && built.Take(headers).All(IsBlank))
        {
            built.RemoveRange(0, headers);
            headers = 0;
        }

        return new Table([.. built], headers) { ColumnWidths = Widths(table, built) };
    }

    /// <summary>The rows with the first cell of each as its heading.</summary>
    public static ImmutableArray<TableRow> WithRowHeadings(Table table) =>
    [
        .. table.Rows.Select((row, r) => r < table.HeaderRows || row.Cells.Length == 0
            ? row
            : row with { Cells = row.Cells.SetItem(0, row.Cells[0] with { IsHeader = true }) }),
    ];

    private static bool IsBlank(TableRow row) => row.Cells.All(c => c.Blocks.All(b => PlainText.Of([b]).Trim().Length == 0));

    // Dashes of one length say nothing about widths; the writer then chooses by content.
    private static ImmutableArray<double> Widths(MarkdownTable table, List<TableRow> rows)
    {
        var columns = rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Sum(c => c.ColumnSpan));
        var widths = table.ColumnDefinitions.Take(columns).Select(d => (double)d.Width).ToImmutableArray();
        return widths.Length == columns && widths.All(w => w > 0) && widths.Distinct().Count() > 1 ? widths : [];
    }
}
