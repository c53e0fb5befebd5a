using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Pdf.Filters;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Formats.Image;

/// <summary>The pictures of a TIFF as PNG: strips of grey, palette or RGB samples, plain, PackBits, LZW, deflate or coded as a fax (TIFF 6.0).</summary>
internal static class TiffImage
{
    /// <summary>The pictures in order; null where the file is damaged or one is of a kind that isn't decoded here.</summary>
    public static IReadOnlyList<ImageContent>? ToPng(byte[] bytes, ReadLimits limits)
    {
        try
        {
            var result = new List<ImageContent>();
            long total = 0;
            foreach (var picture in TiffDirectory.ReadAll(bytes))
            {
                total += (long)picture.Width * picture.Height;
                if (total > limits.MaxUnpackedBytes || Pixels(bytes, picture, limits) is not { } pixels)
                {
                    return null;
                }

                result.Add(new ImageContent(ImmutableArray.Create(PngEncoder.Encode(pixels, picture.Width, picture.Height, picture.IsGrey ? 1 : 3)), "image/png", ""));
            }

            return result.Count > 0 ? result : null;
        }
        catch (Exception e) when (e is InvalidDataException or IndexOutOfRangeException or ArgumentException or PdfException)
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

            var coded = bytes.AsSpan((int)tiff.Offsets[s], (int)tiff.Lengths[s]);
            var strip = tiff.IsFax ? Fax(coded, tiff, rows) : TiffCompression.Expand(coded, tiff.Compression, rowBytes * rows);
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

    private static byte[] Fax(ReadOnlySpan<byte> coded, TiffDirectory tiff, int rows)
    {
        if (tiff.IsLowBitFirst)
        {
            var turned = coded.ToArray();
            for (var i = 0; i < turned.Length; i++)
            {
                turned[i] = (byte)(((turned[i] * 0x80200802UL) & 0x0884422110UL) * 0x0101010101UL >> 32);
            }

            coded = turned;
        }

        // Whatever the photometric says, a fax codes white first; the samples are 1 where it says black.
        var k = tiff.Compression == 4 ? -1 : tiff.Compression == 3 && tiff.IsTwoDimensional ? 1 : 0;
        return FaxImage.Unpack(coded, k, tiff.Width, rows, isByteAligned: tiff.Compression == 2) ?? throw new InvalidDataException("The measures make no fax.");
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
