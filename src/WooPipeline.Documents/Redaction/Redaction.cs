namespace WooPipeline.Documents;

/// <summary>A passage to take out and the mark to put there.</summary>
/// <param name="Span">Where, in the text view's UTF-16 units, end exclusive.</param>
/// <param name="MarkText">What the mark shows; nothing of the passage.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Label">The kind of datum.</param>
public sealed record Redaction(TextSpan Span, string MarkText, Ground Ground, Label Label)
{
    /// <summary>A rectangle that goes, with all that lies in it; null for a passage of text. See <see cref="Decision.Area"/>.</summary>
    public PageArea? Area { get; init; }

    /// <summary>The redactions that decisions ask for, in order, overlaps joined under the first one's mark. Rectangles stand each by itself.</summary>
    public static IReadOnlyList<Redaction> From(IEnumerable<Decision> decisions)
    {
        var result = new List<Redaction>();
        var last = -1;
        foreach (var decision in decisions.Where(d => d.Verdict == Verdict.Remove && (!d.Span.IsEmpty || d.Area is not null)).OrderBy(d => d.Span))
        {
            if (decision.Area is null && last >= 0 && result[last].Span.End > decision.Span.Start)
            {
                result[last] = result[last] with { Span = new TextSpan(result[last].Span.Start, Math.Max(result[last].Span.End, decision.Span.End)) };
                continue;
            }

            var ground = decision.Ground ?? GroundCatalog.Privacy;
            last = decision.Area is null ? result.Count : last;
            result.Add(new Redaction(decision.Span, decision.MarkText.Length > 0 ? decision.MarkText : ground.Code, ground, decision.Label) { Area = decision.Area });
        }

        return result;
    }
}
