using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Pipeline;

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
            if (open.Desk.Decisions.Any(d => d.ByPerson && d.Span.Overlaps(span)))
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
    public void Commit(string label)
    {
        if (changes.Count > 0)
        {
            desk.Commit(label, changes);
        }
    }

    private bool IsChange(DocumentDesk document, TextSpan span)
    {
        var here = document.Decisions.Where(d => d.Span.Overlaps(span)).ToImmutableArray();
        return here.IsEmpty ? verdict.Verdict == Verdict.Remove : here.Any(d => d.NeedsReview || d.Verdict != verdict.Verdict || (d.Verdict == Verdict.Remove && d.Ground?.Code != verdict.Ground));
    }
}
