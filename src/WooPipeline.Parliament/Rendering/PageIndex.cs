using System.Collections.Immutable;
using System.Globalization;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>On which pages the parts of rendered papers stand. A paper is laid out when its pages are first asked for.</summary>
internal sealed class PageIndex(Func<string, DocumentTree, IReadOnlyDictionary<string, int>> layout)
{
    private readonly Dictionary<string, DocumentTree> papers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PaperPages> laidOut = new(StringComparer.Ordinal);

    public void Add(string name, DocumentTree tree) => papers[name] = Anchored(tree);

    /// <summary>The pages of an anchor and what stands under it, with the paper it is in; null where no paper has it.</summary>
    public (int First, int Last)? Find(string anchor) =>
        papers.Keys.Select(name => Of(name).Range(anchor)).FirstOrDefault(range => range is not null);

    /// <summary>The page of words in the part that an anchor begins; of the part itself where the words aren't found.</summary>
    public (int First, int Last)? FindWords(string anchor, string words) =>
        papers.Keys.Select(name => Of(name).Words(anchor, words)).FirstOrDefault(range => range is not null) ?? Find(anchor);

    /// <summary>All anchors that templates gave, whether or not their pages are known yet.</summary>
    public IEnumerable<string> Anchors => papers.Keys.SelectMany(name => Of(name).Anchors);

    private PaperPages Of(string name)
    {
        if (!laidOut.TryGetValue(name, out var pages))
        {
            pages = new PaperPages(papers[name], layout(name, papers[name]));
            laidOut.Add(name, pages);
        }

        return pages;
    }

    // Every block gets an anchor, so that the end of a part and words in it can be found too.
    private static DocumentTree Anchored(DocumentTree tree) => tree with
    {
        Blocks = [.. tree.Blocks.Select((block, i) => block.Anchor is null ? block with { Anchor = string.Create(CultureInfo.InvariantCulture, $"{PaperPages.OwnPrefix}{i}") } : block)],
    };
}
