using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>What a stage made of a document's record; its public files follow behind it.</summary>
internal sealed record TaskResult
{
    /// <summary>What holds now; null where that is what the task was given.</summary>
    public Decision[]? Decisions { get; init; }

    /// <summary>What the decisions remove, in the order of those that remove text.</summary>
    public string[] Removed { get; init; } = [];

    public int LostDecisions { get; init; }

    public Judgement? Judgement { get; init; }

    public DocumentState State { get; init; }

    public string Title { get; init; } = "";

    public int ShownEnd { get; init; }

    public int[] MarkPages { get; init; } = [];

    public Deviation[] Deviations { get; init; } = [];

    /// <summary>Why the document was set aside by this stage; null where it wasn't.</summary>
    public Quarantined? Fault { get; init; }

    /// <summary>Its public files: path below <c>publicatie/</c>, and how many bytes.</summary>
    public TaskFile[] Files { get; init; } = [];

    /// <summary>The result that a record gives.</summary>
    /// <param name="record">What the stage made.</param>
    /// <param name="given">What it was given.</param>
    /// <param name="files">The public files.</param>
    public static TaskResult Of(DocumentRecord record, DocumentRecord given, IReadOnlyList<TaskFile> files) => new()
    {
        Decisions = record.Packed.SameAs(given.Packed) && record.RemovedTexts.IsEmpty ? null : [.. record.Decisions],
        Removed = [.. record.RemovedTexts.Select(r => r.Text)],
        LostDecisions = record.LostDecisions,
        Judgement = record.Judgement,
        State = record.State,
        Title = record.Title,
        ShownEnd = record.ShownEnd,
        MarkPages = [.. record.MarkPages],
        Deviations = [.. record.Deviations],
        Fault = record.HasText ? null : record.Unit.Quarantine,
        Files = [.. files],
    };

    /// <summary>The record with what the stage made of it.</summary>
    /// <param name="record">The record that the task was given.</param>
    /// <param name="pool">Where equal passages become one.</param>
    public DocumentRecord Apply(DocumentRecord record, TextPool pool) => record with
    {
        Unit = Fault is null ? record.Unit : record.Unit with { TreeKey = null, Quarantine = Fault },
        Packed = Decisions is null ? record.Packed : PackedDecisions.Of(ImmutableArray.Create(Decisions), pool),
        RemovedTexts = [.. (Decisions ?? []).Where(d => d.Verdict == Verdict.Remove && d.Area is null).Zip(Removed, (d, t) => (pool.Of(t), pool.PatternOf(d)))],
        LostDecisions = LostDecisions,
        Judgement = Judgement,
        State = State,
        Title = Title,
        ShownEnd = ShownEnd,
        MarkPages = [.. MarkPages],
        Deviations = [.. Deviations],
        PublicFiles = [.. Files.Select(f => f.Path)],
    };
}

/// <summary>A public file in a result.</summary>
/// <param name="Path">Its path below <c>publicatie/</c>.</param>
/// <param name="Length">How many bytes.</param>
internal sealed record TaskFile(string Path, int Length);
