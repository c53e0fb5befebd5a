using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>What a member of the cabinet promised a House.</summary>
public sealed record Commitment
{
    /// <summary>Its number in the dossier.</summary>
    public required int Number { get; init; }

    /// <summary>Number in the register of the House, <c>TZ202302-110</c>; empty where none.</summary>
    public string RegisterNumber { get; init; } = "";

    /// <summary>The office that made it: <c>de staatssecretaris</c>.</summary>
    public string MadeBy { get; init; } = "";

    /// <summary>The member it was made to; null where to the House.</summary>
    public Member? MadeTo { get; init; }

    /// <summary>The debate or hour: <c>mondelinge vragenuur</c>.</summary>
    public string Occasion { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateOnly? MadeOn { get; init; }

    /// <summary>What was promised, in Markdown.</summary>
    public required string Text { get; init; }

    /// <summary>What kind of promise.</summary>
    public CommitmentKind Kind { get; init; }

    /// <summary>When it must be met; null where no day was given.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>How it stands.</summary>
    public CommitmentStatus Status { get; init; }

    /// <summary>How it was met, in order; none for a bare term.</summary>
    public ImmutableArray<Fulfilment> Fulfilments { get; init; } = [];

    /// <summary>Where it was read.</summary>
    public required Provenance Source { get; init; }
}

/// <summary>What kind of promise.</summary>
public enum CommitmentKind
{
    /// <summary>Not said.</summary>
    Unspecified,

    /// <summary>To do something by a day.</summary>
    Deadline,

    /// <summary>To supply something.</summary>
    Supply,

    /// <summary>To find something out.</summary>
    Investigate,

    /// <summary>To explain something.</summary>
    Explain,

    /// <summary>To share a document.</summary>
    Share,
}

/// <summary>How a promise stands.</summary>
public enum CommitmentStatus
{
    /// <summary>Not met yet.</summary>
    Open,

    /// <summary>Met.</summary>
    Fulfilled,

    /// <summary>Met in part.</summary>
    PartlyFulfilled,

    /// <summary>It can't or won't be met, with reasons.</summary>
    Declined,
}

/// <summary>One way in which a promise was met.</summary>
public sealed record Fulfilment
{
    /// <summary>What was done.</summary>
    public required FulfilmentKind Kind { get; init; }

    /// <summary>The question whose answer holds it; null where none.</summary>
    public int? Question { get; init; }

    /// <summary>The table that was added, by name; null where none.</summary>
    public string? Table { get; init; }

    /// <summary>Pages as stated by hand, for a document that isn't in the dossier; empty where they are computed.</summary>
    public string StatedPages { get; init; } = "";

    /// <summary>What was added, word for word; empty where nothing is quoted.</summary>
    public string Quote { get; init; } = "";

    /// <summary>What is said about it, in Markdown.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>The whole line as the writer wants it, in Markdown with <c>{{ hier.pagina }}</c>; empty for the house's own wording.</summary>
    public string Wording { get; init; } = "";

    /// <summary>Document number of the letter that did it; empty where none.</summary>
    public string Letter { get; init; } = "";

    /// <summary>Where it was read.</summary>
    public required Provenance Source { get; init; }
}

/// <summary>What was done about a promise.</summary>
public enum FulfilmentKind
{
    /// <summary>A table was added.</summary>
    TableAdded,

    /// <summary>An answer speaks of it.</summary>
    MentionedIn,

    /// <summary>Words were added to an answer.</summary>
    TextAdded,

    /// <summary>An earlier paper is pointed at.</summary>
    Referred,

    /// <summary>It is explained here.</summary>
    Explained,

    /// <summary>It isn't done, with reasons.</summary>
    Declined,
}
