using System.Collections.Immutable;

namespace WooPipeline.Documents;

/// <summary>A document of any format: what it says and how it is built, nothing of its file.</summary>
public sealed record DocumentTree
{
    /// <summary>Title as the document gives it; empty where it has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>Language, BCP 47.</summary>
    public string Language { get; init; } = "nl-NL";

    /// <summary>What kind of thing it was.</summary>
    public DocumentKind Kind { get; init; } = DocumentKind.Unknown;

    /// <summary>The document's own date (sent, written); null where it gives none. Never the clock, never the file system.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Name of the file or attachment, without folders; searched for personal data, never published.</summary>
    public string FileName { get; init; } = "";

    /// <summary>What it says, top to bottom.</summary>
    public ImmutableArray<Block> Blocks { get; init; } = [];

    /// <summary>Its notes, in order of their first reference.</summary>
    public ImmutableArray<Footnote> Footnotes { get; init; } = [];

    /// <summary>Properties of the native file; searched, never published.</summary>
    public ImmutableArray<MetadataField> Metadata { get; init; } = [];
}

/// <summary>A note.</summary>
/// <param name="Id">Id that references name.</param>
/// <param name="Blocks">Its text.</param>
public sealed record Footnote(string Id, ImmutableArray<Block> Blocks);

/// <summary>A property of a native file.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Value">Its value as text.</param>
/// <param name="Origin">Where it stands.</param>
public sealed record MetadataField(string Name, string Value, Origin? Origin = null);
