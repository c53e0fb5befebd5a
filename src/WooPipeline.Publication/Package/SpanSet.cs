using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>Spans, joined where they touch, to ask quickly whether one overlaps any of them.</summary>
internal sealed class SpanSet
{
    private readonly List<TextSpan> spans = [];

    public SpanSet(IEnumerable<TextSpan> all)
    {
        foreach (var span in all.Where(s => !s.IsEmpty).Order())
        {
            if (spans.Count > 0 && spans[^1].End >= span.Start)
            {
                spans[^1] = new TextSpan(spans[^1].Start, Math.Max(spans[^1].End, span.End));
            }
            else
            {
                spans.Add(span);
            }
        }
    }

    /// <summary>True where the span shares a unit with any of them.</summary>
    public bool Overlaps(TextSpan span)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].End <= span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < spans.Count && spans[low].Overlaps(span);
    }
}
