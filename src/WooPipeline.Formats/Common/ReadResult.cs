using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats;

/// <summary>What reading a file gave: a document, or a reason why a person must look at it. Readers never throw on content.</summary>
public abstract record ReadResult;

/// <summary>A document was read.</summary>
/// <param name="Tree">What it says.</param>
public sealed record DocumentRead(DocumentTree Tree) : ReadResult
{
    /// <summary>What it carries: attachments and embedded messages, each a document of its own.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>Where the file departs from its format, and how that was read.</summary>
    public ImmutableArray<Deviation> Deviations { get; init; } = [];

    /// <summary>What threads and families are built from; null where it is no message.</summary>
    public MessageFacts? Message { get; init; }
}

/// <summary>The file can't be read; the rest of the run goes on.</summary>
/// <param name="Code">Stable code: <c>leeg</c>, <c>beschadigd</c>, <c>versleuteld</c>, <c>niet-ondersteund</c>, <c>te-groot</c>, <c>te-diep</c>, <c>zip-bom</c>, …</param>
/// <param name="Reason">For the coordinator, in Dutch: what is wrong and what to do next. Never content of the file.</param>
public sealed record Quarantined(string Code, string Reason) : ReadResult
{
    /// <summary>Where in the file (page, part, row, header), or null.</summary>
    public string? Place { get; init; }
}

/// <summary>A departure from the format that was read all the same.</summary>
/// <param name="Code">Stable code, kebab-case English: <c>mime-missing-boundary</c>.</param>
/// <param name="Place">Where: a header's name, a part's number, a byte offset. Never content.</param>
public sealed record Deviation(string Code, string Place);

/// <summary>How an attachment belongs to its parent.</summary>
public enum AttachmentRole
{
    /// <summary>A document of its own.</summary>
    Attachment,

    /// <summary>An image shown in the parent's body; not a document of its own.</summary>
    Inline,

    /// <summary>A message within the message.</summary>
    Message,
}

/// <summary>A file within a document.</summary>
/// <param name="Name">Name as given; may be empty. Never used as a path.</param>
/// <param name="MediaType">Declared media type.</param>
/// <param name="Content">Decoded bytes.</param>
/// <param name="Role">How it belongs.</param>
public sealed record Attachment(string Name, string MediaType, ReadOnlyMemory<byte> Content, AttachmentRole Role = AttachmentRole.Attachment)
{
    /// <summary>A reason why its bytes could not be had (an encrypted or external part); null where they could.</summary>
    public Quarantined? Problem { get; init; }

    /// <summary>A document already read, where the attachment has no bytes of its own format (a message within an Outlook item); null else.</summary>
    public DocumentRead? Document { get; init; }
}
