using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Pipeline;
using WooPipeline.Privacy;

namespace WooPipeline.Review;

/// <summary>
/// One verdict on many passages, as one step. What a person decided is never overruled: those stretches are counted and left.
/// </summary>
internal sealed class BulkChange(ReviewDesk desk, PassageVerdict verdict)
{
    private readonly string at = ReviewDesk.Now;
    private readonly List<DocumentChange> changes = [];

    /// <summary>Passages on which the verdict is laid.</summary>
    public int Passages { get; private set; }

    /// <summary>Of those, passages for which something changes: another verdict, or a doubt that ends.</summary>
    public int Changed { get; private set; }

    /// <summary>Passages that a person decided on before.</summary>
    public int Left { get; private set; }

    /// <summary>Documents that are touched.</summary>
    public int Documents => changes.Count;

    /// <summary>Lays the verdict on stretches of a document.</summary>
    public void Add(string id, IEnumerable<TextSpan> spans)
    {
        var open = desk.Open(id);
        var editor = new PassageEditor(open, desk.Reviewer, at);
        var touched = 0;
        foreach (var span in spans.Distinct().Where(s => !s.IsEmpty && s.End <= open.View.Text.Length).OrderBy(s => s))
        {
            if (open.Desk.ByPerson?.Passages.Any(p => p.Span.Overlaps(span)) ?? false)
            {
                Left++;
            }

            if (editor.DecideOpen(span, verdict) > 0)
            {
                touched++;
                Changed += IsChange(open.Desk, span) ? 1 : 0;
            }
        }

        Passages += touched;
        if (touched > 0)
        {
            changes.Add(new DocumentChange(id, open.Desk.ByPerson, editor.Result));
        }
    }

    /// <summary>Saves it.</summary>
    /// <param name="label">What the step is called.</param>
    /// <param name="ruling">What holds for the person of these passages in documents that come later; null for none.</param>
    public void Commit(string label, PersonAdjustment? ruling = null)
    {
        if (changes.Count > 0 || ruling is not null)
        {
            desk.Commit(label, changes, ruling);
        }
    }

    /// <summary>The verdict as a ruling on a person.</summary>
    public PersonAdjustment On(Person person) => PersonAdjustment.On(
        person, new PersonRuling(verdict.Verdict, verdict.Verdict == Verdict.Remove ? verdict.Ground : "", verdict.Reason.Length > 0 ? verdict.Reason : "overal zo besloten", desk.Reviewer));

    private bool IsChange(DocumentDesk document, TextSpan span)
    {
        var here = document.Decisions.Where(d => d.Span.Overlaps(span)).ToImmutableArray();
        return here.IsEmpty ? verdict.Verdict == Verdict.Remove : here.Any(d => d.NeedsReview || d.Verdict != verdict.Verdict || (d.Verdict == Verdict.Remove && d.Ground?.Code != verdict.Ground));
    }
}
