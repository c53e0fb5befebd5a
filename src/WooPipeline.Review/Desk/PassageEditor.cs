using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>What a reviewer decides on a passage.</summary>
internal sealed record PassageVerdict(Verdict Verdict, Label Label, string Ground, string Reason, string Comment = "");

/// <summary>Changes a person's decisions on the passages of one document. Pure: gives new decisions, saves nothing.</summary>
internal sealed class PassageEditor
{
    private const int Around = 40;
    private const double LeastPoints = 2;
    private const double LeastOfPicture = 0.002;
    private const double FarthestPoint = 20_000;
    private readonly OpenDocument document;
    private readonly string reviewer;
    private readonly string at;
    private readonly List<PassageDecision> passages;

    public PassageEditor(OpenDocument document, string reviewer, string at)
    {
        this.document = document;
        this.reviewer = reviewer;
        this.at = at;
        passages = [.. document.Desk.ByPerson?.Passages ?? []];
    }

    /// <summary>The decisions as changed so far.</summary>
    public DocumentDecisions Result => document.Desk.ToChange with { Passages = Placed() };

    private string Text => document.View.Text;

    /// <summary>Decides on a passage; what a person decided there before gives way.</summary>
    public void Decide(TextSpan span, PassageVerdict verdict)
    {
        if (span.IsEmpty || span.Start < 0 || span.End > Text.Length)
        {
            throw ReviewException.Wrong("Deze passage ligt buiten het document. Laad het opnieuw.");
        }

        Free(span);
        passages.Add(Make(span, verdict));
    }

    /// <summary>Decides on what of a passage no person has decided yet; gives how many stretches that were.</summary>
    public int DecideOpen(TextSpan span, PassageVerdict verdict)
    {
        var open = Outside(span, passages.Select(p => p.Span)).Where(s => !string.IsNullOrWhiteSpace(Text[s.Start..s.End])).ToList();
        passages.AddRange(open.Select(s => Make(s, verdict)));
        return open.Count;
    }

    /// <summary>Takes a person's decision back, so that the policy's holds again.</summary>
    public void Clear(TextSpan span) => passages.RemoveAll(p => p.Span.Overlaps(span));

    /// <summary>Moves the bounds of a passage; what falls outside the new ones stays visible.</summary>
    public void Resize(TextSpan from, TextSpan to, PassageVerdict verdict)
    {
        Free(from);
        foreach (var left in Outside(from, [to, .. passages.Select(p => p.Span)]))
        {
            if (document.Desk.Document.Passages.Any(p => p.Decision.Verdict == Verdict.Remove && p.Decision.Span.Overlaps(left)))
            {
                passages.Add(Make(left, verdict with { Verdict = Verdict.Keep, Ground = "", Reason = "grens van de passage aangepast", Comment = "" }));
            }
        }

        Decide(to, verdict);
    }

    /// <summary>Places, moves, resizes or takes away a rectangle; what lies in it as text goes with it.</summary>
    /// <param name="from">The rectangle as it was; null for a new one.</param>
    /// <param name="to">As it is to be; null to take it away.</param>
    /// <param name="picture">The picture on which it lies; empty on a page.</param>
    /// <param name="texts">What it covers of the text.</param>
    /// <param name="verdict">Its ground, label and reason.</param>
    public void SetArea(PageArea? from, PageArea? to, TextSpan picture, IEnumerable<TextSpan> texts, PassageVerdict verdict)
    {
        if (from is not null && passages.RemoveAll(p => p.Area == from) == 0)
        {
            throw ReviewException.Conflict("Dit vlak is er niet meer. De nieuwe stand is geladen.");
        }

        if (to is null)
        {
            return;
        }

        var fits = to.IsOnPicture
            ? picture.Length == 1 && picture.Start >= 0 && picture.End <= Text.Length && Text[picture.Start] == '\uFFFC' && IsWithin(to, 1, LeastOfPicture)
            : document.Desk.Document.ShowsPages && to.Page <= document.Desk.Document.Pages && IsWithin(to, FarthestPoint, LeastPoints);
        if (!fits || verdict.Verdict != Verdict.Remove)
        {
            throw ReviewException.Wrong("Dit vlak past niet op de bladzijde. Teken het opnieuw.");
        }

        var span = to.IsOnPicture ? picture : ReviewDossier.PlaceOf(document.View, to);
        passages.Add(Make(span, verdict) with { Area = to });

        // What goes already keeps its own ground; the rest goes with the rectangle, whatever was thought of it before.
        var gone = document.Desk.Decisions.Where(d => d.Verdict == Verdict.Remove && d.Area is null).Select(d => d.Span).ToList();
        foreach (var text in texts.SelectMany(t => Outside(t, gone)).Where(s => !string.IsNullOrWhiteSpace(Text[s.Start..s.End])).ToList())
        {
            Decide(text, verdict with { Comment = "" });
        }
    }

    private static bool IsWithin(PageArea area, double most, double least) =>
        area.Page >= 0 && area.Left >= -most && area.Bottom >= -most && area.Right <= most && area.Top <= most && area.Right - area.Left >= least && area.Top - area.Bottom >= least;

    /// <summary>Drops decisions whose passage isn't in the document any more.</summary>
    public void DropLost() => passages.RemoveAll(p => document.Desk.Lost.Contains(p));

    private void Free(TextSpan span)
    {
        foreach (var passage in passages.Where(p => p.Span.Overlaps(span)).ToList())
        {
            passages.Remove(passage);
            passages.AddRange(Outside(passage.Span, [span]).Select(s => Place(passage, s)));
        }
    }

    private ImmutableArray<PassageDecision> Placed() => [.. passages.OrderBy(p => p.Span)];

    private PassageDecision Make(TextSpan span, PassageVerdict verdict) => Place(
        new PassageDecision
        {
            Span = span,
            Text = "",
            Verdict = verdict.Verdict,
            Label = verdict.Label,
            Ground = verdict.Verdict == Verdict.Remove ? verdict.Ground : "",
            Reason = verdict.Reason.Length > 0 ? verdict.Reason : ReasonFor(span, verdict),
            Comment = verdict.Comment,
            By = reviewer,
            At = at,
        },
        span);

    /// <summary>A refusal needs a reason (art. 5.1 lid 3): the policy's where it said the same here, else what kind of datum it is.</summary>
    private string ReasonFor(TextSpan span, PassageVerdict verdict)
    {
        var policy = document.Desk.Document.Passages.Select(p => p.Decision).FirstOrDefault(d => d.Span.Overlaps(span) && d.Verdict == verdict.Verdict && d.Label == verdict.Label);
        return policy is { Reason.Length: > 0 } ? policy.Reason
            : verdict.Verdict == Verdict.Keep ? "door de beoordelaar behouden" : $"{Words.Of(verdict.Label)}, aangewezen door de beoordelaar";
    }

    private PassageDecision Place(PassageDecision passage, TextSpan span) => passage with
    {
        Span = span,
        Text = Text[span.Start..span.End],
        Before = Text[Math.Max(0, span.Start - Around)..span.Start],
        After = Text[span.End..Math.Min(Text.Length, span.End + Around)],
    };

    private static List<TextSpan> Outside(TextSpan span, IEnumerable<TextSpan> taken)
    {
        List<TextSpan> left = [span];
        foreach (var hole in taken.Where(t => t.Overlaps(span)))
        {
            left = [.. left.SelectMany(s => new[] { new TextSpan(s.Start, Math.Min(s.End, hole.Start)), new TextSpan(Math.Max(s.Start, hole.End), s.End) }).Where(s => !s.IsEmpty)];
        }

        return left;
    }
}
