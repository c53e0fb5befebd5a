using System.Collections.Immutable;
using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>New decisions for one document.</summary>
/// <param name="Id">The document.</param>
/// <param name="Before">The decisions that were changed; null where there were none.</param>
/// <param name="After">The decisions that come.</param>
internal sealed record DocumentChange(string Id, DocumentDecisions? Before, DocumentDecisions After)
{
    public DocumentChange Reversed => new(Id, After, Before ?? new DocumentDecisions { Source = After.Source, Sha256 = After.Sha256 });
}

/// <summary>What is done, and taken back, in one go.</summary>
/// <param name="Label">What it is called, in Dutch.</param>
/// <param name="Forward">The changes.</param>
internal sealed record ReviewStep(string Label, ImmutableArray<DocumentChange> Forward)
{
    /// <summary>The decisions on persons before and after; null where the step is about passages.</summary>
    public (ImmutableArray<PersonDecision> Before, ImmutableArray<PersonDecision> After)? Persons { get; init; }

    /// <summary>The changes that take it back.</summary>
    public ImmutableArray<DocumentChange> Backward => [.. Forward.Select(c => c.Reversed)];
}

/// <summary>Steps that can be taken back and done again, without end.</summary>
internal sealed class UndoStack
{
    private readonly Stack<ReviewStep> done = new();
    private readonly Stack<ReviewStep> undone = new();

    /// <summary>The names of the steps that come next.</summary>
    public (string? Undo, string? Redo) Next => (done.TryPeek(out var d) ? d.Label : null, undone.TryPeek(out var u) ? u.Label : null);

    /// <summary>A new step; what was taken back before can't be done again.</summary>
    public void Push(ReviewStep step)
    {
        done.Push(step);
        undone.Clear();
    }

    public ReviewStep? PopUndo() => done.TryPop(out var step) ? step : null;

    public ReviewStep? PopRedo() => undone.TryPop(out var step) ? step : null;

    public void PushUndo(ReviewStep step) => done.Push(step);

    public void PushRedo(ReviewStep step) => undone.Push(step);
}
