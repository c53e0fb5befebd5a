using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Mail;

/// <summary>A header line to be shown as it stood.</summary>
/// <param name="Name">Field name as written; empty for a line that is no field.</param>
/// <param name="Text">Its value, decoded.</param>
internal sealed record HeaderLine(string Name, string Text);

/// <summary>A message of any carrier (MIME, .msg, .pst, TNEF), ready to become a document.</summary>
internal sealed record MailContent
{
    public string Subject { get; init; } = "";

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The date as it stood, shown where it can't be read.</summary>
    public string DateText { get; init; } = "";

    public ImmutableArray<MessageAddress> Addresses { get; init; } = [];

    public ImmutableArray<HeaderLine> Headers { get; init; } = [];

    public ImmutableArray<Block> Body { get; init; } = [];

    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    public string? MessageId { get; init; }

    public string? InReplyTo { get; init; }

    public ImmutableArray<string> References { get; init; } = [];

    public string? ThreadIndex { get; init; }

    public DocumentKind Kind { get; init; } = DocumentKind.Email;

    public string? Language { get; init; }

    /// <summary>Properties of the native file that no reader sees.</summary>
    public ImmutableArray<MetadataField> Metadata { get; init; } = [];

    public ImmutableArray<Deviation> Deviations { get; init; } = [];
}
