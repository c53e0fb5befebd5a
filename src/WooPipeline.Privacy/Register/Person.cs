using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>A person of the dossier.</summary>
public sealed record Person
{
    /// <summary>Stable within the dossier: <c>p0001</c> in the order of the registers and documents.</summary>
    public required string Id { get; init; }

    /// <summary>All names under which the person was seen, fullest first.</summary>
    public required ImmutableArray<PersonName> Names { get; init; }

    /// <summary>Mail addresses in lower case.</summary>
    public ImmutableArray<string> Emails { get; init; } = [];

    /// <summary>Functions as registers and signatures give them.</summary>
    public ImmutableArray<string> Functions { get; init; } = [];

    /// <summary>Organisation or directorate; empty where not known.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Where the knowledge comes from: a register row or a document.</summary>
    public string Source { get; init; } = "";

    /// <summary>The strongest sighting.</summary>
    public Strength Strength { get; init; }

    /// <summary>What a reviewer decided on all sightings of the person; null where nobody did.</summary>
    public PersonRuling? Ruling { get; init; }

    /// <summary>The role that makes the person public; null for anyone else.</summary>
    public PublicRole? Role { get; init; }

    /// <summary>True for a role that the product knows by itself, not seen in the dossier.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>Documents and threads in which the person was seen.</summary>
    public ImmutableSortedSet<string> Scope { get; init; } = [];

    /// <summary>Number of sightings.</summary>
    public int Sightings { get; init; }

    /// <summary>True where the forms protect the whole dossier.</summary>
    public bool IsDossierWide => Strength != Strength.Guess || Role is not null;

    /// <summary>True where the person's forms count in a document.</summary>
    public bool Covers(string documentId, string? threadId) =>
        IsDossierWide || Scope.Contains(documentId) || (threadId is not null && Scope.Contains("thread:" + threadId));
}
