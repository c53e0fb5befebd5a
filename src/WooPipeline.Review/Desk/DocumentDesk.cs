using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>Where a document stands in the review: the policy's decisions with those of persons over them.</summary>
internal sealed record DocumentDesk
{
    private readonly ImmutableArray<Decision> decisions;

    /// <summary>The document.</summary>
    public required ReviewDocument Document { get; init; }

    /// <summary>What persons decided; null where nobody did.</summary>
    public DocumentDecisions? ByPerson { get; init; }

    /// <summary>The state of the decisions' file that this was made from.</summary>
    public string Version { get; init; } = "";

    /// <summary>Time and size of that file.</summary>
    public (DateTime Time, long Size) Stamp { get; init; }

    /// <summary>What holds, in order of place; the policy's where no person decided.</summary>
    public ImmutableArray<Decision> Decisions
    {
        get => decisions.IsDefault ? [.. Document.Passages.Select(p => p.Decision)] : decisions;
        init => decisions = value;
    }

    /// <summary>Decisions of persons whose passage wasn't found again.</summary>
    public ImmutableArray<PassageDecision> Lost { get; init; } = [];

    /// <summary>True where the places of persons' decisions were looked up in the text itself.</summary>
    public bool IsExact { get; init; }

    /// <summary>
    /// The decisions to change. They name the source as it is now, unless a passage of it isn't found: then each opening looks again.
    /// </summary>
    public DocumentDecisions ToChange => (ByPerson ?? new DocumentDecisions { Source = Document.Source }) is var given && Lost.IsEmpty
        ? given with { Sha256 = Document.Sha256 } : given;

    /// <summary>Passages that a person must still look at.</summary>
    public int Doubts => decisions.IsDefault ? Document.Policy.Doubts : decisions.Count(d => d.NeedsReview);

    /// <summary>Passages that go.</summary>
    public int Removed => decisions.IsDefault ? Document.Policy.Removed : decisions.Count(d => d.Verdict == Verdict.Remove);

    /// <summary>Pages that are done.</summary>
    public int PagesDone => ByPerson?.Pages.Count(p => !p.Value.IsFlagged) ?? 0;

    /// <summary>Pages that need another look.</summary>
    public int PagesFlagged => ByPerson?.Pages.Count(p => p.Value.IsFlagged) ?? 0;

    /// <summary>True for what needs no pages to be looked at: it isn't published as such.</summary>
    public bool IsOutside => Document.IsSystemFile || Document.DuplicateOf is not null || ByPerson?.Judgement is { State: "buiten verzoek" or "dubbel" };

    /// <summary>True where nothing is left for a person to do.</summary>
    public bool IsReady => IsOutside || (Document.Quarantine is not null ? ByPerson?.Judgement is not null
        : Doubts == 0 && Lost.IsEmpty && PagesFlagged == 0 && PagesDone >= Document.Pages);
}
