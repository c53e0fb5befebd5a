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

    public PackedDecisions Decisions { get; init; }

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
        Decisions = record.Packed,
        Judgement = record.Judgement,
        LostDecisions = record.LostDecisions,
        Title = record.Title,
        Tree = tree,
        Content = content,
    };

    /// <summary>The bytes of a task's input.</summary>
    public byte[] ToBytes()
    {
        var to = new PackWriter();
        to.Text(Id);
        to.Unit(Unit);
        to.Text(FamilyId);
        to.Text(ThreadId);
        to.Text(DuplicateOf);
        to.Texts(Attachments);
        to.Decisions(Decisions);
        to.Maybe(Judgement, to.Judgement);
        to.Number(LostDecisions);
        to.Text(Title);
        to.Text(ByPerson);
        to.Texts(Forms);
        to.Part(Tree);
        to.Maybe(Content, to.Part);
        return to.ToArray();
    }

    /// <summary>What the input of a task holds.</summary>
    public static TaskDocument Read(byte[] bytes)
    {
        var from = new PackReader(bytes);
        return new TaskDocument
        {
            Id = from.Word(),
            Unit = from.Unit(),
            FamilyId = from.Text(),
            ThreadId = from.Text(),
            DuplicateOf = from.Text(),
            Attachments = from.Texts(),
            Decisions = from.Decisions(new TextPool()),
            Judgement = from.Maybe(from.Judgement),
            LostDecisions = from.Number(),
            Title = from.Word(),
            ByPerson = from.Word(),
            Forms = from.Texts(),
            Tree = from.Part(),
            Content = from.Maybe(from.Part),
        };
    }

    /// <summary>The record as the stages want it.</summary>
    public DocumentRecord ToRecord() => new()
    {
        Id = Id,
        Unit = Unit,
        FamilyId = FamilyId,
        ThreadId = ThreadId,
        DuplicateOf = DuplicateOf,
        Attachments = [.. Attachments],
        Packed = Decisions,
        Judgement = Judgement,
        LostDecisions = LostDecisions,
        Title = Title,
        Deviations = Unit.Deviations,
    };
}
