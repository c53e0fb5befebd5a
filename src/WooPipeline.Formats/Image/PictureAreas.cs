using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Pdf.Writing;

namespace WooPipeline.Formats.Image;

/// <summary>Paints rectangles over a picture of a document, in its pixels: what was there isn't in the new picture.</summary>
public static class PictureAreas
{
    /// <summary>The grey of a mark.</summary>
    private const byte Gray = 0xBF;

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

        var png = PngEncoder.Encode(pixels.Bytes, pixels.Width, pixels.Height, pixels.Channels);
        return image with { Data = ImmutableArray.Create(png), MediaType = "image/png" };
    }
}
