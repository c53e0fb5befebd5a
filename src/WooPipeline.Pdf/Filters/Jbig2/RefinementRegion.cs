using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>Refinement regions (§6.3): pixels coded by their neighbours and those of an image that is like it.</summary>
internal static class RefinementRegion
{
    private static readonly (int X, int Y)[][] Own = [[(0, -1), (1, -1), (-1, 0)], [(-1, -1), (0, -1), (1, -1), (-1, 0)]];

    private static readonly (int X, int Y)[][] OfReference =
    [
        [(0, -1), (1, -1), (-1, 0), (0, 0), (1, 0), (-1, 1), (0, 1), (1, 1)],
        [(0, -1), (-1, 0), (0, 0), (1, 0), (0, 1), (1, 1)],
    ];

    /// <summary>The context in which it is told whether a row follows the reference: only its middle pixel set (§6.3.5.6).</summary>
    private static readonly int[] TypicalContexts = [0x0020, 0x0008];

    /// <summary>Contexts for a template.</summary>
    public static byte[] Contexts() => new byte[1 << 13];

    /// <param name="decoder">The coded bits.</param>
    /// <param name="contexts">Contexts.</param>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    /// <param name="template">0 or 1.</param>
    /// <param name="reference">The like image, and where its origin lies.</param>
    /// <param name="followsTypically">True where rows may be told to follow the reference.</param>
    /// <param name="adaptive">Two adaptive pixels of template 0: one of the region, one of the reference.</param>
    /// <param name="budget">Bounds.</param>
    public static Bitmap Decode(
        ArithmeticDecoder decoder, byte[] contexts, int width, int height, int template, (Bitmap Image, int X, int Y) reference, bool followsTypically, (int X, int Y)[] adaptive, PdfBudget budget)
    {
        var bitmap = new Bitmap(width, height, budget);
        var own = template == 0 ? [.. Own[0], adaptive[0]] : Own[1];
        var other = template == 0 ? [.. OfReference[0], adaptive[1]] : OfReference[1];
        var typical = 0;
        for (var y = 0; y < height; y++)
        {
            budget.Step(width + 1);
            typical ^= followsTypically ? decoder.Bit(ref contexts[TypicalContexts[template]]) : 0;
            for (var x = 0; x < width; x++)
            {
                var (rx, ry) = (x - reference.X, y - reference.Y);
                if (typical == 1 && Same(reference.Image, rx, ry) is { } value)
                {
                    bitmap.Pixels[bitmap.Index(x, y)] = (byte)value;
                    continue;
                }

                var context = 0;
                foreach (var (dx, dy) in own)
                {
                    context = (context << 1) | bitmap[x + dx, y + dy];
                }

                foreach (var (dx, dy) in other)
                {
                    context = (context << 1) | reference.Image[rx + dx, ry + dy];
                }

                bitmap.Pixels[bitmap.Index(x, y)] = (byte)decoder.Bit(ref contexts[context]);
            }
        }

        return bitmap;
    }

    /// <summary>The colour of a pixel and all eight round it; null where they differ.</summary>
    private static int? Same(Bitmap image, int x, int y)
    {
        var first = image[x, y];
        for (var dy = -1; dy <= 1; dy++)
        {
            for (var dx = -1; dx <= 1; dx++)
            {
                if (image[x + dx, y + dy] != first)
                {
                    return null;
                }
            }
        }

        return first;
    }
}
