using System.Collections.Immutable;

namespace WooPipeline.Formats;

/// <summary>What families, threads and duplicates are found by (RFC 5322 §3.6.4; Thread-Index of Exchange).</summary>
public sealed record MessageFacts
{
    /// <summary>Message-ID with its angle brackets; null where absent.</summary>
    public string? MessageId { get; init; }

    /// <summary>In-Reply-To, first id.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>References, oldest first.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Thread-Index, decoded bytes in base64; null where absent.</summary>
    public string? ThreadIndex { get; init; }

    /// <summary>Subject as decoded.</summary>
    public string Subject { get; init; } = "";

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Sender's address in lower case.</summary>
    public string From { get; init; } = "";

    /// <summary>Recipients' addresses in lower case (To, Cc, Bcc).</summary>
    public ImmutableArray<string> Recipients { get; init; } = [];

    /// <summary>Sender and recipients as names with addresses, for registers and case records.</summary>
    public ImmutableArray<MessageAddress> Addresses { get; init; } = [];

    /// <summary>Hash of the content under a stated normalisation, for duplicates; null where not computed.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Hashes of what it says, to see whether a later message quotes it whole; tells no word. Empty where too short to tell.</summary>
    public string Passages { get; init; } = "";
}

/// <summary>An address of a message.</summary>
/// <param name="Field"><c>From</c>, <c>Sender</c>, <c>To</c>, <c>Cc</c>, <c>Bcc</c>, <c>Reply-To</c>.</param>
/// <param name="Name">Display name; empty where none.</param>
/// <param name="Address">Address as written; empty where none.</param>
public sealed record MessageAddress(string Field, string Name, string Address);
