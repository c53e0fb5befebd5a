using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>A yes-or-no fact with what it rests on.</summary>
/// <param name="State">What is known.</param>
/// <param name="Basis">The evidence; at least one for <see cref="KnownState.Yes"/>.</param>
public sealed record Known(KnownState State, ImmutableArray<Provenance> Basis)
{
    /// <summary>A state without evidence of its own.</summary>
    public static Known Of(KnownState state) => new(state, []);
}
