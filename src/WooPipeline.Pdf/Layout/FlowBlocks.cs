using System.Collections.Immutable;

namespace WooPipeline.Pdf.Layout;

/// <summary>A piece of a document that starts on a line of its own.</summary>
public abstract record FlowBlock
{
    /// <summary>A name that links and page references point at; null where none is needed.</summary>
    public string? Anchor { get; init; }
}

/// <summary>A heading, 1 to 6.</summary>
public sealed record FlowHeading(int Level, ImmutableArray<FlowInline> Content) : FlowBlock;

/// <summary>A paragraph.</summary>
public sealed record FlowParagraph(ImmutableArray<FlowInline> Content) : FlowBlock
{
    /// <summary>True where spaces stand as they are.</summary>
    public bool Preformatted { get; init; }
}

/// <summary>A list.</summary>
public sealed record FlowList(bool Ordered, ImmutableArray<FlowListItem> Items) : FlowBlock;

/// <summary>An item of a list.</summary>
/// <param name="Label">Bullet or number as shown.</param>
/// <param name="Blocks">What it holds.</param>
public sealed record FlowListItem(string Label, ImmutableArray<FlowBlock> Blocks);

/// <summary>A table.</summary>
public sealed record FlowTable(ImmutableArray<FlowRow> Rows, int HeaderRows) : FlowBlock
{
    /// <summary>Shown above it; empty for none.</summary>
    public ImmutableArray<FlowInline> Caption { get; init; } = [];

    /// <summary>Relative widths of the columns; empty to go by the content.</summary>
    public ImmutableArray<double> ColumnWidths { get; init; } = [];
}

/// <summary>A row of a table.</summary>
public sealed record FlowRow(ImmutableArray<FlowCell> Cells);

/// <summary>A cell of a table.</summary>
public sealed record FlowCell(ImmutableArray<FlowBlock> Blocks, int ColumnSpan = 1, int RowSpan = 1, bool IsHeader = false);

/// <summary>Labels with values beside them.</summary>
public sealed record FlowFields(ImmutableArray<FlowField> Fields) : FlowBlock
{
    /// <summary>True to set them smaller.</summary>
    public bool Small { get; init; }
}

/// <summary>A label with its value.</summary>
public sealed record FlowField(string Label, ImmutableArray<FlowInline> Value);

/// <summary>An image on lines of its own.</summary>
public sealed record FlowImageBlock(FlowImage Image) : FlowBlock;

/// <summary>What follows starts on a new page.</summary>
public sealed record FlowPageBreak : FlowBlock;

/// <summary>A line across.</summary>
public sealed record FlowRule : FlowBlock;

/// <summary>Blocks that belong together.</summary>
public sealed record FlowGroup(ImmutableArray<FlowBlock> Blocks) : FlowBlock
{
    /// <summary>True for a quotation: set in, with a bar.</summary>
    public bool Quoted { get; init; }

    /// <summary>True to set it in a quieter colour (signatures, disclaimers).</summary>
    public bool Quiet { get; init; }

    /// <summary>Language of the blocks where it differs; null for the document's.</summary>
    public string? Language { get; init; }
}

/// <summary>An image.</summary>
/// <param name="Data">The file's bytes.</param>
/// <param name="MediaType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="AlternativeText">What it shows; empty for a decoration.</param>
/// <param name="Width">Width in points; 0 for the image's own.</param>
/// <param name="Height">Height in points; 0 for the image's own.</param>
public sealed record FlowImage(ReadOnlyMemory<byte> Data, string MediaType, string AlternativeText, double Width = 0, double Height = 0);
