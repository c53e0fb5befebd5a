namespace WooPipeline.Documents;

/// <summary>Remove or keep.</summary>
public enum Verdict
{
    /// <summary>The passage stays, for a reason.</summary>
    Keep,

    /// <summary>The passage goes, on a ground.</summary>
    Remove,
}

/// <summary>What happens to a passage, and why.</summary>
public sealed record Decision
{
    /// <summary>Where, in the text view's UTF-16 units, end exclusive.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>
    /// A rectangle that goes; null for a passage of text. On a page the span is empty and says only where in the text the page is; on a
    /// picture of a document without pages the span is that picture.
    /// </summary>
    public PageArea? Area { get; init; }

    /// <summary>What kind of datum it is.</summary>
    public required Label Label { get; init; }

    /// <summary>Remove or keep.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The ground for removal; null where kept.</summary>
    public Ground? Ground { get; init; }

    /// <summary>What the mark shows: the ground's code or a pseudonym; empty where kept.</summary>
    public string MarkText { get; init; } = "";

    /// <summary>The reason in Dutch, for the account; never the text itself.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Who decided: <c>beleid</c> for the policy, else the reviewer's name or role.</summary>
    public string DecidedBy { get; init; } = PolicyDecider;

    /// <summary>How sure the finding was, 0 to 1; 1 for a person's decision.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Why it was found; null where a person added it.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>True where a person must still look at it.</summary>
    public bool NeedsReview { get; init; }

    /// <summary>The policy's own name as the decider.</summary>
    public const string PolicyDecider = "beleid";

    /// <summary>True where a person decided; a re-run never overrules it.</summary>
    public bool ByPerson => !string.Equals(DecidedBy, PolicyDecider, StringComparison.Ordinal);
}
