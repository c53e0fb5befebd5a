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

    private readonly int depth;
    private readonly int type;
    private readonly byte[] palette;
    private readonly byte[] transparency;

    private PngImage(int width, int height, int depth, int type, byte[] palette, byte[] transparency)
    {
        (Width, Height, this.depth, this.type) = (width, height, depth, type);
        (this.palette, this.transparency) = (palette, transparency);
        IsGray = type is 0 or 4;
        Pixels = new byte[(long)width * height * (IsGray ? 1 : 3)];
    }

    public int Width { get; }

    public int Height { get; }

    public bool IsGray { get; }

    /// <summary>Rows from the top, one byte a pixel for grey, three for colour.</summary>
    public byte[] Pixels { get; }

    private int Channels => type switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    private int BytesPerPixel => Math.Max(1, Channels * depth / 8);

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
        // Deflate packs at most 1032 to 1: an image that claims more is no image.
        var possible = ((long)width * height) <= Math.Min(MostPixels, ((packed.Length * 1032) + 1024) * 8);
        if (!known || width == 0 || height == 0 || !possible || header[10] != 0 || header[11] != 0 || (type == 3 && palette.Length < 3))
        {
            return null;
        }

        var image = new PngImage((int)width, (int)height, depth, type, palette, transparency);
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

            var length = ((columns * Channels * depth) + 7) / 8;
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
        var step = BytesPerPixel;
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
            Put(row, c, Pixels.AsSpan((((line * Width) + x + (c * step)) * size), size));
        }
    }

    private void Put(ReadOnlySpan<byte> row, int column, Span<byte> pixel)
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
        var at = row[(column * Channels * bytes)..];
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
