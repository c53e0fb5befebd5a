using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>What is known of a yes-or-no fact. Only <see cref="No"/> means no.</summary>
public enum KnownState
{
    /// <summary>Nobody filled it in.</summary>
    Missing,

    /// <summary>It was looked into without a result.</summary>
    Unknown,

    /// <summary>The question was not put to who could answer it.</summary>
    NotAsked,

    /// <summary>The question was put and stayed without an answer.</summary>
    NoReply,

    /// <summary>The fact can't apply.</summary>
    NotApplicable,

    /// <summary>Known, and not given.</summary>
    Withheld,

    /// <summary>Established that it is so.</summary>
    Yes,

    /// <summary>Established that it is not so.</summary>
    No,
}

/// <summary>A yes-or-no fact with what it rests on.</summary>
/// <param name="State">What is known.</param>
/// <param name="Basis">The evidence; at least one for <see cref="KnownState.Yes"/>.</param>
public sealed record Known(KnownState State, ImmutableArray<Provenance> Basis)
{
    /// <summary>A state without evidence of its own.</summary>
    public static Known Of(KnownState state) => new(state, []);
}
