using System.Buffers.Binary;

namespace WooPipeline.Formats.Image;

/// <summary>The first picture of a GIF as pixels (GIF89a): LZW codes, colour tables, interlacing; what is transparent is white.</summary>
internal static class GifImage
{
    private const int MaxCodes = 4096;

    /// <summary>Red, green and blue of each pixel; null where the file is damaged or larger than the limit.</summary>
    public static (byte[] Pixels, int Width, int Height)? Read(ReadOnlySpan<byte> gif, ReadLimits limits)
    {
        if (gif.Length < 13 || !gif.StartsWith("GIF8"u8))
        {
            return null;
        }

        var (width, height) = (BinaryPrimitives.ReadUInt16LittleEndian(gif[6..]), BinaryPrimitives.ReadUInt16LittleEndian(gif[8..]));
        if (width == 0 || height == 0 || (long)width * height * 3 > limits.MaxFileBytes)
        {
            return null;
        }

        var at = 13;
        var colours = Table(gif, gif[10], ref at);
        var transparent = -1;
        while (at < gif.Length)
        {
            limits.Check();
            switch (gif[at++])
            {
                case 0x21 when at + 6 < gif.Length && gif[at] == 0xF9:
                    transparent = (gif[at + 2] & 1) != 0 ? gif[at + 5] : -1;
                    at++;
                    _ = Blocks(gif, ref at);
                    break;
                case 0x21:
                    at++;
                    _ = Blocks(gif, ref at);
                    break;
                case 0x2C:
                    return Picture(gif, at, colours, transparent, width, height, limits) is { } pixels ? (pixels, width, height) : null;
                default:
                    return null;
            }
        }

        return null;
    }

    private static byte[]? Picture(ReadOnlySpan<byte> gif, int at, ReadOnlySpan<byte> colours, int transparent, int width, int height, ReadLimits limits)
    {
        if (at + 10 > gif.Length)
        {
            return null;
        }

        int Word(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[(at + offset)..]);
        var (left, top, wide, high) = (Word(gif, 0), Word(gif, 2), Word(gif, 4), Word(gif, 6));
        var flags = gif[at + 8];
        at += 9;
        var own = Table(gif, flags, ref at);
        if (at >= gif.Length || (long)wide * high > limits.MaxFileBytes)
        {
            return null;
        }

        var size = gif[at++];
        var indexes = Expand(Blocks(gif, ref at), size, wide * high, limits);
        var pixels = new byte[width * height * 3];
        pixels.AsSpan().Fill(0xFF);
        var table = own.IsEmpty ? colours : own;
        for (var y = 0; y < high; y++)
        {
            limits.Check();
            var row = (flags & 0x40) != 0 ? Interlaced(y, high) : y;
            for (var x = 0; x < wide; x++)
            {
                var index = indexes[(y * wide) + x];
                var (px, py) = (left + x, top + row);
                if (index != transparent && px < width && py < height && (index * 3) + 3 <= table.Length)
                {
                    table.Slice(index * 3, 3).CopyTo(pixels.AsSpan(((py * width) + px) * 3));
                }
            }
        }

        return pixels;
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> gif, byte flags, ref int at)
    {
        if ((flags & 0x80) == 0)
        {
            return default;
        }

        var table = gif.Slice(at, Math.Min(3 << ((flags & 7) + 1), gif.Length - at));
        at += table.Length;
        return table;
    }

    /// <summary>The bytes of the blocks at an offset, which each begin with their length, up to the empty one.</summary>
    private static byte[] Blocks(ReadOnlySpan<byte> gif, ref int at)
    {
        using var all = new MemoryStream();
        while (at < gif.Length && gif[at] != 0)
        {
            var length = Math.Min(gif[at], gif.Length - at - 1);
            all.Write(gif.Slice(at + 1, length));
            at += length + 1;
        }

        at++;
        return all.ToArray();
    }

    /// <summary>Codes of variable width, lowest bit first (GIF89a, appendix F); what the data lacks is index 0.</summary>
    private static byte[] Expand(byte[] data, int size, int count, ReadLimits limits)
    {
        var result = new byte[count];
        if (size is < 2 or > 8)
        {
            return result;
        }

        var (clear, width, next, last, written) = (1 << size, size + 1, (1 << size) + 2, -1, 0);
        var prefix = new int[MaxCodes];
        var suffix = new byte[MaxCodes];
        var stack = new byte[MaxCodes + 1];
        for (var bit = 0L; bit + width <= data.Length * 8L && written < count;)
        {
            limits.Check();
            var code = Code(data, bit, width);
            bit += width;
            if (code == clear)
            {
                (width, next, last) = (size + 1, clear + 2, -1);
                continue;
            }

            if (code == clear + 1 || code > next || (code == next && last < 0))
            {
                break;
            }

            var depth = 0;
            var walk = code;
            if (code == next)
            {
                depth = 1; // the string that this code makes ends in its own first index, filled in below
                walk = last;
            }

            for (; walk >= clear && depth < MaxCodes; walk = prefix[walk])
            {
                stack[depth++] = suffix[walk];
            }

            stack[depth++] = (byte)walk;
            stack[0] = code == next ? (byte)walk : stack[0];
            for (var i = depth - 1; i >= 0 && written < count; i--)
            {
                result[written++] = stack[i];
            }

            if (last >= 0 && next < MaxCodes)
            {
                (prefix[next], suffix[next]) = (last, (byte)walk);
                next++;
                width += next == 1 << width && width < 12 ? 1 : 0;
            }

            last = code;
        }

        return result;
    }

    private static int Code(byte[] data, long bit, int width)
    {
        var code = 0;
        for (var i = 0; i < width; i++)
        {
            code |= ((data[(bit + i) >> 3] >> (int)((bit + i) & 7)) & 1) << i;
        }

        return code;
    }

    private static int Interlaced(int row, int height)
    {
        ReadOnlySpan<(int Start, int Step)> passes = [(0, 8), (4, 8), (2, 4), (1, 2)];
        foreach (var (start, step) in passes)
        {
            var rows = (height - start + step - 1) / step;
            if (height > start && row < rows)
            {
                return start + (row * step);
            }

            row -= height > start ? rows : 0;
        }

        return row;
    }
}
