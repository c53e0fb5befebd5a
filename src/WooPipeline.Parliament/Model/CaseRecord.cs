using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>A report made to a platform, as recorded.</summary>
public sealed record CaseRecord
{
    /// <summary>Case number.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>The election; empty where the case isn't about one.</summary>
    public string Election { get; init; } = "";

    /// <summary>Day of the election.</summary>
    public DateOnly? ElectionDate { get; init; }

    /// <summary>Where the signal came from, in the record's words: <c>media</c>, <c>medeoverheid</c>.</summary>
    public string SignalSource { get; init; } = "";

    /// <summary>The organisation that gave the signal; empty where none is named.</summary>
    public string SignallingOrganisation { get; init; } = "";

    /// <summary>When the signal came.</summary>
    public Instant? SignalledAt { get; init; }

    /// <summary>What kind of situation, in the record's words.</summary>
    public string Situation { get; init; } = "";

    /// <summary>What the signalling body tried itself; empty where nothing is recorded.</summary>
    public string OwnAttempts { get; init; } = "";

    /// <summary>The content, without account or address.</summary>
    public string Description { get; init; } = "";

    /// <summary>What is assumed of the intent; empty where nothing.</summary>
    public string Intent { get; init; } = "";

    /// <summary>The grounds for reporting and other yes-or-no facts, by column name.</summary>
    public ImmutableSortedDictionary<string, KnownState> Facts { get; init; } = ImmutableSortedDictionary<string, KnownState>.Empty;

    /// <summary>The platform's present name.</summary>
    public string Platform { get; init; } = "";

    /// <summary>The channel used.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The platform's policy that was invoked; empty where none.</summary>
    public string Policy { get; init; } = "";

    /// <summary>Address of that policy; empty where none.</summary>
    public string PolicyUrl { get; init; } = "";

    /// <summary>What was asked: <c>beoordelen</c>, <c>herstellen</c>, <c>deblokkeren</c>.</summary>
    public string Request { get; init; } = "";

    /// <summary>When it was reported.</summary>
    public Instant? ReportedAt { get; init; }

    /// <summary>When the platform confirmed.</summary>
    public Instant? ConfirmedAt { get; init; }

    /// <summary>What the platform said; empty where nothing.</summary>
    public string Reply { get; init; } = "";

    /// <summary>The time to the reply as a text states it: <c>binnen drie minuten</c>.</summary>
    public string StatedInterval { get; init; } = "";

    /// <summary>What came of it, in the record's words.</summary>
    public string Outcome { get; init; } = "";

    /// <summary>The archived message that is annexed, by its path; empty where none.</summary>
    public string Annex { get; init; } = "";

    /// <summary>Number of the annex; null where none.</summary>
    public int? AnnexNumber { get; init; }

    /// <summary>What it rests on and where it was read.</summary>
    public ImmutableArray<Provenance> Basis { get; init; } = [];

    /// <summary>All cells as they stood, by column, for the fields that have no place above and for checks.</summary>
    public ImmutableSortedDictionary<string, string> Fields { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Shortest and longest time between report and confirmation; null where it can't be computed.</summary>
    public (TimeSpan Shortest, TimeSpan Longest)? Interval =>
        ReportedAt is { } from && ConfirmedAt is { } until ? Instant.Between(from, until) : null;
}
