using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>What the rules look at besides the dossier.</summary>
public sealed record RuleInputs
{
    /// <summary>The papers as rendered; none where rendering failed.</summary>
    public ImmutableArray<RenderedText> Papers { get; init; } = [];

    /// <summary>The tree of a source by its path; null where there is none.</summary>
    public Func<string, DocumentTree?> Source { get; init; } = static _ => null;

    /// <summary>Sets a paper on pages, as <see cref="RenderServices.Layout"/>; null where pages aren't known.</summary>
    public Func<string, DocumentTree, IReadOnlyDictionary<string, int>>? Layout { get; init; }

    /// <summary>A paper as it will be published, after anonymising; null where that hasn't been done.</summary>
    public Func<string, DocumentTree?> Published { get; init; } = static _ => null;

    /// <summary>Whether the search for personal data that was left, in text and properties, found none; null where it hasn't been done.</summary>
    public bool? IsClean { get; init; }

    /// <summary>The day that terms are counted to: the dossier's own date where it has one. Never the clock.</summary>
    public DateOnly? Today { get; init; }
}
