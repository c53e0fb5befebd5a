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
