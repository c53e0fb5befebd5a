using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;

namespace WooPipeline.Pipeline;

/// <summary>A unit without its text and bytes, which stay in the workspace: small enough to hold for every document of a dossier.</summary>
internal sealed record StoredUnit
{
    /// <summary>Path from the dossier's root with <c>/</c>: <c>bronnen/001.eml</c>, <c>bronnen/a.zip/b.docx</c>, <c>bronnen/001.eml/1-nota.docx</c>.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Key of its tree in the workspace; null where it has none.</summary>
    public string? TreeKey { get; init; }

    /// <summary>Why it couldn't be read; null where it could or where it is a container.</summary>
    public Quarantined? Quarantine { get; init; }

    /// <summary>How many members a container gave; null for a document.</summary>
    public int? Members { get; init; }

    /// <summary>Path of the container it was found in, or null.</summary>
    public string? Container { get; init; }

    /// <summary>Path of the document it is attached to, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>True for files of an operating system or office program that are no documents.</summary>
    public bool IsSystemFile { get; init; }

    /// <summary>What kind of document it was.</summary>
    public DocumentKind Kind { get; init; }

    /// <summary>The document's own date.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>What threads are built from; null where it is no message.</summary>
    public MessageFacts? Message { get; init; }

    /// <summary>Hashes of what a document says that is no message, for near duplicates; tells no word.</summary>
    public string Passages { get; init; } = "";

    /// <summary>The unit without those hashes, which for a whole dossier are too much to hold; the workspace has them (<see cref="Workspace.PassagesOf"/>).</summary>
    public StoredUnit WithoutPassages() => this with { Passages = "", Message = Message is null ? null : Message with { Passages = "" } };

    /// <summary>Where the source departs from its format.</summary>
    public ImmutableArray<Deviation> Deviations { get; init; } = [];
}
