namespace WooPipeline.Documents;

/// <summary>A passage to take out and the mark to put there.</summary>
/// <param name="Span">Where, in the text view's UTF-16 units, end exclusive.</param>
/// <param name="MarkText">What the mark shows; nothing of the passage.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Label">The kind of datum.</param>
public sealed record Redaction(TextSpan Span, string MarkText, Ground Ground, Label Label)
{
    /// <summary>The redactions that decisions ask for, in order, overlaps joined under the first one's mark.</summary>
    public static IReadOnlyList<Redaction> From(IEnumerable<Decision> decisions)
    {
        var result = new List<Redaction>();
        foreach (var decision in decisions.Where(d => d.Verdict == Verdict.Remove && !d.Span.IsEmpty).OrderBy(d => d.Span))
        {
            if (result.Count > 0 && result[^1].Span.End > decision.Span.Start)
            {
                var last = result[^1];
                result[^1] = last with { Span = new TextSpan(last.Span.Start, Math.Max(last.Span.End, decision.Span.End)) };
                continue;
            }

            var ground = decision.Ground ?? GroundCatalog.Privacy;
            result.Add(new Redaction(decision.Span, decision.MarkText.Length > 0 ? decision.MarkText : ground.Code, ground, decision.Label));
        }

        return result;
    }
}
