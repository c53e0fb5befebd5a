using System.Collections.Immutable;
using System.Xml.Linq;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Word;

/// <summary>Puts the cells of a table in columns and joins those merged downwards (§17.4.84).</summary>
internal sealed class WordTableGrid
{
    private const int MaxSpan = 1000;
    private readonly List<List<(int Column, int Span, bool Continues)>> rows = [];
    private int column;

    public void StartRow(XElement? properties)
    {
        rows.Add([]);
        column = int.TryParse(properties.ChildVal("gridBefore"), out var before) ? Math.Clamp(before, 0, MaxSpan) : 0;
    }

    /// <summary>A cell; one that goes on with the cell above and holds nothing gives null.</summary>
    public TableCell? Add(XElement? properties, ImmutableArray<Block> blocks)
    {
        var span = int.TryParse(properties.ChildVal("gridSpan"), out var wide) ? Math.Clamp(wide, 1, MaxSpan) : 1;
        var merge = properties?.Element(W.Main + "vMerge");
        var goesOn = merge is not null && (string?)merge.Attribute(W.Val) != "restart" && rows.Count > 1 && blocks.IsEmpty;
        rows[^1].Add((column, span, goesOn));
        column += span;
        return goesOn ? null : new TableCell(blocks, span);
    }

    /// <summary>The rows with their cells' heights.</summary>
    public ImmutableArray<TableRow> Finish(ImmutableArray<TableRow> made)
    {
        var result = ImmutableArray.CreateBuilder<TableRow>(made.Length);
        for (var r = 0; r < made.Length; r++)
        {
            var shown = rows[r].Where(c => !c.Continues).ToList();
            result.Add(new TableRow([.. made[r].Cells.Select((cell, i) => cell with { RowSpan = Height(r, shown[i].Column) })]));
        }

        return result.ToImmutable();
    }

    /// <summary>1 where the first row is bold all through and the second isn't: a heading row that isn't marked as one.</summary>
    public static int BoldHeader(ImmutableArray<TableRow> rows) =>
        rows.Length > 1 && rows[0].Cells.Length > 1 && rows[0].Cells.All(c => IsBold(c) == true) && rows[1].Cells.Any(c => IsBold(c) == false) ? 1 : 0;

    private int Height(int row, int atColumn)
    {
        var height = 1;
        while (row + height < rows.Count && rows[row + height].Any(c => c.Column == atColumn && c.Continues))
        {
            height++;
        }

        return height;
    }

    private static bool? IsBold(TableCell cell)
    {
        var runs = cell.Blocks.OfType<Paragraph>().SelectMany(p => p.Content).OfType<TextRun>().Where(r => !string.IsNullOrWhiteSpace(r.Text)).ToList();
        return runs.Count == 0 ? null : runs.All(r => r.Style.HasFlag(TextStyle.Bold));
    }
}
