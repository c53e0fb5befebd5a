using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>What a task on a document needs of its record, with where its text and bytes are to be found.</summary>
internal sealed record TaskDocument
{
    public string Id { get; init; } = "";

    public required StoredUnit Unit { get; init; }

    public string? FamilyId { get; init; }

    public string? ThreadId { get; init; }

    public string? DuplicateOf { get; init; }

    public string[] Attachments { get; init; } = [];

    public Decision[] Decisions { get; init; } = [];

    public Judgement? Judgement { get; init; }

    public int LostDecisions { get; init; }

    public string Title { get; init; } = "";

    /// <summary>What persons decided, as <c>besluiten/</c> has it; empty where nothing.</summary>
    public string ByPerson { get; init; } = "";

    /// <summary>Forms to take out as well; empty but for mending.</summary>
    public string[] Forms { get; init; } = [];

    /// <summary>Its tree.</summary>
    public required FilePart Tree { get; init; }

    /// <summary>Its native bytes; null where none are kept.</summary>
    public FilePart? Content { get; init; }

    /// <summary>A record for a task: what threads and duplicates are found by stays behind.</summary>
    public static TaskDocument Of(DocumentRecord record, FilePart tree, FilePart? content) => new()
    {
        Id = record.Id,
        Unit = record.Unit with { Message = null, Passages = "" },
        FamilyId = record.FamilyId,
        ThreadId = record.ThreadId,
        DuplicateOf = record.DuplicateOf,
        Attachments = [.. record.Attachments],
        Decisions = [.. record.Decisions],
        Judgement = record.Judgement,
        LostDecisions = record.LostDecisions,
        Title = record.Title,
        Tree = tree,
        Content = content,
    };

    /// <summary>The record as the stages want it.</summary>
    public DocumentRecord ToRecord() => new()
    {
        Id = Id,
        Unit = Unit,
        FamilyId = FamilyId,
        ThreadId = ThreadId,
        DuplicateOf = DuplicateOf,
        Attachments = [.. Attachments],
        Packed = PackedDecisions.Of([.. Decisions], new TextPool()),
        Judgement = Judgement,
        LostDecisions = LostDecisions,
        Title = Title,
        Deviations = Unit.Deviations,
    };
}
