using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>A text that a person wrote for a document: a file of <c>teksten/</c>.</summary>
public sealed record TextPart
{
    /// <summary>The document it belongs to: <c>nota</c>, <c>antwoorden</c>, <c>rapportage</c>, <c>tabel</c>.</summary>
    public required string Document { get; init; }

    /// <summary>The part of the document: <c>kop</c>, <c>aanleiding</c>, <c>kern</c>, …; for an answer empty.</summary>
    public string Part { get; init; } = "";

    /// <summary>Heading instead of the house's; empty for the house's.</summary>
    public string Title { get; init; } = "";

    /// <summary>Place among the parts; 0 for the order of the house or the file names.</summary>
    public int Order { get; init; }

    /// <summary>The questions it answers.</summary>
    public ImmutableArray<int> Questions { get; init; } = [];

    /// <summary>The table that it holds, by name; empty for none.</summary>
    public string Table { get; init; } = "";

    /// <summary>What the note's head says; only for the part <c>kop</c>.</summary>
    public FrontMatter Settings { get; init; } = FrontMatter.Empty;

    /// <summary>The text: Markdown with references.</summary>
    public string Markdown { get; init; } = "";

    /// <summary>Where it was read.</summary>
    public required Provenance Source { get; init; }
}
