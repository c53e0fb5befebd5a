using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Writing;

/// <summary>An image of a document, as it is written once and drawn where it is needed.</summary>
/// <param name="Name">Its name in the pages' resources: <c>Im1</c>.</param>
/// <param name="Width">Width in pixels as it is seen.</param>
/// <param name="Height">Height in pixels as it is seen.</param>
/// <param name="Orientation">How the stored pixels lie (EXIF, tag Orientation): 1 upright, 3 turned half, 6 and 8 a quarter, 2, 4, 5, 7 mirrored.</param>
/// <param name="Stream">The image object.</param>
internal sealed record ImageResource(string Name, int Width, int Height, int Orientation, PdfStream Stream)
{
    /// <summary>True for pixels in four inks, which need a profile.</summary>
    public bool IsCmyk { get; init; }

    /// <summary>The matrix that puts the unit square of the stored pixels upright in a rectangle.</summary>
    public double[] Matrix(double x, double y, double width, double height) => Orientation switch
    {
        2 => [-width, 0, 0, height, x + width, y],
        3 => [-width, 0, 0, -height, x + width, y + height],
        4 => [width, 0, 0, -height, x, y + height],
        5 => [0, -height, -width, 0, x + width, y + height],
        6 => [0, -height, width, 0, x, y + height],
        7 => [0, height, width, 0, x, y],
        8 => [0, height, -width, 0, x + width, y],
        _ => [width, 0, 0, height, x, y],
    };
}

/// <summary>An image at its size on the page, in points.</summary>
internal sealed record PlacedImage(ImageResource Resource, double Width, double Height);
