using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Privacy;
using WooPipeline.Publication;

namespace WooPipeline.Pipeline;

/// <summary>A document on its way through the stages; each stage gives a new one. Its text stays in the workspace.</summary>
internal sealed record DocumentRecord
{
    /// <summary>Number in the package.</summary>
    public required string Id { get; init; }

    /// <summary>The unit it came from.</summary>
    public required StoredUnit Unit { get; init; }

    /// <summary>True where there is text to look at.</summary>
    public bool HasText => Unit.TreeKey is not null;

    /// <summary>Id of the document at the head of its family; null where it stands alone.</summary>
    public string? FamilyId { get; init; }

    /// <summary>Ids of the documents attached to it, in order.</summary>
    public ImmutableArray<string> Attachments { get; init; } = [];

    /// <summary>Id of its thread; null where it has none.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Id of the document of which it is a duplicate.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Ids of documents with the same content in other bytes, or that quote it whole.</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    /// <summary>What holds for its passages, in little room.</summary>
    public PackedDecisions Packed { get; init; }

    /// <summary>What holds for its passages, made anew at each call.</summary>
    public ImmutableArray<Decision> Decisions => Packed.All();

    /// <summary>Where what a reader sees ends in the text view; what comes behind it (hidden parts, properties, file name) isn't shown.</summary>
    public int ShownEnd { get; init; } = int.MaxValue;

    /// <summary>What the decisions remove, for the search in other documents, with their patterns (<see cref="TextPool.PatternOf"/>).</summary>
    public ImmutableArray<(string Text, Decision Decision)> RemovedTexts { get; init; } = [];

    /// <summary>Decisions of persons whose passage was not found again.</summary>
    public int LostDecisions { get; init; }

    /// <summary>A person's judgement on the whole.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>What became of it.</summary>
    public DocumentState State { get; init; }

    /// <summary>Anonymised title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Public files, relative to <c>publicatie/</c>.</summary>
    public ImmutableArray<string> PublicFiles { get; init; } = [];

    /// <summary>Page of each redaction in the public file, in the order of their spans, 0 for one without a place; empty where not known.</summary>
    public ImmutableArray<int> MarkPages { get; init; } = [];

    /// <summary>Departures from the format, of reading and writing.</summary>
    public ImmutableArray<Deviation> Deviations { get; init; } = [];

    /// <summary>What the privacy room sees of it.</summary>
    public PrivacyDocument ForPrivacy(TextView view) =>
        new(Id, view, Unit.Date is { } date ? DateOnly.FromDateTime(date.DateTime) : null, ThreadId ?? FamilyId, Unit.Kind);
}
