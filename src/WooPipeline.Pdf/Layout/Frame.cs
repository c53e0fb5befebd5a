using System.Collections.Immutable;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Pdf.Layout;

/// <summary>Where and how blocks are set: a column, its text and its place in the structure.</summary>
/// <param name="Element">The parent of what is set.</param>
/// <param name="X">Left of the text, from the left of the column.</param>
/// <param name="Width">Width of the text.</param>
/// <param name="Size">Size of running text.</param>
internal sealed record Frame(StructureElement Element, double X, double Width, double Size)
{
    /// <summary>Text is never set in so far that its lines get narrower than this.</summary>
    private const double NarrowestText = 60;

    public bool Bold { get; init; }

    public FlowColor Color { get; init; } = FlowColor.Black;

    public ImmutableArray<double> Bars { get; init; } = [];

    /// <summary>True within a table's cell or a list's item, where paragraphs stand closer.</summary>
    public bool Tight { get; init; }

    /// <summary>How deep in lists, tables and quotations.</summary>
    public int Depth { get; init; }

    /// <summary>True where there is room to set text in by a distance.</summary>
    public bool HasRoomFor(double indent) => Width - indent >= NarrowestText;

    /// <summary>The frame moved in by a distance, as far as there is room.</summary>
    public Frame Indent(double by) =>
        HasRoomFor(by) ? this with { X = X + by, Width = Width - by, Depth = Depth + 1 } : this with { Depth = Depth + 1 };
}
