using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Content;

/// <summary>Size and turn of a page.</summary>
/// <param name="Visible">Crop box within the media box, in the page's space.</param>
/// <param name="Rotation">0, 90, 180 or 270 degrees clockwise.</param>
internal readonly record struct PageGeometry(Box Visible, int Rotation)
{
    private static readonly Box Letter = new(0, 0, 612, 792);

    public static PageGeometry Of(PdfFile file, PdfPage page)
    {
        var media = Box.Of(file.Numbers(page["MediaBox"], 4)) is { IsEmpty: false } given ? given : Letter;
        var crop = Box.Of(file.Numbers(page["CropBox"], 4)) is { } own && own.Intersect(media) is { IsEmpty: false } shared ? shared : media;
        var rotate = (file.Resolve(page["Rotate"]) as PdfNumber)?.ToDouble() ?? 0;
        var turns = ((int)Math.Clamp(Math.Round(rotate / 90), -1000, 1000) % 4 + 4) % 4;
        return new PageGeometry(crop, turns * 90);
    }

    /// <summary>From the page's space to the page as a reader sees it, upright, with its lower left corner at the origin.</summary>
    public Matrix Upright => Rotation switch
    {
        90 => new Matrix(0, -1, 1, 0, -Visible.Bottom, Visible.Right),
        180 => new Matrix(-1, 0, 0, -1, Visible.Right, Visible.Top),
        270 => new Matrix(0, 1, -1, 0, Visible.Top, -Visible.Left),
        _ => new Matrix(1, 0, 0, 1, -Visible.Left, -Visible.Bottom),
    };

    /// <summary>Width as a reader sees it.</summary>
    public double Width => Rotation % 180 == 0 ? Visible.Width : Visible.Height;

    /// <summary>Height as a reader sees it.</summary>
    public double Height => Rotation % 180 == 0 ? Visible.Height : Visible.Width;
}
