using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>
/// The decisions of one document in little room: a place and a pattern each. A dossier holds a million decisions or more, and they
/// differ in little else than their place.
/// </summary>
internal readonly struct PackedDecisions
{
    private readonly ImmutableArray<(TextSpan Span, Decision Pattern)> items;

    private PackedDecisions(ImmutableArray<(TextSpan Span, Decision Pattern)> items) => this.items = items;

    /// <summary>Packs decisions.</summary>
    /// <param name="decisions">The decisions, in any order.</param>
    /// <param name="pool">Where equal patterns become one.</param>
    public static PackedDecisions Of(ImmutableArray<Decision> decisions, TextPool pool) =>
        new([.. decisions.Select(d => (d.Span, pool.PatternOf(d)))]);

    /// <summary>Packs places, each with its pattern (<see cref="TextPool.PatternOf"/>).</summary>
    public static PackedDecisions From(ImmutableArray<(TextSpan Span, Decision Pattern)> items) => new(items);

    /// <summary>Places with their patterns.</summary>
    public ImmutableArray<(TextSpan Span, Decision Pattern)> Items => items.IsDefault ? [] : items;

    /// <summary>How many.</summary>
    public int Count => items.IsDefault ? 0 : items.Length;

    /// <summary>How many wait for a person.</summary>
    public int Doubts => items.IsDefault ? 0 : items.Count(i => i.Pattern.NeedsReview);

    /// <summary>True where both hold the same decisions in the same order.</summary>
    public bool SameAs(PackedDecisions other) => Count == other.Count && (Count == 0 || items.AsSpan().SequenceEqual(other.items.AsSpan()));

    /// <summary>The decisions as they were, made anew.</summary>
    public ImmutableArray<Decision> All() => items.IsDefault ? [] : [.. items.Select(i => i.Pattern with { Span = i.Span })];
}
