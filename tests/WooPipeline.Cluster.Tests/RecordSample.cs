using System.Globalization;
using System.Text.Json;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Pipeline;
using WooPipeline.Publication;

namespace WooPipeline.Cluster;

/// <summary>Records of documents for the way to a task and back.</summary>
internal static class RecordSample
{
    private static readonly FilePart Tree = new("f", 0, 1, "00");

    private static readonly Decision[] Decisions =
    [
        new() { Span = new TextSpan(1, 4), Label = Label.Name, Verdict = Verdict.Remove, MarkText = "naam" },
        new() { Span = new TextSpan(9, 12), Label = Label.Phone, Verdict = Verdict.Keep, Reason = "openbaar" },
    ];

    /// <summary>One of which every member has a value of its own.</summary>
    public static DocumentRecord Full() => new()
    {
        Id = "0007",
        Unit = new StoredUnit
        {
            Path = "bronnen/a.eml",
            Sha256 = new string('a', 64),
            TreeKey = "boom",
            Container = "bronnen/a.mbox",
            Kind = DocumentKind.Email,
            Date = DateTimeOffset.Parse("2025-03-03T10:00:00+01:00", CultureInfo.InvariantCulture),
            Message = new MessageFacts { Subject = "Over de zaak" },
            Passages = "hash",
            Deviations = [new Deviation("eml.kop", "regel 3")],
        },
        FamilyId = "0005",
        Attachments = ["0008", "0009"],
        ThreadId = "0004",
        DuplicateOf = "0003",
        Related = ["0011"],
        Packed = PackedDecisions.Of([.. Decisions], new TextPool()),
        ShownEnd = 77,
        RemovedTexts = [("Jan", new TextPool().PatternOf(Decisions[0]))],
        LostDecisions = 2,
        Judgement = new Judgement("openbaar", ["5.1.2e"], "omdat", "iemand") { At = "2025-03-04" },
        State = DocumentState.PartlyPublic,
        Title = "Een titel",
        PublicFiles = ["documenten/0007.pdf"],
        MarkPages = [1, 0],
        Deviations = [new Deviation("pdf.lettertype", "blad 2")],
    };

    /// <summary>One of which nothing but number and unit is told.</summary>
    public static DocumentRecord Empty() => new() { Id = "", Unit = new StoredUnit { Path = "", Sha256 = "" } };

    /// <summary>A unit as a task sees it.</summary>
    public static StoredUnit ForTask(StoredUnit unit) => unit with { Message = null, Passages = "" };

    /// <summary>What a task has of a record.</summary>
    public static DocumentRecord ToTask(DocumentRecord record) => TaskDocument.Read(TaskDocument.Of(record, Tree, null).ToBytes()).ToRecord();

    /// <summary>What a run has after a task.</summary>
    /// <param name="made">What the stage of the task made.</param>
    /// <param name="given">What it was given.</param>
    public static DocumentRecord Back(DocumentRecord made, DocumentRecord given)
    {
        var result = TaskResult.Of(made, given, [.. made.PublicFiles.Select(p => new TaskFile(p, 1))]);
        return TaskResult.Read(result.ToBytes(), new TextPool()).Apply(given);
    }

    /// <summary>A member as a text that tells it from another.</summary>
    public static string Text(object? value) => value switch
    {
        PackedDecisions packed => JsonSerializer.Serialize(packed.All()),
        System.Collections.Immutable.ImmutableArray<(string Text, Decision Decision)> removed => JsonSerializer.Serialize(removed.Select(r => new { r.Text, r.Decision })),
        _ => JsonSerializer.Serialize(value),
    };
}
