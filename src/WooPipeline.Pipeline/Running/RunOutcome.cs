using System.Collections.Immutable;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>What a run gave.</summary>
public sealed record RunOutcome
{
    /// <summary>0 done, 1 done but something needs a person, 3 a leak was found and nothing was published.</summary>
    public required int ExitCode { get; init; }

    /// <summary>Folder with <c>publicatie/</c> and <c>intern/</c>.</summary>
    public required string OutFolder { get; init; }

    /// <summary>Where a refused package was set aside for a person to look at; null where it was published.</summary>
    public string? RefusedFolder { get; init; }

    /// <summary>True where nothing had changed since the last run, and its package still stands.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>How many documents ended in each state; the sum is the number of documents.</summary>
    public ImmutableSortedDictionary<DocumentState, int> States { get; init; } = ImmutableSortedDictionary<DocumentState, int>.Empty;

    /// <summary>Passages removed.</summary>
    public int Removed { get; init; }

    /// <summary>Passages that a person must look at.</summary>
    public int Doubts { get; init; }

    /// <summary>Decisions of persons whose passage was not found again.</summary>
    public int LostDecisions { get; init; }

    /// <summary>What the check of the package found.</summary>
    public VerifyReport? Verification { get; init; }

    /// <summary>What a person must look at, in Dutch, without content of documents.</summary>
    public ImmutableArray<string> Messages { get; init; } = [];

    /// <summary>Public files, sorted, relative to <see cref="OutFolder"/>.</summary>
    public ImmutableArray<string> Files { get; init; } = [];
}
