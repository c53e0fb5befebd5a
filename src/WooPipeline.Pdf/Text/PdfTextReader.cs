using System.Collections.Immutable;
using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Text;

/// <summary>Reads the text of a file page by page; only a few pages are held at a time.</summary>
public static class PdfTextReader
{
    private const int Window = 2;

    /// <summary>Reads all text.</summary>
    /// <exception cref="PdfException">The file goes beyond its bounds.</exception>
    public static PdfText Read(PdfFile file)
    {
        var pages = Pages(file).Select(p => p.Text).ToImmutableArray();
        var sides = new SideText(file);
        return new PdfText(pages)
        {
            Deviations = [.. file.Deviations.Order(StringComparer.Ordinal)],
            Outline = sides.Outline(),
            Properties = sides.Properties(),
            Language = sides.Language(),
        };
    }

    /// <summary>The pages with their content, in order. A page's content holds only until the next page is asked for.</summary>
    internal static IEnumerable<(PageContent Content, PdfPageText Text)> Pages(PdfFile file) => Pages(new ContentSource(file), null);

    /// <summary>The pages with their content, in order; the text only of pages that are wanted, where that is said.</summary>
    internal static IEnumerable<(PageContent Content, PdfPageText Text)> Pages(ContentSource source, IReadOnlySet<int>? wanted)
    {
        var sides = new SideText(source.File);
        var descriptions = wanted is null ? sides.DescriptionsByPage() : Array.Empty<string>().ToLookup(_ => 0);
        var tags = wanted is { Count: 0 } ? null : TagOrder.Of(source.File);
        var sizes = new SizeCounter();
        var waiting = new Queue<PageTextBuilder>();
        var before = new Queue<EdgeRows>();
        var index = 0;
        foreach (var page in PdfPages.Of(source.File))
        {
            // Headers and footers are told by the pages next to them.
            var isNear = wanted is null || Enumerable.Range(index - Window, (2 * Window) + 1).Any(wanted.Contains);
            var builder = new PageTextBuilder(index++, PageContent.Read(source, page), isNear);
            builder.CountSizes(sizes);
            waiting.Enqueue(builder);
            if (waiting.Count > Window)
            {
                var made = Finish(waiting, before, sizes, sides, descriptions, wanted, tags);
                yield return made;
                made.Content.Release();
            }
        }

        while (waiting.Count > 0)
        {
            var made = Finish(waiting, before, sizes, sides, descriptions, wanted, tags);
            yield return made;
            made.Content.Release();
        }
    }

    private static (PageContent Content, PdfPageText Text) Finish(
        Queue<PageTextBuilder> waiting, Queue<EdgeRows> before, SizeCounter sizes, SideText sides, ILookup<int, string> descriptions, IReadOnlySet<int>? wanted, TagOrder? tags)
    {
        var builder = waiting.Dequeue();
        var isWanted = wanted is null || wanted.Contains(builder.Index);
        var text = isWanted ? builder.Build(sizes.Most, [.. before, .. waiting.Select(w => w.Edges)], tags) : builder.Brief();
        before.Enqueue(builder.Edges);
        if (before.Count > Window)
        {
            before.Dequeue();
        }

        if (wanted is not null)
        {
            return (builder.Content, text);
        }

        var (comments, fields, links) = sides.Annotations(builder.Content.Page);
        return (builder.Content, text with
        {
            Comments = comments,
            Fields = fields,
            LinkTargets = links,
            Descriptions = [.. descriptions[builder.Content.Page.Reference?.Number ?? -1]],
        });
    }
}
