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
