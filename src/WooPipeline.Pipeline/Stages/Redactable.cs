using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>
/// Keeps decisions to what a document says itself: labels and list numbers that we set beside it (<c>Van:</c>) are part of the view's
/// text but not of any run, so nothing can be taken out there.
/// </summary>
internal static class Redactable
{
    public static ImmutableArray<Decision> Of(TextView view, ImmutableArray<Decision> decisions) =>
        decisions.All(d => Touches(view, d.Span)) ? decisions : [.. decisions.Where(d => Touches(view, d.Span))];

    private static bool Touches(TextView view, TextSpan span)
    {
        if (span.End > view.BodyEnd || span.IsEmpty)
        {
            return true; // a rectangle on a page has no text
        }

        var low = 0;
        var high = view.Runs.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (view.Runs[middle].Span.End <= span.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < view.Runs.Length && view.Runs[low].Span.Start < span.End;
    }
}
