using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>Decisions in few bytes: what they say of a passage once, and for each its place.</summary>
internal static class DecisionPack
{
    /// <summary>Writes the decisions of a document.</summary>
    public static void Decisions(this PackWriter to, PackedDecisions decisions)
    {
        // Equal patterns are one (TextPool); where they aren't, one is written twice.
        var patterns = new Dictionary<Decision, int>(ReferenceEqualityComparer.Instance);
        to.Number(decisions.Count);
        var end = 0;
        foreach (var (span, pattern) in decisions.Items)
        {
            if (!patterns.TryGetValue(pattern, out var number))
            {
                patterns.Add(pattern, number = patterns.Count);
                to.Number(number);
                to.Decision(pattern);
            }
            else
            {
                to.Number(number);
            }

            to.Number(unchecked(span.Start - end));
            to.Number(unchecked(span.End - span.Start));
            end = span.End;
        }
    }

    /// <summary>Reads the decisions of a document.</summary>
    /// <param name="from">Where from.</param>
    /// <param name="pool">Where equal patterns become one.</param>
    public static PackedDecisions Decisions(this PackReader from, TextPool pool)
    {
        var patterns = new List<Decision>();
        var end = 0;
        return PackedDecisions.From(ImmutableArray.Create(from.All(() =>
        {
            var number = from.Number();
            if (number == patterns.Count)
            {
                patterns.Add(pool.PatternOf(from.Decision()));
            }

            var pattern = number >= 0 && number < patterns.Count ? patterns[number] : throw new InvalidDataException("A decision has no pattern.");
            var start = unchecked(end + from.Number());
            end = unchecked(start + from.Number());
            return (new TextSpan(start, end), pattern);
        })));
    }

    /// <summary>Writes a decision but for its place in the text.</summary>
    public static void Decision(this PackWriter to, Decision decision)
    {
        to.Number((int)decision.Label);
        to.Number((int)decision.Verdict);
        to.Text(decision.Ground?.Code);
        to.Text(decision.MarkText);
        to.Text(decision.Reason);
        to.Text(decision.DecidedBy);
        to.Truth(decision.NeedsReview);
        to.Real(decision.Confidence);
        to.Maybe(decision.Evidence, e =>
        {
            to.Text(e.Rule);
            to.Text(e.Source);
            to.Text(e.PersonId);
        });
        to.Maybe(decision.Area, a =>
        {
            to.Number(a.Page);
            to.Real(a.Left);
            to.Real(a.Bottom);
            to.Real(a.Right);
            to.Real(a.Top);
        });
    }

    /// <summary>Reads a decision without a place.</summary>
    public static Decision Decision(this PackReader from) => new()
    {
        Span = default,
        Label = (Label)from.Number(),
        Verdict = (Verdict)from.Number(),
        Ground = from.Text() is { } ground ? GroundCatalog.Find(ground) : null,
        MarkText = from.Word(),
        Reason = from.Word(),
        DecidedBy = from.Word(),
        NeedsReview = from.Truth(),
        Confidence = from.Real(),
        Evidence = from.Maybe(() => new Evidence(from.Word(), from.Text(), from.Text())),
        Area = from.Maybe(() => new PageArea(from.Number(), from.Real(), from.Real(), from.Real(), from.Real())),
    };
}
