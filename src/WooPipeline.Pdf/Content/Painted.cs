using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Content;

/// <summary>A path that was painted.</summary>
/// <param name="Instance">Where.</param>
/// <param name="Start">First byte of its construction.</param>
/// <param name="End">One past its painting operator.</param>
/// <param name="Bounds">Box around it on the page.</param>
/// <param name="IsFilled">Filled.</param>
/// <param name="IsStroked">Stroked.</param>
/// <param name="IsRectangle">One rectangle along the axes and nothing else.</param>
/// <param name="IsOpaque">Painted over what was there: no transparency, no pattern.</param>
/// <param name="IsHidden">In a layer that is off or in a mask.</param>
/// <param name="PaintOrder">How many things were painted before it.</param>
internal readonly record struct PaintedPath(
    ContentInstance Instance, int Start, int End, Box Bounds, bool IsFilled, bool IsStroked, bool IsRectangle, bool IsOpaque, bool IsHidden, int PaintOrder)
{
    /// <summary>True where a clip is made of it too, so that it can't be taken out.</summary>
    public bool IsClip { get; init; }

    /// <summary>First byte of its painting operator.</summary>
    public int PaintStart { get; init; }

    /// <summary>Its pieces, each from a <c>m</c> or <c>re</c> to the next; good only while the sink looks at the path.</summary>
    public IReadOnlyList<Subpath> Subpaths { get; init; } = [];

    /// <summary>Rectangles and straight lines it is made of, where it is more than one.</summary>
    public Box[] Parts { get; init; } = [];
}

/// <summary>A piece of a path.</summary>
/// <param name="Start">First byte of the operation that begins it.</param>
/// <param name="Bounds">Box around it on the page.</param>
/// <param name="Points">Points it is made of: no more than five for a line or a rectangle.</param>
internal readonly record struct Subpath(int Start, Box Bounds, int Points);

/// <summary>An image that was painted.</summary>
/// <param name="Instance">Where.</param>
/// <param name="Start">First byte of the operation.</param>
/// <param name="End">One past it.</param>
/// <param name="Stream">The image; null for an inline one.</param>
/// <param name="Name">Its name in the resources.</param>
/// <param name="Space">From the unit square to the page.</param>
/// <param name="IsHidden">In a layer that is off or in a mask.</param>
/// <param name="PaintOrder">How many things were painted before it.</param>
internal readonly record struct PaintedImage(
    ContentInstance Instance, int Start, int End, PdfStream? Stream, string Name, Matrix Space, bool IsHidden, int PaintOrder)
{
    public Box Bounds => Space.Apply(new Box(0, 0, 1, 1));

    /// <summary>True where it covers what lies under it.</summary>
    public bool IsOpaque { get; init; }
}
