using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Word;

/// <summary>Gathers blocks and nests numbered and bulleted paragraphs that follow each other into lists.</summary>
internal sealed class WordListBuilder
{
    private readonly ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly List<(NumberLabel Label, List<Block> Blocks)> items = [];

    public void Add(Block block, NumberLabel? label = null)
    {
        if (label is not null)
        {
            items.Add((label, [block]));
            return;
        }

        Close();
        blocks.Add(block);
    }

    public void AddRange(IEnumerable<Block> added)
    {
        foreach (var block in added)
        {
            // What hangs on a list paragraph (a text box, hidden text) stays in its item.
            if (items.Count > 0)
            {
                items[^1].Blocks.Add(block);
            }
            else
            {
                blocks.Add(block);
            }
        }
    }

    public ImmutableArray<Block> ToBlocks()
    {
        Close();
        return blocks.ToImmutable();
    }

    private void Close()
    {
        for (var next = 0; next < items.Count;)
        {
            blocks.Add(List(items[next].Label.Level, ref next));
        }

        items.Clear();
    }

    /// <summary>The list that starts at an item: same level and kind go on, deeper ones nest (never more than nine levels).</summary>
    private ListBlock List(int level, ref int next)
    {
        var ordered = items[next].Label.IsOrdered;
        var made = ImmutableArray.CreateBuilder<ListItem>();
        while (next < items.Count && items[next].Label.Level >= level)
        {
            var (label, content) = items[next];
            if (label.Level > level)
            {
                var nested = List(label.Level, ref next);
                made[^1] = made[^1] with { Blocks = made[^1].Blocks.Add(nested) };
            }
            else if (label.IsOrdered != ordered)
            {
                break;
            }
            else
            {
                made.Add(new ListItem([.. content], ordered ? label.Text : null));
                next++;
            }
        }

        return new ListBlock(ordered, made.ToImmutable());
    }
}
