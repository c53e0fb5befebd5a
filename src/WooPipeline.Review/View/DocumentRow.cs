using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Publication;

namespace WooPipeline.Review;

/// <summary>A document in the list of the dossier.</summary>
internal sealed record DocumentRow
{
    private static readonly Decision[] Removes = [new Decision { Span = default, Label = Label.Other, Verdict = Verdict.Remove }];

    public required string Id { get; init; }

    public required string Source { get; init; }

    public required string Title { get; init; }

    public required string Kind { get; init; }

    public string? Date { get; init; }

    public string? Thread { get; init; }

    public string? Family { get; init; }

    public string? DuplicateOf { get; init; }

    public ImmutableArray<string> Related { get; init; } = [];

    public QuarantineNote? Quarantine { get; init; }

    public bool IsSystem { get; init; }

    public int Pages { get; init; }

    public int Done { get; init; }

    public int Flagged { get; init; }

    public int Removed { get; init; }

    public int Doubts { get; init; }

    public int Lost { get; init; }

    /// <summary>The judgement that holds: a person's, else what follows from the passages.</summary>
    public required string State { get; init; }

    public bool Judged { get; init; }

    public bool Ready { get; init; }

    public bool HasText { get; init; }

    public static DocumentRow Of(DocumentDesk desk)
    {
        var document = desk.Document;
        return new DocumentRow
        {
            Id = document.Id,
            Source = document.Source,
            Title = document.Title.Length > 0 ? document.Title : Path.GetFileName(document.Source),
            Kind = Words.Of(document.Kind),
            Date = document.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Thread = document.ThreadId,
            Family = document.FamilyId,
            DuplicateOf = document.DuplicateOf,
            Related = document.Related,
            Quarantine = document.Quarantine is { } q ? new QuarantineNote(q.Code, q.Reason, q.Place) : null,
            IsSystem = document.IsSystemFile,
            Pages = document.Pages,
            Done = desk.PagesDone,
            Flagged = desk.PagesFlagged,
            Removed = desk.Removed,
            Doubts = desk.Doubts,
            Lost = desk.Lost.Length,
            State = StateOf(desk).ToDutch(),
            Judged = desk.ByPerson?.Judgement is not null,
            Ready = desk.IsReady,
            HasText = document.HasText,
        };
    }

    /// <summary>As the package will have it.</summary>
    public static DocumentState StateOf(DocumentDesk desk)
    {
        DocumentState? judged = DocumentStateNames.TryParse(desk.ByPerson?.Judgement?.State, out var state) ? state : null;
        return judged ?? (desk.Document.IsSystemFile ? DocumentState.OutOfScope
            : JudgementProposal.For(desk.Removed > 0 ? Removes : [], desk.Document.Quarantine, desk.Document.DuplicateOf));
    }
}

/// <summary>Why a document waits for a person.</summary>
internal sealed record QuarantineNote(string Code, string Reason, string? Place);
