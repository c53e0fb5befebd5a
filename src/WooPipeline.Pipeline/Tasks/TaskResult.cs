using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>What a stage made of a document's record; its public files follow behind it.</summary>
internal sealed record TaskResult
{
    /// <summary>True where the stage found nothing to change: the record stays the very same, by which a run sees that there is nothing more to mend.</summary>
    public bool IsSame { get; init; }

    /// <summary>What holds now; null where that is what the task was given.</summary>
    public PackedDecisions? Decisions { get; init; }

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
        IsSame = ReferenceEquals(record, given),
        Decisions = record.Packed.SameAs(given.Packed) && record.RemovedTexts.IsEmpty ? null : record.Packed,
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

    /// <summary>The bytes of it.</summary>
    public byte[] ToBytes()
    {
        var to = new PackWriter();
        to.Truth(IsSame);
        to.Truth(Decisions is not null);
        if (Decisions is { } decisions)
        {
            to.Decisions(decisions);
        }

        to.Texts(Removed);
        to.Number(LostDecisions);
        to.Maybe(Judgement, to.Judgement);
        to.Number((int)State);
        to.Text(Title);
        to.Number(ShownEnd);
        to.All(MarkPages, to.Number);
        to.All(Deviations, to.Deviation);
        to.Maybe(Fault, to.Fault);
        to.All(Files, f =>
        {
            to.Text(f.Path);
            to.Number(f.Length);
        });
        return to.ToArray();
    }

    /// <summary>What the bytes of it hold.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="pool">Where equal passages and patterns become one.</param>
    public static TaskResult Read(byte[] bytes, TextPool pool)
    {
        var from = new PackReader(bytes, pool);
        return new TaskResult
        {
            IsSame = from.Truth(),
            Decisions = from.Truth() ? from.Decisions(pool) : null,
            Removed = from.Texts(),
            LostDecisions = from.Number(),
            Judgement = from.Maybe(from.Judgement),
            State = (DocumentState)from.Number(),
            Title = from.Word(),
            ShownEnd = from.Number(),
            MarkPages = from.All(from.Number),
            Deviations = from.All(from.Deviation),
            Fault = from.Maybe(from.Fault),
            Files = from.All(() => new TaskFile(from.Word(), from.Number())),
        };
    }

    /// <summary>The record with what the stage made of it.</summary>
    /// <param name="record">The record that the task was given.</param>
    public DocumentRecord Apply(DocumentRecord record) => IsSame ? record : record with
    {
        Unit = Fault is null ? record.Unit : record.Unit with { TreeKey = null, Quarantine = Fault },
        Packed = Decisions ?? record.Packed,
        RemovedTexts = [.. (Decisions?.Items ?? []).Where(d => d.Pattern.Verdict == Verdict.Remove && d.Pattern.Area is null).Zip(Removed, (d, t) => (t, d.Pattern))],
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
