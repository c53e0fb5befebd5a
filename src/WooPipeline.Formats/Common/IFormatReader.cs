using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats;

/// <summary>Reads one format into a tree. Stateless and safe to share between threads.</summary>
public interface IFormatReader
{
    /// <summary>Name of the format for reports: <c>e-mail</c>, <c>Word</c>.</summary>
    string Format { get; }

    /// <summary>True where the bytes (first) or the extension and declared type (second) are this format.</summary>
    bool Recognises(SourceFile file);

    /// <summary>Reads the file. Content never makes it throw: what can't be read comes back as <see cref="Quarantined"/>.</summary>
    ReadResult Read(SourceFile file, ReadLimits limits);
}

/// <summary>A file with files in it (zip, mbox, pst), read as a stream of members.</summary>
public interface IContainerReader
{
    /// <summary>Name of the format for reports.</summary>
    string Format { get; }

    /// <summary>True where the first bytes (at least 4 KB where there are as many) or the extension are this format.</summary>
    bool Recognises(string path, ReadOnlySpan<byte> head);

    /// <summary>The members in order, one at a time. A member that can't be had is yielded with its reason; nothing is skipped.</summary>
    IEnumerable<ContainerMember> Members(Stream content, string path, ReadLimits limits);
}

/// <summary>A member of a container.</summary>
/// <param name="Name">Its name inside, with <c>/</c>; unique in the container, never used as a path on disk.</param>
/// <param name="Content">Its bytes; empty where there is a problem.</param>
/// <param name="Problem">Why it can't be had, or null.</param>
public sealed record ContainerMember(string Name, ReadOnlyMemory<byte> Content, Quarantined? Problem = null)
{
    /// <summary>Media type the container knows it by (<c>message/rfc822</c> in an mbox), or null.</summary>
    public string? MediaType { get; init; }

    /// <summary>A document already read, where the member has no bytes of its own format (a message in a pst); null otherwise.</summary>
    public DocumentRead? Document { get; init; }
}

/// <summary>Takes passages out of a native file and scrubs everything else that can hold text.</summary>
public interface INativeRedactor
{
    /// <summary>True where this redactor handles the file.</summary>
    bool Handles(SourceFile file);

    /// <summary>The redacted file. Fails closed: where removal can't be shown to have succeeded, a <see cref="Quarantined"/> comes back.</summary>
    /// <param name="file">The source.</param>
    /// <param name="tree">The tree its reader gave.</param>
    /// <param name="redactions">Passages in units of <see cref="TextView.Of"/> of that tree.</param>
    /// <param name="limits">Bounds.</param>
    NativeRedaction Redact(SourceFile file, DocumentTree tree, IReadOnlyList<Redaction> redactions, ReadLimits limits);
}

/// <summary>What redaction in place gave.</summary>
/// <param name="Content">The public bytes; empty where there is a problem.</param>
/// <param name="Problem">Why there are none, or null.</param>
public sealed record NativeRedaction(ReadOnlyMemory<byte> Content, Quarantined? Problem = null)
{
    /// <summary>Page of each redaction in the order of their spans, one based; 0 where it has no place on a page. Empty where the format has no pages.</summary>
    public ImmutableArray<int> MarkPages { get; init; } = [];

    /// <summary>What the report should say of the redaction: <c>box-leak-bits</c> with a page and what its boxes' widths tell at most.</summary>
    public ImmutableArray<Deviation> Notes { get; init; } = [];
}
