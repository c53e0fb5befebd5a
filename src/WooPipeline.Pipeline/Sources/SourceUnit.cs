using WooPipeline.Formats;

namespace WooPipeline.Pipeline;

/// <summary>One thing that must end in one state: a file, a member of a container, an attachment.</summary>
internal sealed record SourceUnit
{
    /// <summary>Path from the dossier's root with <c>/</c>: <c>bronnen/001.eml</c>, <c>bronnen/a.zip/b.docx</c>, <c>bronnen/001.eml/1-nota.docx</c>.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The bytes; kept only where a redactor in place needs them.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>What reading gave; null for a container, whose members are units of their own.</summary>
    public ReadResult? Result { get; init; }

    /// <summary>How many members a container gave; null for a document.</summary>
    public int? Members { get; init; }

    /// <summary>Path of the container it was found in, or null.</summary>
    public string? Container { get; init; }

    /// <summary>Path of the document it is attached to, or null.</summary>
    public string? Parent { get; init; }

    /// <summary>True for files of an operating system or office program that are no documents (<c>Thumbs.db</c>).</summary>
    public bool IsSystemFile { get; init; }
}
