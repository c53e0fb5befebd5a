using WooPipeline.Documents;

namespace WooPipeline.Formats.Pdf;

/// <summary>The titles of bookmarks as they may be published: marks in place of what was removed, in them or elsewhere in the document.</summary>
internal static class OutlineTitles
{
    public static IEnumerable<string?> Of(TextView view, IReadOnlyList<Redaction> redactions)
    {
        var removed = redactions.GroupBy(r => view.Slice(r.Span).ToString().Trim()).Where(g => g.Key.Length > 2).OrderByDescending(g => g.Key.Length).ToList();
        foreach (var run in view.Runs.Where(r => r.Origin is { Part: PdfTree.OutlinePart }).OrderBy(r => r.Origin!.Value.Offset))
        {
            var title = Cut(view, run.Span, redactions);
            foreach (var passage in removed)
            {
                title = title.Replace(passage.Key, "[" + passage.First().MarkText + "]", StringComparison.OrdinalIgnoreCase);
            }

            yield return title.Length > 0 ? title : null;
        }
    }

    private static string Cut(TextView view, TextSpan span, IReadOnlyList<Redaction> redactions)
    {
        var title = "";
        var position = span.Start;
        foreach (var redaction in redactions.Where(r => r.Span.Overlaps(span)).OrderBy(r => r.Span))
        {
            var shared = redaction.Span.Intersect(span);
            title += view.Slice(new TextSpan(position, Math.Max(position, shared.Start))).ToString() + "[" + redaction.MarkText + "]";
            position = Math.Max(position, shared.End);
        }

        return title + view.Slice(new TextSpan(position, Math.Max(position, span.End))).ToString();
    }
}
