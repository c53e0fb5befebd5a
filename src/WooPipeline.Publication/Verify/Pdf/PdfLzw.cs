namespace WooPipeline.Publication.Verification;

/// <summary>LZW as PDF uses it (ISO 32000-2 §7.4.4).</summary>
internal static class PdfLzw
{
    private const int Clear = 256;
    private const int End = 257;

    /// <summary>The decoded bytes; what came before a fault where there is one.</summary>
    public static byte[] Decode(byte[] data, bool earlyChange)
    {
        var table = new List<byte[]>();
        Reset(table);
        var result = new List<byte>();
        byte[]? previous = null;
        var (buffer, bits, width) = (0, 0, 9);
        foreach (var b in data)
        {
            buffer = (buffer << 8) | b;
            bits += 8;
            while (bits >= width)
            {
                var code = (buffer >> (bits - width)) & ((1 << width) - 1);
                bits -= width;
                buffer &= (1 << bits) - 1;
                if (code == End || result.Count > Limited.MaxBytes)
                {
                    return [.. result];
                }

                if (code == Clear)
                {
                    Reset(table);
                    (previous, width) = (null, 9);
                    continue;
                }

                if (code > table.Count || (code == table.Count && previous is null))
                {
                    return [.. result];
                }

                byte[] entry = code < table.Count ? table[code] : [.. previous!, previous![0]];
                result.AddRange(entry);
                if (previous is not null && table.Count < 4096)
                {
                    table.Add([.. previous, entry[0]]);
                }

                previous = entry;
                var size = table.Count + (earlyChange ? 1 : 0);
                width = size >= 2048 ? 12 : size >= 1024 ? 11 : size >= 512 ? 10 : 9;
            }
        }

        return [.. result];
    }

    private static void Reset(List<byte[]> table)
    {
        table.Clear();
        for (var i = 0; i < 258; i++)
        {
            table.Add([(byte)i]);
        }
    }
}
