using WooPipeline.Pdf.Filters;

namespace WooPipeline.Pdf.Writing;

/// <summary>The pixels of a picture as a reader sees it: upright, on white, grey or RGB, rows from the top.</summary>
/// <param name="Bytes">One byte a pixel for grey, three for colour.</param>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Channels">1 or 3.</param>
public sealed record PicturePixels(byte[] Bytes, int Width, int Height, int Channels)
{
    private const long MostPixels = 40_000_000;

    /// <summary>Unpacks a PNG or JPEG; null where it can't be had (a colour space for print, a damaged file, too large).</summary>
    public static PicturePixels? Of(ReadOnlyMemory<byte> picture)
    {
        if (PngImage.TryRead(picture) is { } png)
        {
            return new PicturePixels(png.Pixels, png.Width, png.Height, png.IsGray ? 1 : 3);
        }

        return JpegImage.TryRead(picture) is { } jpeg && (long)jpeg.StoredWidth * jpeg.StoredHeight <= MostPixels && jpeg.Components is 1 or 3
            && JpegDecoder.TryDecode(picture) is { } decoded && decoded.Components == jpeg.Components
            && decoded.Pixels.LongLength == (long)decoded.Width * decoded.Height * decoded.Components ? Turned(decoded, jpeg.Orientation) : null;
    }

    /// <summary>The same pixels with a rectangle of one grey; sides from the upper left corner, in parts from 0 to 1.</summary>
    public void Paint(double left, double top, double right, double bottom, byte gray)
    {
        var (x0, x1) = ((int)Math.Clamp(Math.Floor(left * Width), 0, Width), (int)Math.Clamp(Math.Ceiling(right * Width), 0, Width));
        var (y0, y1) = ((int)Math.Clamp(Math.Floor(top * Height), 0, Height), (int)Math.Clamp(Math.Ceiling(bottom * Height), 0, Height));
        for (var y = y0; y < y1 && x0 < x1; y++)
        {
            Bytes.AsSpan(((y * Width) + x0) * Channels, (x1 - x0) * Channels).Fill(gray);
        }
    }

    /// <summary>What a camera stored on its side is set upright (EXIF 2.3, tag 0x0112).</summary>
    private static PicturePixels Turned(JpegDecoder stored, int orientation)
    {
        var (sw, sh, n) = (stored.Width, stored.Height, stored.Components);
        if (orientation is < 2 or > 8)
        {
            return new PicturePixels(stored.Pixels, sw, sh, n);
        }

        var (width, height) = orientation >= 5 ? (sh, sw) : (sw, sh);
        var bytes = new byte[stored.Pixels.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (sx, sy) = orientation switch
                {
                    2 => (sw - 1 - x, y),
                    3 => (sw - 1 - x, sh - 1 - y),
                    4 => (x, sh - 1 - y),
                    5 => (y, x),
                    6 => (y, sh - 1 - x),
                    7 => (sw - 1 - y, sh - 1 - x),
                    _ => (sw - 1 - y, x),
                };
                stored.Pixels.AsSpan(((sy * sw) + sx) * n, n).CopyTo(bytes.AsSpan(((y * width) + x) * n));
            }
        }

        return new PicturePixels(bytes, width, height, n);
    }
}
