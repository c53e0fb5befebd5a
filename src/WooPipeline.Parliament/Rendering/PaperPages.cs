using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>A paper's blocks with the pages they start on.</summary>
internal sealed class PaperPages(DocumentTree tree, IReadOnlyDictionary<string, int> pages)
{
    /// <summary>Begins the anchors that were added for counting.</summary>
    public const string OwnPrefix = "blok--";

    private const string EndMark = "/eind";

    public IEnumerable<string> Anchors => tree.Blocks.Select(b => b.Anchor).OfType<string>().Where(IsGiven);

    /// <summary>Pages from an anchor up to the next one that the template gave.</summary>
    public (int First, int Last)? Range(string anchor)
    {
        var start = IndexOf(anchor);
        if (start < 0 || !pages.TryGetValue(anchor, out var first))
        {
            return null;
        }

        var last = first;
        foreach (var block in Part(start))
        {
            last = Math.Max(last, EndOf(block) ?? last);
        }

        return (first, last);
    }

    /// <summary>The page of words within the part that an anchor begins.</summary>
    public (int First, int Last)? Words(string anchor, string words)
    {
        var start = IndexOf(anchor);
        if (start < 0 || Part(start).FirstOrDefault(b => Quotes.Contains(PlainText.Of([b]), words)) is not { } block)
        {
            return null;
        }

        return pages.TryGetValue(block.Anchor ?? "", out var page) ? (page, EndOf(block) ?? page) : null;
    }

    private int? EndOf(Block block) => block.Anchor is not { } anchor ? null
        : pages.TryGetValue(anchor + EndMark, out var end) ? end
        : pages.TryGetValue(anchor, out var start) ? start
        : null;

    // A heading begins a part; any other block, such as a table, is a part of its own.
    private IEnumerable<Block> Part(int start) => tree.Blocks[start] is not Heading ? [tree.Blocks[start]] : tree.Blocks.Skip(start + 1).TakeWhile(b => !StartsPart(b)).Prepend(tree.Blocks[start]);

    private static bool StartsPart(Block block) => block is Heading && block.Anchor is { } anchor && IsGiven(anchor);

    private static bool IsGiven(string anchor) => !anchor.StartsWith(OwnPrefix, StringComparison.Ordinal);

    private int IndexOf(string anchor)
    {
        for (var i = 0; i < tree.Blocks.Length; i++)
        {
            if (tree.Blocks[i].Anchor == anchor)
            {
                return i;
            }
        }

        return -1;
    }
}
