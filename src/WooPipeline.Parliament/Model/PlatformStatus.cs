using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>What is known of an organisation's position at a platform: one row an organisation, platform, kind and period.</summary>
public sealed record PlatformStatus
{
    /// <summary>The organisation, by its short name where it has one.</summary>
    public required string Organisation { get; init; }

    /// <summary>The platform's present name; null for a status that holds at all platforms (DSA article 22), or where none was asked.</summary>
    public string? Platform { get; init; }

    /// <summary>What kind of position, in the register's words; empty where not known.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Whether it has or had the position.</summary>
    public required Known Held { get; init; }

    /// <summary>Since when.</summary>
    public PartialDate? Since { get; init; }

    /// <summary>Until when; null where it still has it or it isn't known.</summary>
    public PartialDate? Until { get; init; }

    /// <summary>What the organisation itself said.</summary>
    public KnownState AccordingToOrganisation { get; init; }

    /// <summary>What the platform said.</summary>
    public KnownState AccordingToPlatform { get; init; }

    /// <summary>False for a row left out of the table on purpose.</summary>
    public bool InTable { get; init; } = true;

    /// <summary>Why it was left out; empty where it wasn't.</summary>
    public string ExclusionReason { get; init; } = "";

    /// <summary>How the position came about.</summary>
    public string Origin { get; init; } = "";

    /// <summary>Task or law it rests on.</summary>
    public string LegalBasis { get; init; } = "";

    /// <summary>What is reported: <c>onrechtmatig</c>, <c>desinformatie</c>, …</summary>
    public ImmutableArray<string> ContentKinds { get; init; } = [];

    /// <summary>Where it was read.</summary>
    public required Provenance Source { get; init; }
}
