using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>Generic regions (§6.2): pixels coded by their neighbours, or as a fax.</summary>
internal static class GenericRegion
{
    /// <summary>Neighbours by template in the order of bits, highest first; the adaptive ones stand at their usual places, told by a number from 0.</summary>
    private static readonly (int X, int Y, int Adaptive)[][] Templates =
    [
        [(-2, -2, 3), (-1, -2, -1), (0, -2, -1), (1, -2, -1), (2, -2, 2), (-3, -1, 1), (-2, -1, -1), (-1, -1, -1), (0, -1, -1), (1, -1, -1), (2, -1, -1), (3, -1, 0), (-4, 0, -1), (-3, 0, -1), (-2, 0, -1), (-1, 0, -1)],
        [(-1, -2, -1), (0, -2, -1), (1, -2, -1), (2, -2, -1), (-2, -1, -1), (-1, -1, -1), (0, -1, -1), (1, -1, -1), (2, -1, -1), (3, -1, 0), (-3, 0, -1), (-2, 0, -1), (-1, 0, -1)],
        [(-1, -2, -1), (0, -2, -1), (1, -2, -1), (-2, -1, -1), (-1, -1, -1), (0, -1, -1), (1, -1, -1), (2, -1, 0), (-2, 0, -1), (-1, 0, -1)],
        [(-3, -1, -1), (-2, -1, -1), (-1, -1, -1), (0, -1, -1), (1, -1, -1), (2, -1, 0), (-4, 0, -1), (-3, 0, -1), (-2, 0, -1), (-1, 0, -1)],
    ];

    /// <summary>Contexts in which it is told whether a row repeats the one above (§6.2.5.7).</summary>
    private static readonly int[] RepeatContexts = [0x9B25, 0x0795, 0x00E5, 0x0195];

    /// <summary>Number of adaptive pixels of a template.</summary>
    public static int AdaptiveCount(int template) => template == 0 ? 4 : 1;

    /// <summary>Contexts for a template.</summary>
    public static byte[] Contexts(int template) => new byte[1 << Templates[template].Length];

    /// <summary>The usual places of the adaptive pixels.</summary>
    public static (int X, int Y)[] UsualPlaces(int template) =>
        [.. Templates[template].Where(p => p.Adaptive >= 0).OrderBy(p => p.Adaptive).Select(p => (p.X, p.Y))];

    public static Bitmap Decode(ArithmeticDecoder decoder, byte[] contexts, int width, int height, int template, bool repeats, (int X, int Y)[] adaptive, PdfBudget budget)
    {
        var bitmap = new Bitmap(width, height, budget);
        var offsets = Array.ConvertAll(Templates[template], p => p.Adaptive < 0 ? (p.Y * bitmap.Stride) + p.X : (adaptive[p.Adaptive].Y * bitmap.Stride) + adaptive[p.Adaptive].X);
        var pixels = bitmap.Pixels;
        var isRepeated = 0;
        for (var y = 0; y < height; y++)
        {
            budget.Step((width / 4) + 1);
            var at = bitmap.Index(0, y);
            if (repeats)
            {
                isRepeated ^= decoder.Bit(ref contexts[RepeatContexts[template]]);
                if (isRepeated == 1)
                {
                    pixels.AsSpan(at - bitmap.Stride, width).CopyTo(pixels.AsSpan(at));
                    continue;
                }
            }

            for (var end = at + width; at < end; at++)
            {
                var context = 0;
                foreach (var offset in offsets)
                {
                    context = (context << 1) | pixels[at + offset];
                }

                pixels[at] = (byte)decoder.Bit(ref contexts[context]);
            }
        }

        return bitmap;
    }

    /// <summary>A region coded as a fax of Group 4 (§6.2.6).</summary>
    public static Bitmap DecodeFax(ReadOnlySpan<byte> data, int width, int height, PdfBudget budget)
    {
        var bitmap = new Bitmap(width, height, budget);
        var rows = CcittDecoder.Decode(data, new CcittParameters(-1, width, height) { BlackIsOne = true }, budget) ?? throw new InvalidDataException("No fax.");
        var stride = (width + 7) / 8;
        for (var y = 0; y < height; y++)
        {
            var target = bitmap.Index(0, y);
            for (var x = 0; x < width; x++)
            {
                bitmap.Pixels[target + x] = (byte)((rows[(y * stride) + (x / 8)] >> (7 - (x % 8))) & 1);
            }
        }

        return bitmap;
    }
}
