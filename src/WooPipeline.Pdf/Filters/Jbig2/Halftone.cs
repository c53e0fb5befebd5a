using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>Pattern dictionaries and halftone regions (§6.6, §6.7) coded arithmetically.</summary>
internal static class Halftone
{
    public static List<Bitmap> ReadPatterns(SegmentReader reader, PdfBudget budget)
    {
        var flags = reader.Byte();
        var (width, height) = (reader.Byte(), reader.Byte());
        var most = reader.Measure();
        var template = (flags >> 1) & 3;
        var all = (flags & 1) != 0
            ? GenericRegion.DecodeFax(reader.Rest.Span, (most + 1) * width, height, budget)
            : GenericRegion.Decode(
                new ArithmeticDecoder(reader.Rest), GenericRegion.Contexts(template), (most + 1) * width, height, template, false, [(-width, 0), (-3, -1), (2, -2), (-2, -2)], budget);
        return [.. Enumerable.Range(0, most + 1).Select(i => all.Part(i * width, width, budget))];
    }

    public static Bitmap ReadRegion(SegmentReader reader, int width, int height, IReadOnlyList<Bitmap> patterns, PdfBudget budget)
    {
        var flags = reader.Byte();
        if ((flags & 1) != 0 || (flags & 8) != 0 || patterns.Count == 0)
        {
            throw new InvalidDataException("Coded as a fax, or with skips: not ours.");
        }

        var template = (flags >> 1) & 3;
        var (columns, rows) = (reader.Measure(), reader.Measure());
        var (x, y) = (reader.SignedLong(), reader.SignedLong());
        var (stepX, stepY) = (reader.Short(), reader.Short());
        var values = Values(new ArithmeticDecoder(reader.Rest), template, columns, rows, Jbig2Decoder.BitsFor(patterns.Count), budget);
        var bitmap = new Bitmap(width, height, budget);
        bitmap.Fill((byte)(flags >> 7));
        for (var m = 0; m < rows; m++)
        {
            budget.Step(columns);
            for (var n = 0; n < columns; n++)
            {
                var (left, top) = (((long)x + ((long)m * stepY) + ((long)n * stepX)) >> 8, ((long)y + ((long)m * stepX) - ((long)n * stepY)) >> 8);
                if (left > -256 && left < width && top > -256 && top < height)
                {
                    bitmap.Draw(patterns[Math.Min(values[(m * columns) + n], patterns.Count - 1)], (int)left, (int)top, (flags >> 4) & 7);
                }
            }
        }

        return bitmap;
    }

    /// <summary>Grey values in planes of bits, Gray coded, from the highest (Annex C).</summary>
    private static int[] Values(ArithmeticDecoder decoder, int template, int columns, int rows, int bits, PdfBudget budget)
    {
        var contexts = GenericRegion.Contexts(template);
        (int, int)[] adaptive = [(template <= 1 ? 3 : 2, -1), (-3, -1), (2, -2), (-2, -2)];
        var values = new int[(long)columns * rows <= budget.MaxStreamBytes / 4 ? columns * rows : throw new InvalidDataException("Too many cells.")];
        Bitmap? above = null;
        for (var plane = 0; plane < bits; plane++)
        {
            var bitmap = GenericRegion.Decode(decoder, contexts, columns, rows, template, false, adaptive, budget);
            if (above is not null)
            {
                bitmap.Draw(above, 0, 0, 2);
            }

            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (values[i] << 1) | bitmap.Pixels[bitmap.Index(i % columns, i / columns)];
            }

            above = bitmap;
        }

        return values;
    }
}
