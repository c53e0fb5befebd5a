using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>Lays a person's decisions over the policy's: the person always wins, to the letter.</summary>
internal static class DecisionMerge
{
    private const int LeastLikeness = 12;
    private const int MostPlaces = 200;

    /// <summary>The decisions that hold, and those of persons whose passage could not be found again.</summary>
    /// <param name="view">The document.</param>
    /// <param name="policy">What the policy decides.</param>
    /// <param name="byPerson">What persons decided; null where nobody did.</param>
    /// <param name="sha256">Hash of the source as it is now: in another one than was decided on, a rectangle needs another look.</param>
    public static (ImmutableArray<Decision> Decisions, ImmutableArray<PassageDecision> Lost) Merge(
        TextView view, ImmutableArray<Decision> policy, DocumentDecisions? byPerson, string sha256)
    {
        if (byPerson is null || byPerson.Passages.IsEmpty)
        {
            return (policy, []);
        }

        var decided = new List<Decision>();
        var lost = ImmutableArray.CreateBuilder<PassageDecision>();
        foreach (var passage in byPerson.Passages)
        {
            if (Anchor(view, passage) is { } span)
            {
                decided.Add(ToDecision(passage, span) with { NeedsReview = passage.Area is not null && byPerson.Sha256.Length > 0 && byPerson.Sha256 != sha256 });
            }
            else
            {
                lost.Add(passage);
            }
        }

        return (Overlay(policy, decided), lost.ToImmutable());
    }

    /// <summary>The same where the source is known to be unchanged, so that every passage stands where it stood.</summary>
    public static ImmutableArray<Decision> InPlace(ImmutableArray<Decision> policy, DocumentDecisions byPerson) =>
        Overlay(policy, [.. byPerson.Passages.Select(p => ToDecision(p, p.Span))]);

    /// <summary>The decisions with each passage where it stands now; those that aren't found keep their old place.</summary>
    public static DocumentDecisions Anchored(TextView view, DocumentDecisions byPerson) =>
        byPerson with { Passages = [.. byPerson.Passages.Select(p => Anchor(view, p) is { } span ? p with { Span = span } : p)] };

    private static ImmutableArray<Decision> Overlay(ImmutableArray<Decision> policy, List<Decision> decided) =>
        [.. policy.SelectMany(p => Outside(p, decided)).Concat(decided).OrderBy(d => d.Span)];

    /// <summary>Where the passage stands now; a rectangle on a page stands where that page's text begins.</summary>
    private static TextSpan? Anchor(TextView view, PassageDecision passage) =>
        passage.Area is { IsOnPicture: false } area ? TextSpan.At(PageStart(view, area.Page), 0) : Anchor(view.Text, passage);

    internal static int PageStart(TextView view, int page)
    {
        var at = 0;
        foreach (var run in view.Runs.Where(r => r.Origin is { Part: >= 0 } origin && r.Span.End <= view.BodyEnd && origin.Part < page))
        {
            if (run.Origin!.Value.Part == page - 1)
            {
                return run.Span.Start;
            }

            at = Math.Max(at, run.Span.End);
        }

        return at;
    }

    /// <summary>Where the passage stands now: in its place, else where its surroundings are, else where it is the only one or most of its surroundings are.</summary>
    private static TextSpan? Anchor(string text, PassageDecision passage)
    {
        if (passage.Span.End <= text.Length && passage.Span.Start >= 0 && text.AsSpan(passage.Span.Start, passage.Span.Length).SequenceEqual(passage.Text))
        {
            return passage.Span;
        }

        if (passage.Text.Length == 0)
        {
            return null;
        }

        var around = text.IndexOf(passage.Before + passage.Text + passage.After, StringComparison.Ordinal);
        if (around >= 0)
        {
            return TextSpan.At(around + passage.Before.Length, passage.Text.Length);
        }

        var places = new List<(int At, int Likeness)>();
        for (var at = text.IndexOf(passage.Text, StringComparison.Ordinal); at >= 0 && places.Count < MostPlaces; at = text.IndexOf(passage.Text, at + 1, StringComparison.Ordinal))
        {
            places.Add((at, Likeness(text, at, passage)));
        }

        return places.Count == 0 || places.Count == MostPlaces ? null
            : places.Count == 1 ? TextSpan.At(places[0].At, passage.Text.Length)
            : Likest(places) is { } place ? TextSpan.At(place, passage.Text.Length) : null;
    }

    /// <summary>The one place that is clearly more like the old one than any other; null where it is a guess.</summary>
    private static int? Likest(List<(int At, int Likeness)> places)
    {
        var ordered = places.OrderByDescending(p => p.Likeness).ToList();
        return ordered[0].Likeness >= LeastLikeness && ordered[0].Likeness >= 2 * ordered[1].Likeness ? ordered[0].At : null;
    }

    /// <summary>How many units before and after a place are as they were around the passage.</summary>
    private static int Likeness(string text, int at, PassageDecision passage)
    {
        var (before, after) = (0, 0);
        while (before < Math.Min(at, passage.Before.Length) && text[at - before - 1] == passage.Before[^(before + 1)])
        {
            before++;
        }

        var end = at + passage.Text.Length;
        while (after < Math.Min(text.Length - end, passage.After.Length) && text[end + after] == passage.After[after])
        {
            after++;
        }

        return before + after;
    }

    private static Decision ToDecision(PassageDecision passage, TextSpan span)
    {
        var ground = passage.Verdict == Verdict.Remove ? GroundCatalog.Find(passage.Ground) ?? GroundCatalog.Privacy : null;
        return new Decision
        {
            Span = span,
            Area = passage.Area,
            Label = passage.Label,
            Verdict = passage.Verdict,
            Ground = ground,
            MarkText = ground?.Code ?? "",
            Reason = passage.Reason,
            DecidedBy = passage.By.Length > 0 ? passage.By : "beoordelaar",
        };
    }

    /// <summary>What is left of a policy decision beside those of persons.</summary>
    private static IEnumerable<Decision> Outside(Decision policy, List<Decision> decided)
    {
        var left = new List<TextSpan> { policy.Span };

        // A rectangle on a picture takes more away; it never gives back what the policy takes.
        foreach (var person in decided.Where(d => d.Area is null && d.Span.Overlaps(policy.Span)))
        {
            left = [.. left.SelectMany(s => new[] { new TextSpan(s.Start, Math.Min(s.End, person.Span.Start)), new TextSpan(Math.Max(s.Start, person.Span.End), s.End) }).Where(s => !s.IsEmpty)];
        }

        return left.Select(s => policy with { Span = s });
    }
}
