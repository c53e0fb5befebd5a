using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Formats.Pdf;

/// <summary>Finds the glyphs that redactions of a text view stand for, by the origins of its runs.</summary>
internal sealed class MarkFinder(TextView view, IReadOnlyList<Redaction> redactions)
{
    private readonly Redaction[] ordered = [.. redactions.OrderBy(r => r.Span)];

    /// <summary>Page on which each redaction begins, one based, in the order of their spans; 0 for one without a place. Known once they are found.</summary>
    public ImmutableArray<int> FirstPages { get; private set; } = [];

    /// <summary>The marks, a page at a time; null where a run of the view or the page of a rectangle isn't in the file, so that removal can't be trusted.</summary>
    public IReadOnlyList<PdfMark>? Find(IEnumerable<PdfPageText> pages)
    {
        var touched = view.Runs.Where(r => r.Origin is { Part: >= 0 } && ordered.Any(o => o.Span.Overlaps(r.Span))).ToList();
        var wanted = touched.ToLookup(r => r.Origin!.Value);
        var glyphs = new Dictionary<(int Redaction, int Page), List<int>>();
        var (found, count) = (0, 0);
        foreach (var page in pages)
        {
            count++;
            foreach (var run in page.Blocks.SelectMany(Runs))
            {
                if (PdfTree.OriginOf(run, page.Index) is not { } origin)
                {
                    continue;
                }

                foreach (var place in wanted[origin])
                {
                    if (view.Slice(place.Span).ToString() != run.Text)
                    {
                        return null;
                    }

                    found++;
                    Take(run, place.Span, page.Index, glyphs);
                }
            }
        }

        foreach (var (index, area) in ordered.Index().Where(r => r.Item.Area is not null).Select(r => (r.Index, r.Item.Area!)))
        {
            glyphs[(index, area.Page - 1)] = [];
        }

        var pagesOf = glyphs.Keys.GroupBy(k => k.Redaction).ToDictionary(g => g.Key, g => g.Min(k => k.Page) + 1);
        FirstPages = [.. Enumerable.Range(0, ordered.Length).Select(r => pagesOf.GetValueOrDefault(r))];
        return found < touched.Count || ordered.Any(r => r.Area is { } area && (area.Page < 1 || area.Page > count)) ? null : [.. glyphs.OrderBy(g => g.Key.Page).ThenBy(g => g.Key.Redaction).Select(g => Mark(g.Key, g.Value))];
    }

    private void Take(PdfTextRun run, TextSpan place, int page, Dictionary<(int Redaction, int Page), List<int>> glyphs)
    {
        for (var r = 0; r < ordered.Length; r++)
        {
            if (!ordered[r].Span.Overlaps(place))
            {
                continue;
            }

            var shared = ordered[r].Span.Intersect(place);
            if (!glyphs.TryGetValue((r, page), out var list))
            {
                glyphs[(r, page)] = list = [];
            }

            list.AddRange(run.Glyphs[(shared.Start - place.Start)..(shared.End - place.Start)].Where(g => g >= 0));
        }
    }

    private PdfMark Mark((int Redaction, int Page) key, List<int> glyphs)
    {
        var redaction = ordered[key.Redaction];
        return new PdfMark(key.Page, [.. glyphs.Distinct()], redaction.MarkText, redaction.Ground.Spoken)
        {
            Area = redaction.Area is { } area ? (area.Left, area.Bottom, area.Right, area.Top) : null,
        };
    }

    internal static IEnumerable<PdfTextRun> Runs(PdfTextBlock block) => block switch
    {
        PdfTextParagraph paragraph => paragraph.Runs,
        PdfTextTable table => table.Rows.SelectMany(r => r).SelectMany(c => c).SelectMany(p => p.Runs),
        _ => [],
    };
}
