using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>The rows of the first table of a paper, for its csv: the same cells as the paper shows, so that they can't differ.</summary>
internal static class StatusRows
{
    public static ImmutableArray<ImmutableArray<string>>? Of(DocumentTree tree) =>
        tree.Blocks.OfType<Table>().FirstOrDefault() is not { } table ? null
            : [.. table.Rows.Select(row => row.Cells.Select(cell => PlainText.Of(cell.Blocks).TrimEnd('\n').Replace('\n', ' ')).ToImmutableArray())];
}
