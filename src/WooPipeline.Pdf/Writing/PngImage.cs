using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace WooPipeline.Pdf.Writing;

/// <summary>
/// A PNG decoded to 8-bit grey or RGB on white paper (ISO/IEC 15948): all colour types, depths and both orders of rows.
/// What isn't pixels (texts, times, profiles) is left behind.
/// </summary>
internal sealed class PngImage
{
    /// <summary>Pixels beyond which an image is refused: 40 million.</summary>
    private const long MostPixels = 40_000_000;

    private static readonly (int X, int Y, int StepX, int StepY)[] Whole = [(0, 0, 1, 1)];
    private static readonly (int X, int Y, int StepX, int StepY)[] Interlaced =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly PngSamples samples;

    private PngImage(int width, int height, PngSamples samples)
    {
        (Width, Height, this.samples) = (width, height, samples);
        Pixels = new byte[(long)width * height * (IsGray ? 1 : 3)];
    }

    public int Width { get; }

    public int Height { get; }

    public bool IsGray => samples.IsGray;

    /// <summary>Rows from the top, one byte a pixel for grey, three for colour.</summary>
    public byte[] Pixels { get; }

    /// <summary>Reads an image; null where the bytes are no PNG that can be shown. Rows that are missing stay white.</summary>
    public static PngImage? TryRead(ReadOnlyMemory<byte> data)
    {
        var span = data.Span;
        if (!span.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]))
        {
            return null;
        }

        ReadOnlySpan<byte> header = default;
        byte[] palette = [];
        byte[] transparency = [];
        var packed = new MemoryStream();
        for (var at = 8; at + 8 <= span.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(span[at..]);
            var body = span[(at + 8)..];
            body = body[..(int)Math.Min(length, (uint)body.Length)];
            switch (Encoding.Latin1.GetString(span.Slice(at + 4, 4)))
            {
                case "IHDR":
                    header = body;
                    break;
                case "PLTE":
                    palette = body.ToArray();
                    break;
                case "tRNS":
                    transparency = body.ToArray();
                    break;
                case "IDAT":
                    packed.Write(body);
                    break;
                default:
                    break;
            }

            at = (int)Math.Min(at + 12L + length, int.MaxValue - 8);
        }

        return Decode(header, palette, transparency, packed);
    }

    private static PngImage? Decode(ReadOnlySpan<byte> header, byte[] palette, byte[] transparency, MemoryStream packed)
    {
        if (header.Length < 13)
        {
            return null;
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(header);
        var height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        var (depth, type) = (header[8], header[9]);
        var known = (type, depth) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
        var samples = new PngSamples(depth, type, palette, transparency);
        var pixels = (long)width * height;
        // Deflate packs at most 1032 to 1: an image that claims more is no image.
        var possible = pixels <= MostPixels && pixels * samples.BitsPerPixel / 8 <= (packed.Length * 1032) + 1024;
        if (!known || width == 0 || height == 0 || !possible || header[10] != 0 || header[11] != 0 || (type == 3 && palette.Length < 3))
        {
            return null;
        }

        var image = new PngImage((int)width, (int)height, samples);
        Array.Fill(image.Pixels, (byte)255);
        packed.Position = 0;
        using var rows = new ZLibStream(packed, CompressionMode.Decompress);
        return image.ReadPasses(rows, header[12] == 1 ? Interlaced : Whole) ? image : null;
    }

    private static bool TryReadRow(Stream rows, byte[] row)
    {
        try
        {
            return rows.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) == row.Length;
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return false; // broken from here on: what was read so far is shown
        }
    }

    private bool ReadPasses(Stream rows, (int X, int Y, int StepX, int StepY)[] passes)
    {
        var any = false;
        foreach (var (x, y, stepX, stepY) in passes)
        {
            var columns = (Width - x + stepX - 1) / stepX;
            if (columns <= 0 || y >= Height)
            {
                continue;
            }

            var length = (int)((((long)columns * samples.BitsPerPixel) + 7) / 8);
            var before = new byte[length];
            var row = new byte[length + 1];
            for (var line = y; line < Height; line += stepY)
            {
                if (!TryReadRow(rows, row))
                {
                    return any;
                }

                any = true;
                Unfilter(row[0], row.AsSpan(1), before);
                row.AsSpan(1).CopyTo(before);
                Spread(before, columns, x, line, stepX);
            }
        }

        return any;
    }

    private void Unfilter(int filter, Span<byte> row, ReadOnlySpan<byte> above)
    {
        var step = Math.Max(1, samples.BitsPerPixel / 8);
        for (var i = 0; i < row.Length; i++)
        {
            var left = i >= step ? row[i - step] : 0;
            var up = above[i];
            var corner = i >= step ? above[i - step] : 0;
            row[i] += (byte)(filter switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (a, b, c) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private void Spread(ReadOnlySpan<byte> row, int columns, int x, int line, int step)
    {
        var size = IsGray ? 1 : 3;
        for (var c = 0; c < columns; c++)
        {
            samples.Put(row, c, Pixels.AsSpan((((line * Width) + x + (c * step)) * size), size));
        }
    }
}
