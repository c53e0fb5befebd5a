namespace WooPipeline.Pdf.Writing;

/// <summary>How the samples of a PNG are read: depth, colour type, palette and transparency (ISO/IEC 15948 §6, §11.2 and §11.3.2).</summary>
internal sealed class PngSamples(int depth, int type, byte[] palette, byte[] transparency)
{
    private readonly int channels = type switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public bool IsGray => type is 0 or 4;

    public int BitsPerPixel => channels * depth;

    /// <summary>Writes a pixel of a row as 8-bit grey or RGB on white.</summary>
    public void Put(ReadOnlySpan<byte> row, int column, Span<byte> pixel)
    {
        switch (type)
        {
            case 3:
                var index = Sample(row, column);
                var entry = 3 * Math.Min(index, (palette.Length / 3) - 1);
                OnWhite(palette.AsSpan(entry, 3), index < transparency.Length ? transparency[index] : 255, pixel);
                break;
            case 0:
                var gray = Sample(row, column);
                pixel[0] = IsTransparent(gray) ? (byte)255 : (byte)(gray * 255 / ((1 << depth) - 1));
                break;
            default:
                PutChannels(row, column, pixel);
                break;
        }
    }

    private void PutChannels(ReadOnlySpan<byte> row, int column, Span<byte> pixel)
    {
        var bytes = depth / 8;
        var at = row[(column * channels * bytes)..];
        Span<byte> color = stackalloc byte[3];
        for (var c = 0; c < pixel.Length; c++)
        {
            color[c] = at[c * bytes];
        }

        var alpha = type is 4 or 6 ? at[pixel.Length * bytes] : IsTransparent(at, bytes) ? 0 : 255;
        OnWhite(color[..pixel.Length], alpha, pixel);
    }

    private static void OnWhite(ReadOnlySpan<byte> color, int alpha, Span<byte> pixel)
    {
        for (var c = 0; c < pixel.Length; c++)
        {
            pixel[c] = (byte)(((color[c] * alpha) + (255 * (255 - alpha)) + 127) / 255);
        }
    }

    private int Sample(ReadOnlySpan<byte> row, int column)
    {
        if (depth == 16)
        {
            return (row[2 * column] << 8) | row[(2 * column) + 1];
        }

        var bit = column * depth;
        return (row[bit / 8] >> (8 - depth - (bit % 8))) & ((1 << depth) - 1);
    }

    private bool IsTransparent(int gray) => transparency.Length >= 2 && ((transparency[0] << 8) | transparency[1]) == gray;

    private bool IsTransparent(ReadOnlySpan<byte> pixel, int bytes)
    {
        if (type != 2 || transparency.Length < 6)
        {
            return false;
        }

        for (var c = 0; c < 3; c++)
        {
            var value = bytes == 2 ? (pixel[2 * c] << 8) | pixel[(2 * c) + 1] : pixel[c];
            if (value != ((transparency[2 * c] << 8) | transparency[(2 * c) + 1]))
            {
                return false;
            }
        }

        return true;
    }
}
