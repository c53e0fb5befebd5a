using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;

namespace WooPipeline.Publication;

/// <summary>One source, or one member of a container, with what became of it.</summary>
public sealed record PackageDocument
{
    /// <summary>Number in the package, letters and digits only: <c>0001</c>. Its files are <c>documenten/0001.pdf</c> and so on.</summary>
    public required string Id { get; init; }

    /// <summary>Path of the source: <c>bronnen/001.eml</c>, <c>bronnen/a.zip/b.docx</c>. Internal only.</summary>
    public required string Source { get; init; }

    /// <summary>SHA-256 of the source's bytes, lower-case hex.</summary>
    public required string SourceSha256 { get; init; }

    /// <summary>What became of it.</summary>
    public required DocumentState State { get; init; }

    /// <summary>Title that may be published; already anonymised by the caller. Empty for a neutral one by kind and number.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it was.</summary>
    public DocumentKind Kind { get; init; }

    /// <summary>Its own date; null where it gives none.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Its public files, relative to <c>publicatie/</c>, already written to the staging folder.</summary>
    public ImmutableArray<string> PublicFiles { get; init; } = [];

    /// <summary>What was decided on its passages.</summary>
    public ImmutableArray<PackageDecision> Decisions
    {
        get => DecisionSource?.Invoke() ?? field;
        init
        {
            field = value;
            DecisionSource = null;
        }
    } = [];

    /// <summary>Gives the decisions at each call, where they are kept in less room; null where they are given themselves.</summary>
    public Func<ImmutableArray<PackageDecision>>? DecisionSource { get; init; }

    /// <summary>True where the maker of the public files has told all it knows of pages: none is looked for in the files.</summary>
    public bool PagesKnown { get; init; }

    /// <summary>Id of the document at the head of its family (a mail with its attachments); null where it stands alone.</summary>
    public string? FamilyId { get; init; }

    /// <summary>Id of its mail thread, any string that is the same for the whole thread; null where it has none.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Ids of documents that belong with it.</summary>
    public ImmutableArray<string> Related { get; init; } = [];

    /// <summary>Id of the document of which it is a duplicate; null where it is none.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>Why it couldn't be read; null where it could.</summary>
    public Quarantined? Quarantine { get; init; }

    /// <summary>Where the source departs from its format.</summary>
    public ImmutableArray<Deviation> Deviations { get; init; } = [];

    /// <summary>Path of the container that it came out of; null for a file of its own.</summary>
    public string? Container { get; init; }

    /// <summary>Explanation for the inventory, by a person; never personal data.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Ground on which the whole document is withheld; null where none was given.</summary>
    public Ground? WithheldGround { get; init; }

    /// <summary>Where it was published before (https addresses).</summary>
    public ImmutableArray<string> Links { get; init; } = [];

    /// <summary>True where publication waits on an interested party (Woo art. 4.4 lid 5).</summary>
    public bool Suspended { get; init; }

    /// <summary>True for a document made for formal decision-making by a minister: opinions in it are disclosed without names (art. 5.2 lid 3).</summary>
    public bool ForMinister { get; init; }
}
