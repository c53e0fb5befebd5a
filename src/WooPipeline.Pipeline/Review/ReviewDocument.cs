using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;

namespace WooPipeline.Pipeline;

/// <summary>A document as a reviewer meets it, before any person's decision.</summary>
public sealed record ReviewDocument
{
    /// <summary>Number in the package.</summary>
    public required string Id { get; init; }

    /// <summary>Path from the dossier's root.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 of the source, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Subject, heading or file name as it stands in the source; internal.</summary>
    public string Title { get; init; } = "";

    /// <summary>What kind of document it was.</summary>
    public DocumentKind Kind { get; init; }

    /// <summary>Its own date.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Id of its thread; null where it has none.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Id of the document at the head of its family; null where it stands alone.</summary>
    public string? FamilyId { get; init; }

    /// <summary>Id of the document of which it is a duplicate.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Ids of documents with the same content in other bytes, or that quote it whole.</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    /// <summary>Why it couldn't be read, with what to do; null where it could.</summary>
    public Quarantined? Quarantine { get; init; }

    /// <summary>True for files that are no documents (<c>Thumbs.db</c>).</summary>
    public bool IsSystemFile { get; init; }

    /// <summary>True where there is text to look at.</summary>
    public bool HasText { get; init; }

    /// <summary>Pages; 1 for what has none.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>True for what is reviewed on its own pages: a PDF, and a picture whose words were read.</summary>
    public bool ShowsPages => HasText && (Kind == DocumentKind.Pdf || (Kind == DocumentKind.Image && Unit is { } unit && !Unsearched.IsFor(unit)));

    /// <summary>What the policy decided, in order of place.</summary>
    public ImmutableArray<ReviewPassage> Passages => Policy.All;

    /// <summary>The same, with its counts.</summary>
    public PassageList Policy { get; init; } = PassageList.Empty;

    internal StoredUnit? Unit { get; init; }
}

/// <summary>A passage that the policy decided on.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Text">The passage; the dossier is internal.</param>
public sealed record ReviewPassage(Decision Decision, string Text);
