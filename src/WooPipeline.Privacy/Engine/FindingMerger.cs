using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Puts findings in order and settles overlaps: what goes outranks what stays, the surer outranks the less sure.</summary>
internal static class FindingMerger
{
    public static ImmutableArray<Finding> Merge(List<Finding> findings, IReadOnlyList<TextSpan> never)
    {
        var result = new List<Finding>(findings.Count);
        var order = new (Finding Finding, int Place)[findings.Count];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = (findings[i], i);
        }

        Array.Sort(order, Compare);
        foreach (var (finding, _) in order)
        {
            if (finding.Span.IsEmpty || IsNever(finding, never))
            {
                continue;
            }

            if (result.Count > 0 && result[^1].Span.End > finding.Span.Start)
            {
                result[^1] = Join(result[^1], finding);
            }
            else
            {
                result.Add(finding);
            }
        }

        return [.. result];
    }

    /// <summary>By place, then what goes before what stays, then by label; equal ones as they were found.</summary>
    private static int Compare((Finding Finding, int Place) left, (Finding Finding, int Place) right)
    {
        var (a, b) = (left.Finding, right.Finding);
        var order = a.Span.CompareTo(b.Span);
        order = order != 0 ? order : a.PublicByRole.CompareTo(b.PublicByRole);
        order = order != 0 ? order : a.Label.CompareTo(b.Label);
        return order != 0 ? order : left.Place.CompareTo(right.Place);
    }

    private static bool IsNever(Finding finding, IReadOnlyList<TextSpan> never)
    {
        for (var i = 0; i < never.Count; i++)
        {
            if (never[i].Contains(finding.Span))
            {
                return !finding.Evidence.Rule.StartsWith(WordListMatcher.RulePrefix, StringComparison.Ordinal);
            }
        }

        return false;
    }

    private static Finding Join(Finding left, Finding right)
    {
        var span = new TextSpan(left.Span.Start, Math.Max(left.Span.End, right.Span.End));
        var leads = left.PublicByRole == right.PublicByRole ? left.Confidence >= right.Confidence ? left : right : left.PublicByRole ? right : left;
        return leads with { Span = span };
    }
}
