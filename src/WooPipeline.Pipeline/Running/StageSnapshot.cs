using System.Collections.Immutable;

namespace WooPipeline.Pipeline;

/// <summary>How far a stage is.</summary>
public sealed record StageSnapshot
{
    /// <summary>Dutch name of the stage; empty before the first.</summary>
    public required string Stage { get; init; }

    /// <summary>Steps done.</summary>
    public required int Done { get; init; }

    /// <summary>Steps in all; 0 where not known.</summary>
    public required int Total { get; init; }

    /// <summary>Bytes taken in.</summary>
    public required long Bytes { get; init; }

    /// <summary>Time since the stage began.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>How often what went wrong, by code, over all stages so far.</summary>
    public required ImmutableSortedDictionary<string, int> Troubles { get; init; }

    /// <summary>How often a source was read in a process of its own.</summary>
    public int Apart { get; init; }

    /// <summary>Who works on it, in Dutch; empty for this process alone.</summary>
    public string Workers { get; init; } = "";

    /// <summary>Steps a second so far.</summary>
    public double PerSecond => Elapsed > TimeSpan.Zero ? Done / Elapsed.TotalSeconds : 0;

    /// <summary>What the stage still takes at this rate; null where that can't be said.</summary>
    public TimeSpan? Left => Total > 0 && Done > 0 ? TimeSpan.FromSeconds((Total - Done) / PerSecond) : null;
}
