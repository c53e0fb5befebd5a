using System.Collections.Immutable;

namespace WooPipeline.Pipeline;

/// <summary>The tasks of one stage. A task is a pure function of its stage, the shared content and its input.</summary>
public sealed record TaskBatch
{
    /// <summary>Name of the stage, one of <see cref="DossierTasks"/>.</summary>
    public required string Stage { get; init; }

    /// <summary>Hashes of what all tasks of the batch need, in the order that the stage knows.</summary>
    public required ImmutableArray<string> Shared { get; init; }

    /// <summary>How many tasks.</summary>
    public required int Count { get; init; }

    /// <summary>
    /// The input of a task by its number, asked once and from several threads: null where there is nothing to do. The same task gives
    /// the same bytes in every run.
    /// </summary>
    public required Func<int, TaskInput?> Input { get; init; }

    /// <summary>
    /// Hears of each task once, in any order and from several threads: its number and its result; null where it was tried as often as is
    /// allowed and never ended.
    /// </summary>
    public required Action<int, TaskOutput?> Done { get; init; }
}
