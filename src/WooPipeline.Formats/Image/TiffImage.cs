using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Image;

/// <summary>The first picture of a TIFF as PNG: strips of grey, palette or RGB samples, plain, PackBits, LZW or deflate (TIFF 6.0).</summary>
internal static class TiffImage
{
    /// <summary>The picture; null where the file is damaged or of a kind that isn't decoded here.</summary>
    public static ImageContent? ToPng(byte[] bytes, ReadLimits limits)
    {
        try
        {
            return TiffDirectory.Read(bytes) is { } directory && Pixels(bytes, directory, limits) is { } pixels
                ? new ImageContent(ImmutableArray.Create(PngEncoder.Encode(pixels, directory.Width, directory.Height, directory.IsGrey ? 1 : 3)), "image/png", "")
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or IndexOutOfRangeException or ArgumentException)
        {
            return null;
        }
    }

    private static byte[]? Pixels(byte[] bytes, TiffDirectory tiff, ReadLimits limits)
    {
        var channels = tiff.IsGrey ? 1 : 3;
        if (!tiff.IsReadable || (long)tiff.Width * tiff.Height * channels > limits.MaxFileBytes)
        {
            return null;
        }

        var rowBytes = ((tiff.Width * tiff.Samples * tiff.Bits) + 7) / 8;
        var result = new byte[tiff.Width * tiff.Height * channels];
        for (var s = 0; s < tiff.Offsets.Length; s++)
        {
            var rows = Math.Min(tiff.RowsPerStrip, tiff.Height - (s * tiff.RowsPerStrip));
            if (rows <= 0)
            {
                break;
            }

            var strip = TiffCompression.Expand(bytes.AsSpan((int)tiff.Offsets[s], (int)tiff.Lengths[s]), tiff.Compression, rowBytes * rows);
            for (var r = 0; r < rows; r++)
            {
                limits.Check();
                var line = strip.AsSpan(r * rowBytes, rowBytes);
                if (tiff.Predictor == 2 && tiff.Bits == 8)
                {
                    for (var i = tiff.Samples; i < line.Length; i++)
                    {
                        line[i] += line[i - tiff.Samples];
                    }
                }

                Put(line, tiff, result.AsSpan(((s * tiff.RowsPerStrip) + r) * tiff.Width * channels, tiff.Width * channels));
            }
        }

        return result;
    }

    private static void Put(ReadOnlySpan<byte> line, TiffDirectory tiff, Span<byte> target)
    {
        for (var x = 0; x < tiff.Width; x++)
        {
            if (tiff.Photometric == 3)
            {
                var index = Sample(line, x, tiff.Bits);
                var size = 1 << tiff.Bits;
                for (var c = 0; c < 3; c++)
                {
                    target[(x * 3) + c] = (byte)(((tiff.Palette[(c * size) + index] * 255) + 32_767) / 65_535);
                }
            }
            else if (tiff.IsGrey)
            {
                var level = Sample(line, x * tiff.Samples, tiff.Bits) * 255 / ((1 << tiff.Bits) - 1);
                target[x] = (byte)(tiff.Photometric == 0 ? 255 - level : level);
            }
            else
            {
                line.Slice(x * tiff.Samples, 3).CopyTo(target[(x * 3)..]);
            }
        }
    }

    private static int Sample(ReadOnlySpan<byte> line, int index, int bits) =>
        bits == 8 ? line[index] : (line[index * bits / 8] >> (8 - bits - (index * bits % 8))) & ((1 << bits) - 1);
}
