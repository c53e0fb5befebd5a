using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Formats.Image;

/// <summary>Paints rectangles over a picture of a document, in its pixels: what was there isn't in the new picture.</summary>
public static class PictureAreas
{
    /// <summary>The grey of a mark.</summary>
    private const byte Gray = 0xBF;

    /// <summary>Width of a line, in pixels of a small picture.</summary>
    private const double Line = 2;

    /// <summary>The picture as a PNG with lines around rectangles, for a draft; null where its pixels can't be had.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="areas">Rectangles on it.</param>
    public static ImageContent? Outline(ImageContent image, IReadOnlyList<PageArea> areas)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(areas);
        if (image.Data.IsDefaultOrEmpty || PicturePixels.Of(image.Data.AsMemory()) is not { } pixels)
        {
            return null;
        }

        var (x, y) = (Line * Math.Max(1, pixels.Width / 400) / pixels.Width, Line * Math.Max(1, pixels.Height / 400) / pixels.Height);
        foreach (var (left, top, right, bottom) in areas.Select(a => (a.Left, 1 - a.Top, a.Right, 1 - a.Bottom)))
        {
            pixels.Paint(left, top, right, top + y, 0);
            pixels.Paint(left, bottom - y, right, bottom, 0);
            pixels.Paint(left, top, left + x, bottom, 0);
            pixels.Paint(right - x, top, right, bottom, 0);
        }

        return Png(image, pixels);
    }

    /// <summary>The picture as a PNG without what lies in the rectangles; null where its pixels can't be had, so that it must go whole.</summary>
    /// <param name="image">The picture.</param>
    /// <param name="areas">Rectangles on it (<see cref="PageArea.IsOnPicture"/>).</param>
    public static ImageContent? Paint(ImageContent image, IReadOnlyList<PageArea> areas)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(areas);
        if (image.Data.IsDefaultOrEmpty || PicturePixels.Of(image.Data.AsMemory()) is not { } pixels)
        {
            return null;
        }

        foreach (var area in areas)
        {
            pixels.Paint(area.Left, 1 - area.Top, area.Right, 1 - area.Bottom, Gray);
        }

        return Png(image, pixels);
    }

    private static ImageContent Png(ImageContent image, PicturePixels pixels) => image with
    {
        Data = ImmutableArray.Create(PngEncoder.Encode(pixels.Bytes, pixels.Width, pixels.Height, pixels.Channels)),
        MediaType = "image/png",
    };
}
