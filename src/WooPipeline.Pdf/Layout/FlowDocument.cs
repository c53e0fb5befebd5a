using System.Collections.Immutable;

namespace WooPipeline.Pdf.Layout;

/// <summary>A document to set on pages: what it says, top to bottom, and how it looks.</summary>
public sealed record FlowDocument
{
    /// <summary>Title, shown in the window's bar and read aloud first; never empty in a finished file.</summary>
    public required string Title { get; init; }

    /// <summary>Language, BCP 47.</summary>
    public string Language { get; init; } = "nl-NL";

    /// <summary>Date for the document's properties; absent where null.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Shown top left of each page; empty for none.</summary>
    public string HeaderLeft { get; init; } = "";

    /// <summary>Shown top right of each page; empty for none.</summary>
    public string HeaderRight { get; init; } = "";

    /// <summary>Foot of each page; <c>{0}</c> is the page's number, <c>{1}</c> the number of pages. Empty for none.</summary>
    public string FooterFormat { get; init; } = "";

    /// <summary>Set in place of an image that can't be shown; <c>{0}</c> is its description.</summary>
    public string ImagePlaceholder { get; init; } = "[{0}]";

    /// <summary>How it looks.</summary>
    public FlowStyle Style { get; init; } = new();

    /// <summary>What it says.</summary>
    public ImmutableArray<FlowBlock> Blocks { get; init; } = [];

    /// <summary>Notes by the id that references name.</summary>
    public ImmutableDictionary<string, FlowNote> Notes { get; init; } = ImmutableDictionary<string, FlowNote>.Empty;
}

/// <summary>A note at the foot of the page that refers to it.</summary>
/// <param name="Number">The number or sign shown, in the text and before the note.</param>
/// <param name="Blocks">What it says.</param>
public sealed record FlowNote(string Number, ImmutableArray<FlowBlock> Blocks);
