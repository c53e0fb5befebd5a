using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>What one respondent did.</summary>
public sealed record InquiryResponse
{
    /// <summary>The organisation or platform.</summary>
    public required string Respondent { get; init; }

    /// <summary>What it is: <c>platform</c>, <c>ministerie</c>, <c>zbo</c>, …</summary>
    public string Kind { get; init; } = "";

    /// <summary>Whether it was asked itself, not through another.</summary>
    public KnownState AskedDirectly { get; init; }

    /// <summary>When it was asked.</summary>
    public Instant? AskedOn { get; init; }

    /// <summary>Each time it was asked or reminded.</summary>
    public ImmutableArray<Instant> Attempts { get; init; } = [];

    /// <summary>How it stands.</summary>
    public required InquiryState State { get; init; }

    /// <summary>When it answered.</summary>
    public Instant? RepliedOn { get; init; }

    /// <summary>The network through which it was asked; empty where none.</summary>
    public string Network { get; init; } = "";

    /// <summary>Whether it reports content without having a status.</summary>
    public KnownState ReportsWithoutStatus { get; init; }

    /// <summary>Remarks.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>The archived message it rests on, and the row it was read from.</summary>
    public ImmutableArray<Provenance> Basis { get; init; } = [];
}
