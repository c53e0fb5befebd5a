using System.Collections.Immutable;

namespace WooPipeline.Pdf.Layout;

/// <summary>Blocks without their nesting, for what is nested too deep to be set in any further.</summary>
internal static class Flattened
{
    /// <summary>The text blocks within blocks, in order, without recursion.</summary>
    public static ImmutableArray<FlowBlock> Paragraphs(ImmutableArray<FlowBlock> blocks)
    {
        var result = ImmutableArray.CreateBuilder<FlowBlock>();
        var stack = new Stack<FlowBlock>(blocks.Reverse());
        while (stack.TryPop(out var block))
        {
            var inner = Inner(block);
            if (inner.Count == 0)
            {
                result.Add(block is FlowFields or FlowTable or FlowList or FlowGroup ? new FlowParagraph([]) : block);
            }

            for (var i = inner.Count - 1; i >= 0; i--)
            {
                stack.Push(inner[i]);
            }
        }

        return result.ToImmutable();
    }

    private static List<FlowBlock> Inner(FlowBlock block) => block switch
    {
        FlowGroup group => [.. group.Blocks],
        FlowList list => [.. list.Items.SelectMany(i => i.Blocks.Prepend(new FlowParagraph([new FlowText(i.Label)])))],
        FlowTable table => [new FlowParagraph(table.Caption), .. table.Rows.SelectMany(r => r.Cells).SelectMany(c => c.Blocks)],
        FlowFields fields => [.. fields.Fields.Select(f => new FlowParagraph([new FlowText(f.Label + " "), .. f.Value]))],
        _ => [],
    };
}
