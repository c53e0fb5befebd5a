namespace WooPipeline.Pdf.Layout;

/// <summary>The anchors that a document has, found without recursion.</summary>
internal static class AnchorIndex
{
    public static HashSet<string> Of(FlowDocument document)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var stack = new Stack<FlowBlock>(document.Blocks);
        while (stack.TryPop(out var block))
        {
            if (!string.IsNullOrEmpty(block.Anchor))
            {
                anchors.Add(block.Anchor);
            }

            foreach (var inner in Inner(block))
            {
                stack.Push(inner);
            }
        }

        return anchors;
    }

    private static IEnumerable<FlowBlock> Inner(FlowBlock block) => block switch
    {
        FlowGroup group => group.Blocks,
        FlowList list => list.Items.SelectMany(i => i.Blocks),
        FlowTable table => table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Blocks),
        _ => [],
    };
}
