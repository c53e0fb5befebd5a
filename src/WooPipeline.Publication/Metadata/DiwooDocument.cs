using System.Collections.Immutable;

namespace WooPipeline.Publication.Metadata;

/// <summary>What DiWoo says of one published file. No name of a writer: <c>naamOpsteller</c> would be personal data.</summary>
internal sealed record DiwooDocument
{
    /// <summary>The file, relative to <c>publicatie/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Number of the document.</summary>
    public required string Identifier { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>When it was made or established.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Its information category.</summary>
    public required Term Category { get; init; }

    /// <summary>Its sort of document; null where the list has none (mail).</summary>
    public Term? Sort { get; init; }

    /// <summary>Related documents: what relation, path, title.</summary>
    public ImmutableArray<(Term Role, string Path, string Title)> Relations { get; init; } = [];

    /// <summary>Codes of the grounds on which passages were removed.</summary>
    public ImmutableArray<string> Grounds { get; init; } = [];

    /// <summary>Where its metadata stands, relative to <c>publicatie/</c>.</summary>
    public string MetadataPath => $"metadata/{System.IO.Path.GetFileNameWithoutExtension(Path)}.xml";
}
