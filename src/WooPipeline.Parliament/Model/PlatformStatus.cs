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

/// <summary>An organisation.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Abbreviation">Short name; empty where none.</param>
/// <param name="Kind">What it is: <c>ministerie</c>, <c>zbo</c>, …</param>
/// <param name="Parent">What it belongs to; empty where nothing.</param>
/// <param name="Source">Where it was read.</param>
public sealed record Organisation(string Name, string Abbreviation, string Kind, string Parent, Provenance Source)
{
    /// <summary>The short name, or the full one.</summary>
    public string ShortName => Abbreviation.Length > 0 ? Abbreviation : Name;
}

/// <summary>A platform with its names in time.</summary>
/// <param name="Name">Its present name.</param>
/// <param name="Aliases">Other names, with the days on which they held.</param>
/// <param name="Source">Where it was read.</param>
public sealed record Platform(string Name, ImmutableArray<PlatformAlias> Aliases, Provenance Source)
{
    /// <summary>The name it had on a day.</summary>
    public string NameOn(DateOnly day) =>
        Aliases.FirstOrDefault(a => a.Until is not null && (a.From is null || a.From <= day) && day <= a.Until)?.Name ?? Name;

    /// <summary>True for its present name and each alias.</summary>
    public bool IsCalled(string name) =>
        string.Equals(Name, name, StringComparison.OrdinalIgnoreCase) || Aliases.Any(a => string.Equals(a.Name, name, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Another name of a platform.</summary>
/// <param name="Name">The name.</param>
/// <param name="From">First day; null for always.</param>
/// <param name="Until">Last day; null for still (a service of the same company).</param>
public sealed record PlatformAlias(string Name, DateOnly? From, DateOnly? Until);
