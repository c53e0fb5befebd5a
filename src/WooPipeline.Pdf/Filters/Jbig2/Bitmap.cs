using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Filters.Jbig2;

/// <summary>An image of two colours, a byte a pixel, with white all round it as wide as coding looks away from a pixel.</summary>
internal sealed class Bitmap
{
    /// <summary>How far adaptive pixels may lie away (§6.2.5.4).</summary>
    public const int Margin = 128;
    private const int LargestSide = 1 << 16;

    public Bitmap(int width, int height, PdfBudget budget)
    {
        if (width is < 0 or > LargestSide || height is < 0 or > LargestSide)
        {
            throw new InvalidDataException("The measures of a region make no image.");
        }

        var length = (width + (2L * Margin)) * (height + (2L * Margin));
        if (length > budget.MaxStreamBytes)
        {
            throw new PdfException("te-groot", "A JBIG2 image unpacks to more than the limit.");
        }

        budget.Spend(length);
        (Width, Height, Stride) = (width, height, width + (2 * Margin));
        Pixels = new byte[length];
    }

    public int Width { get; }

    public int Height { get; }

    public int Stride { get; }

    /// <summary>The pixels with the margin; 1 is black.</summary>
    public byte[] Pixels { get; }

    public int this[int x, int y] => x >= 0 && x < Width && y >= 0 && y < Height ? Pixels[Index(x, y)] : 0;

    /// <summary>Where a pixel lies; also right for places in the margin.</summary>
    public int Index(int x, int y) => ((y + Margin) * Stride) + x + Margin;

    public void Fill(byte value)
    {
        for (var y = 0; y < Height; y++)
        {
            Pixels.AsSpan(Index(0, y), Width).Fill(value);
        }
    }

    /// <summary>Draws another on it: 0 or, 1 and, 2 xor, 3 xnor, 4 replace (§7.4.1.5).</summary>
    public void Draw(Bitmap other, int left, int top, int how)
    {
        for (var y = Math.Max(0, -(long)top); y < other.Height && y + top < Height; y++)
        {
            for (var x = Math.Max(0, -(long)left); x < other.Width && x + left < Width; x++)
            {
                ref var target = ref Pixels[Index((int)x + left, (int)y + top)];
                var source = other.Pixels[other.Index((int)x, (int)y)];
                target = how switch { 0 => (byte)(target | source), 1 => (byte)(target & source), 2 => (byte)(target ^ source), 3 => (byte)(1 - (target ^ source)), _ => source };
            }
        }
    }

    /// <summary>A part as an image of its own.</summary>
    public Bitmap Part(int left, int width, PdfBudget budget)
    {
        var part = new Bitmap(width, Height, budget);
        for (var y = 0; y < Height; y++)
        {
            Pixels.AsSpan(Index(left, y), width).CopyTo(part.Pixels.AsSpan(part.Index(0, y)));
        }

        return part;
    }

    /// <summary>Rows of bits, each from a byte of its own; black is 0, as images of a PDF have it (ISO 32000-2 §7.4.7).</summary>
    public byte[] Packed()
    {
        var stride = (Width + 7) / 8;
        var packed = new byte[stride * Height];
        for (var y = 0; y < Height; y++)
        {
            var row = Pixels.AsSpan(Index(0, y), Width);
            for (var x = 0; x < Width; x++)
            {
                packed[(y * stride) + (x / 8)] |= (byte)((1 - row[x]) << (7 - (x % 8)));
            }
        }

        return packed;
    }
}
