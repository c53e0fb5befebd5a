using System.Collections.Immutable;

namespace WooPipeline.Documents;

/// <summary>A piece of a document that starts on a line of its own.</summary>
public abstract record Block
{
    /// <summary>A name that links and page references can point at; unique in the document, null where none is needed.</summary>
    public string? Anchor { get; init; }
}

/// <summary>A heading.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Content">Its text.</param>
public sealed record Heading(int Level, ImmutableArray<Inline> Content) : Block;

/// <summary>A paragraph.</summary>
/// <param name="Content">Its text.</param>
public sealed record Paragraph(ImmutableArray<Inline> Content) : Block
{
    /// <summary>True where spaces and lines must stand as they are (plain-text mail, code).</summary>
    public bool Preformatted { get; init; }

    /// <summary>A paragraph of one run.</summary>
    public static Paragraph Of(string text, TextStyle style = TextStyle.None) => new([new TextRun(text, style)]);
}

/// <summary>A list; lists may nest in items.</summary>
/// <param name="Ordered">Numbered rather than bulleted.</param>
/// <param name="Items">Its items.</param>
public sealed record ListBlock(bool Ordered, ImmutableArray<ListItem> Items) : Block
{
    /// <summary>Number of the first item of an ordered list.</summary>
    public int Start { get; init; } = 1;
}

/// <summary>An item of a list.</summary>
/// <param name="Blocks">What it holds; the first paragraph stands beside the bullet.</param>
/// <param name="Label">The native bullet or number (<c>1.2.a</c>) where it must be shown as it was; null for the default.</param>
public sealed record ListItem(ImmutableArray<Block> Blocks, string? Label = null);

/// <summary>A table.</summary>
/// <param name="Rows">All rows, heading rows first.</param>
/// <param name="HeaderRows">How many rows at the top are headings, repeated on each page.</param>
public sealed record Table(ImmutableArray<TableRow> Rows, int HeaderRows = 0) : Block
{
    /// <summary>Heading of the table, shown above it; empty where it has none.</summary>
    public ImmutableArray<Inline> Caption { get; init; } = [];

    /// <summary>Relative widths of the columns; empty to let the writer choose.</summary>
    public ImmutableArray<double> ColumnWidths { get; init; } = [];
}

/// <summary>A row of a table.</summary>
/// <param name="Cells">Its cells, left to right.</param>
public sealed record TableRow(ImmutableArray<TableCell> Cells);

/// <summary>A cell of a table.</summary>
/// <param name="Blocks">What it holds.</param>
/// <param name="ColumnSpan">Columns it covers.</param>
/// <param name="RowSpan">Rows it covers.</param>
/// <param name="IsHeader">True for a heading of its row or column outside the heading rows.</param>
public sealed record TableCell(ImmutableArray<Block> Blocks, int ColumnSpan = 1, int RowSpan = 1, bool IsHeader = false)
{
    /// <summary>A cell of one paragraph.</summary>
    public static TableCell Of(string text) => new([Paragraph.Of(text)]);
}

/// <summary>Labels with values, as in a mail's or a note's head.</summary>
/// <param name="Fields">The fields, in order.</param>
public sealed record FieldList(ImmutableArray<Field> Fields) : Block
{
    /// <summary>True for technical fields that a writer sets small.</summary>
    public bool Small { get; init; }
}

/// <summary>A label with its value.</summary>
/// <param name="Label">The label shown (<c>Van</c>), without a colon.</param>
/// <param name="Value">The value.</param>
/// <param name="Name">Native field name (<c>From</c>); the zone's name.</param>
public sealed record Field(string Label, ImmutableArray<Inline> Value, string? Name = null);

/// <summary>An image on lines of its own.</summary>
/// <param name="Image">The image.</param>
public sealed record ImageBlock(ImageContent Image) : Block;

/// <summary>What follows starts on a new page.</summary>
public sealed record PageBreak : Block;

/// <summary>A line across.</summary>
public sealed record ThematicBreak : Block;

/// <summary>Blocks that together are a zone: a signature, a quoted reply, a page header, hidden text.</summary>
/// <param name="Kind">The zone.</param>
/// <param name="Blocks">What it holds.</param>
public sealed record Section(ZoneKind Kind, ImmutableArray<Block> Blocks) : Block
{
    /// <summary>Name of the zone.</summary>
    public string? Name { get; init; }

    /// <summary>Depth of a quoted reply, from 1.</summary>
    public int Level { get; init; }

    /// <summary>Language of the blocks (BCP 47) where it differs from the document's.</summary>
    public string? Language { get; init; }
}
