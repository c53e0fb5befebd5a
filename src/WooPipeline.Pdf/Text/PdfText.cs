using System.Collections.Immutable;

namespace WooPipeline.Pdf.Text;

/// <summary>The text of a PDF as a reader takes it in.</summary>
/// <param name="Pages">Its pages in order.</param>
public sealed record PdfText(ImmutableArray<PdfPageText> Pages)
{
    /// <summary>Departures from the format that were read all the same.</summary>
    public ImmutableArray<string> Deviations { get; init; } = [];

    /// <summary>Headings of the outline (bookmarks), in order.</summary>
    public ImmutableArray<string> Outline { get; init; } = [];

    /// <summary>Properties of the file: title, author, and what else Info and XMP hold.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Properties { get; init; } = [];

    /// <summary>Language as the file gives it; empty where it gives none.</summary>
    public string Language { get; init; } = "";
}

/// <summary>A page's text.</summary>
/// <param name="Index">Zero-based number.</param>
/// <param name="Blocks">What it says in the order of reading.</param>
public sealed record PdfPageText(int Index, ImmutableArray<PdfTextBlock> Blocks)
{
    /// <summary>True where nothing can be read but an image covers much of the page.</summary>
    public bool IsScan { get; init; }

    /// <summary>Glyphs that are shown.</summary>
    public int GlyphCount { get; init; }

    /// <summary>Glyphs of which it isn't known what they say.</summary>
    public int UnreadableCount { get; init; }

    /// <summary>What annotations say that the page doesn't show.</summary>
    public ImmutableArray<string> Comments { get; init; } = [];

    /// <summary>Names and values of form fields that the page doesn't show.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Fields { get; init; } = [];

    /// <summary>Where links on the page lead: addresses outside the file.</summary>
    public ImmutableArray<string> LinkTargets { get; init; } = [];

    /// <summary>Descriptions of images from the structure tree.</summary>
    public ImmutableArray<string> Descriptions { get; init; } = [];
}

/// <summary>Where a block stands.</summary>
public enum PdfTextPlace
{
    /// <summary>Running text.</summary>
    Body,

    /// <summary>At the head of pages.</summary>
    Header,

    /// <summary>At the foot of pages.</summary>
    Footer,

    /// <summary>Not seen by a reader: off layers, outside the page, under something opaque.</summary>
    Hidden,
}

/// <summary>A block of text.</summary>
/// <param name="Place">Where it stands.</param>
public abstract record PdfTextBlock(PdfTextPlace Place);

/// <summary>A paragraph or heading.</summary>
/// <param name="Runs">Its text.</param>
/// <param name="HeadingLevel">1 to 6 for a heading, 0 for a paragraph.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PdfTextParagraph(ImmutableArray<PdfTextRun> Runs, int HeadingLevel, PdfTextPlace Place) : PdfTextBlock(Place);

/// <summary>A table.</summary>
/// <param name="Rows">Rows of cells, each a list of paragraphs.</param>
/// <param name="HasHeader">True where the first row holds headings.</param>
/// <param name="Place">Where it stands.</param>
public sealed record PdfTextTable(ImmutableArray<ImmutableArray<ImmutableArray<PdfTextParagraph>>> Rows, bool HasHeader, PdfTextPlace Place) : PdfTextBlock(Place);

/// <summary>Text in one style.</summary>
/// <param name="Text">The text; <c>\n</c> alone for a forced new line.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Glyphs">For each UTF-16 unit the index of the page's glyph that shows it; -1 for a space that no glyph shows.</param>
public sealed record PdfTextRun(string Text, PdfTextStyle Style, GlyphIndexes Glyphs);

/// <summary>How a run looks.</summary>
[Flags]
public enum PdfTextStyle
{
    /// <summary>Plain.</summary>
    None = 0,

    /// <summary>Bold.</summary>
    Bold = 1,

    /// <summary>Slanted.</summary>
    Italic = 2,

    /// <summary>All letters of one width.</summary>
    Monospace = 4,

    /// <summary>Raised.</summary>
    Superscript = 8,
}
