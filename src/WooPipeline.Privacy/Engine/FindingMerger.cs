using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Puts findings in order and settles overlaps: what goes outranks what stays, the surer outranks the less sure.</summary>
internal static class FindingMerger
{
    public static ImmutableArray<Finding> Merge(List<Finding> findings, IReadOnlyList<TextSpan> never)
    {
        var result = new List<Finding>();
        foreach (var finding in findings.Where(f => !f.Span.IsEmpty && !IsNever(f, never)).OrderBy(f => f.Span).ThenBy(f => f.PublicByRole).ThenBy(f => f.Label))
        {
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

    private static bool IsNever(Finding finding, IReadOnlyList<TextSpan> never) =>
        !finding.Evidence.Rule.StartsWith(WordListMatcher.RulePrefix, StringComparison.Ordinal) && never.Any(n => n.Contains(finding.Span));

    private static Finding Join(Finding left, Finding right)
    {
        var span = new TextSpan(left.Span.Start, Math.Max(left.Span.End, right.Span.End));
        var leads = left.PublicByRole == right.PublicByRole ? left.Confidence >= right.Confidence ? left : right : left.PublicByRole ? right : left;
        return leads with { Span = span };
    }
}
