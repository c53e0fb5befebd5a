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

    /// <summary>The pages with their content, in order.</summary>
    internal static IEnumerable<(PageContent Content, PdfPageText Text)> Pages(PdfFile file)
    {
        var source = new ContentSource(file);
        var sides = new SideText(file);
        var descriptions = sides.DescriptionsByPage();
        var sizes = new SizeCounter();
        var waiting = new Queue<PageTextBuilder>();
        var before = new Queue<EdgeRows>();
        var index = 0;
        foreach (var page in PdfPages.Of(file))
        {
            var builder = new PageTextBuilder(index++, PageContent.Read(source, page));
            builder.CountSizes(sizes);
            waiting.Enqueue(builder);
            if (waiting.Count > Window)
            {
                yield return Finish(waiting, before, sizes, sides, descriptions);
            }
        }

        while (waiting.Count > 0)
        {
            yield return Finish(waiting, before, sizes, sides, descriptions);
        }
    }

    private static (PageContent Content, PdfPageText Text) Finish(
        Queue<PageTextBuilder> waiting, Queue<EdgeRows> before, SizeCounter sizes, SideText sides, ILookup<int, string> descriptions)
    {
        var builder = waiting.Dequeue();
        var text = builder.Build(sizes.Most, [.. before, .. waiting.Select(w => w.Edges)]);
        before.Enqueue(builder.Edges);
        if (before.Count > Window)
        {
            before.Dequeue();
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
