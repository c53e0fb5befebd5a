using System.IO.Compression;

namespace WooPipeline.Formats.Image;

/// <summary>Expands strips of TIFF pictures.</summary>
internal static class TiffCompression
{
    /// <summary>The bytes of a strip; what the strip lacks is zero.</summary>
    public static byte[] Expand(ReadOnlySpan<byte> strip, int compression, int length)
    {
        var result = new byte[length];
        switch (compression)
        {
            case 1:
                strip[..Math.Min(strip.Length, length)].CopyTo(result);
                break;
            case 5:
                Lzw(strip, result);
                break;
            case 32773:
                PackBits(strip, result);
                break;
            default:
                using (var zlib = new ZLibStream(new MemoryStream(strip.ToArray()), CompressionMode.Decompress))
                {
                    zlib.ReadAtLeast(result, length, throwOnEndOfStream: false);
                }

                break;
        }

        return result;
    }

    /// <summary>TIFF 6.0 §9.</summary>
    private static void PackBits(ReadOnlySpan<byte> strip, Span<byte> result)
    {
        var at = 0;
        for (var i = 0; i < strip.Length && at < result.Length;)
        {
            var count = (sbyte)strip[i++];
            if (count >= 0)
            {
                var take = Math.Min(count + 1, Math.Min(strip.Length - i, result.Length - at));
                strip.Slice(i, take).CopyTo(result[at..]);
                i += take;
                at += take;
            }
            else if (count != -128 && i < strip.Length)
            {
                var take = Math.Min(1 - count, result.Length - at);
                result.Slice(at, take).Fill(strip[i++]);
                at += take;
            }
        }
    }

    /// <summary>TIFF 6.0 §13: codes of 9 to 12 bits, highest bit first, wider one code early.</summary>
    private static void Lzw(ReadOnlySpan<byte> strip, Span<byte> result)
    {
        var table = new List<byte[]>();
        Reset(table);
        var bit = 0;
        var width = 9;
        var at = 0;
        byte[]? last = null;
        while (bit + width <= strip.Length * 8 && at < result.Length)
        {
            var code = Code(strip, bit, width);
            bit += width;
            if (code == 257)
            {
                return;
            }

            if (code == 256)
            {
                Reset(table);
                width = 9;
                last = null;
                continue;
            }

            if (code > table.Count || (code == table.Count && last is null))
            {
                throw new InvalidDataException("A code points past the table.");
            }

            var entry = code < table.Count ? table[code] : [.. last!, last![0]];
            entry.AsSpan(0, Math.Min(entry.Length, result.Length - at)).CopyTo(result[at..]);
            at += entry.Length;
            if (last is not null && table.Count < 4096)
            {
                table.Add([.. last, entry[0]]);
            }

            width = table.Count >= 2047 ? 12 : table.Count >= 1023 ? 11 : table.Count >= 511 ? 10 : 9;
            last = entry;
        }
    }

    private static void Reset(List<byte[]> table)
    {
        table.Clear();
        for (var i = 0; i < 258; i++)
        {
            table.Add(i < 256 ? [(byte)i] : []);
        }
    }

    private static int Code(ReadOnlySpan<byte> strip, int bit, int width)
    {
        var code = 0;
        for (var i = bit; i < bit + width; i++)
        {
            code = (code << 1) | ((strip[i >> 3] >> (7 - (i & 7))) & 1);
        }

        return code;
    }
}
