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
    public bool Bold { get; init; }

    public FlowColor Color { get; init; } = FlowColor.Black;

    public ImmutableArray<double> Bars { get; init; } = [];

    /// <summary>True within a table's cell or a list's item, where paragraphs stand closer.</summary>
    public bool Tight { get; init; }

    /// <summary>How deep in lists, tables and quotations.</summary>
    public int Depth { get; init; }

    /// <summary>The frame moved in by a distance.</summary>
    public Frame Indent(double by) => this with { X = X + by, Width = Math.Max(Size * 4, Width - by), Depth = Depth + 1 };
}
