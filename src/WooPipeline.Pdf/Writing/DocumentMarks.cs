using WooPipeline.Pdf.Layout;

namespace WooPipeline.Pdf.Writing;

/// <summary>Where anchors and headings came to stand.</summary>
internal sealed class DocumentMarks
{
    public Dictionary<string, PagePlace> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>Page on which the block of each anchor ends.</summary>
    public Dictionary<string, int> Ends { get; } = new(StringComparer.Ordinal);

    public List<(HeadingEntry Heading, PagePlace Place)> Headings { get; } = [];

    /// <summary>Page of each redaction mark, in the order in which they are drawn.</summary>
    public List<int> Redactions { get; } = [];

    private readonly HashSet<StructureElement> drawn = new(ReferenceEqualityComparer.Instance);

    /// <summary>Notes where a redaction mark begins; the rest of it says nothing new.</summary>
    public void AddRedaction(StructureElement mark, int page)
    {
        if (drawn.Add(mark))
        {
            Redactions.Add(page);
        }
    }

    /// <summary>Notes a strip's anchors and heading.</summary>
    /// <param name="strip">The strip.</param>
    /// <param name="page">Its page, one based.</param>
    /// <param name="top">Its top, from the bottom of the page.</param>
    public void Add(Strip strip, int page, double top)
    {
        foreach (var anchor in strip.Anchors)
        {
            Anchors.TryAdd(anchor, new PagePlace(page, top));
        }

        foreach (var anchor in strip.Ends)
        {
            Ends[anchor] = page;
        }

        if (strip.Heading is { } heading)
        {
            Headings.Add((heading, new PagePlace(page, top)));
        }
    }
}

/// <summary>A place in a document: a page, one based, and a height from its bottom.</summary>
internal readonly record struct PagePlace(int Page, double Top);
