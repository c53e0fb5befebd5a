using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Formats.Pdf;

/// <summary>Finds the glyphs that redactions of a text view stand for, by the origins of its runs.</summary>
internal sealed class MarkFinder
{
    private readonly TextView view;
    private readonly Redaction[] ordered;
    private readonly int[] farthest;
    private readonly int[] firstPages;
    private readonly ILookup<Origin, TextSpan> wanted;
    private readonly int count;
    private int found;
    private int pages;

    public MarkFinder(TextView view, IReadOnlyList<Redaction> redactions)
    {
        this.view = view;
        ordered = [.. redactions.OrderBy(r => r.Span)];
        firstPages = new int[ordered.Length];
        farthest = new int[ordered.Length];
        for (var i = 0; i < ordered.Length; i++)
        {
            farthest[i] = Math.Max(ordered[i].Span.End, i > 0 ? farthest[i - 1] : 0);
        }

        var touched = view.Runs.Where(r => r.Origin is { Part: >= 0 } && Touching(r.Span).Any()).ToList();
        count = touched.Count;
        wanted = touched.ToLookup(r => r.Origin!.Value, r => r.Span);
        Pages = touched.Select(r => r.Origin!.Value.Part).ToHashSet();
    }

    /// <summary>Zero-based pages on which something is to be found.</summary>
    public IReadOnlySet<int> Pages { get; }

    /// <summary>Page on which each redaction begins, one based, in the order of their spans; 0 for one without a place. Known once all pages were seen.</summary>
    public ImmutableArray<int> FirstPages => [.. firstPages];

    /// <summary>True where all that was to be found was; else removal can't be trusted.</summary>
    public bool HasAll => found >= count && ordered.All(r => r.Area is not { } area || (area.Page >= 1 && area.Page <= pages));

    /// <summary>The marks of a page; null where a run of the view isn't what the file says there.</summary>
    public IReadOnlyList<PdfMark>? Find(PdfPageText page)
    {
        pages = Math.Max(pages, page.Index + 1);
        var glyphs = new SortedDictionary<int, List<int>>();
        foreach (var run in page.Blocks.SelectMany(Runs))
        {
            if (PdfTree.OriginOf(run, page.Index) is not { } origin)
            {
                continue;
            }

            foreach (var span in wanted[origin])
            {
                if (!view.Slice(span).SequenceEqual(run.Text))
                {
                    return null;
                }

                found++;
                Take(run, span, page.Index, glyphs);
            }
        }

        foreach (var (index, _) in ordered.Index().Where(r => r.Item.Area is { } area && area.Page == page.Index + 1))
        {
            glyphs[index] = [];
            firstPages[index] = page.Index + 1;
        }

        return [.. glyphs.Select(g => Mark(page.Index, ordered[g.Key], g.Value))];
    }

    private void Take(PdfTextRun run, TextSpan place, int page, SortedDictionary<int, List<int>> glyphs)
    {
        foreach (var r in Touching(place))
        {
            var shared = ordered[r].Span.Intersect(place);
            if (!glyphs.TryGetValue(r, out var list))
            {
                glyphs[r] = list = [];
                firstPages[r] = firstPages[r] == 0 ? page + 1 : Math.Min(firstPages[r], page + 1);
            }

            list.AddRange(run.Glyphs[(shared.Start - place.Start)..(shared.End - place.Start)].Where(g => g >= 0));
        }
    }

    /// <summary>The redactions, by their number in order, that a span shares something with.</summary>
    private IEnumerable<int> Touching(TextSpan span)
    {
        var first = Array.BinarySearch(farthest, span.Start);
        for (first = first < 0 ? ~first : first; first > 0 && farthest[first - 1] >= span.Start; first--)
        {
            // to the first of several that reach as far
        }

        for (var i = first; i < ordered.Length && ordered[i].Span.Start <= span.End; i++)
        {
            if (ordered[i].Span.Overlaps(span))
            {
                yield return i;
            }
        }
    }

    private static PdfMark Mark(int page, Redaction redaction, List<int> glyphs) => new(page, [.. glyphs.Distinct()], redaction.MarkText, redaction.Ground.Spoken)
    {
        Area = redaction.Area is { } area ? (area.Left, area.Bottom, area.Right, area.Top) : null,
    };

    internal static IEnumerable<PdfTextRun> Runs(PdfTextBlock block) => block switch
    {
        PdfTextParagraph paragraph => paragraph.Runs,
        PdfTextTable table => table.Rows.SelectMany(r => r).SelectMany(c => c).SelectMany(p => p.Runs),
        _ => [],
    };
}
