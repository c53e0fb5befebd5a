using System.Buffers.Binary;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Writes a <c>cmap</c> with one segment a code (format 4) and, for Macintosh, a table of 256 (format 0 where glyphs fit, else 6).</summary>
internal static class CmapWriter
{
    public static byte[] Write(IReadOnlyList<(int Platform, int Encoding, SortedDictionary<int, int> Map)> maps)
    {
        var ordered = maps.OrderBy(m => m.Platform).ThenBy(m => m.Encoding).ToList();
        var subtables = ordered.Select(m => m.Platform == 1 ? Trimmed(m.Map) : Segments(m.Map)).ToList();
        var header = new byte[4 + (8 * subtables.Count)];
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(2), (ushort)subtables.Count);
        var offset = header.Length;
        for (var i = 0; i < subtables.Count; i++)
        {
            var record = header.AsSpan(4 + (8 * i));
            BinaryPrimitives.WriteUInt16BigEndian(record, (ushort)ordered[i].Platform);
            BinaryPrimitives.WriteUInt16BigEndian(record[2..], (ushort)ordered[i].Encoding);
            BinaryPrimitives.WriteInt32BigEndian(record[4..], offset);
            offset += subtables[i].Length;
        }

        return [.. header, .. subtables.SelectMany(s => s)];
    }

    /// <summary>Format 6.</summary>
    private static byte[] Trimmed(SortedDictionary<int, int> map)
    {
        var first = map.Count == 0 ? 0 : map.Keys.First();
        var count = map.Count == 0 ? 0 : map.Keys.Last() - first + 1;
        var table = new byte[10 + (2 * count)];
        Put(table, 0, 6);
        Put(table, 2, table.Length);
        Put(table, 6, first);
        Put(table, 8, count);
        foreach (var (code, glyph) in map)
        {
            Put(table, 10 + (2 * (code - first)), glyph);
        }

        return table;
    }

    /// <summary>Format 4.</summary>
    private static byte[] Segments(SortedDictionary<int, int> map)
    {
        var codes = map.Where(m => m.Key < 0xFFFF).ToList();
        var count = codes.Count + 1;
        var table = new byte[16 + (8 * count)];
        var power = (int)Math.Log2(count);
        Put(table, 0, 4);
        Put(table, 2, table.Length);
        Put(table, 6, 2 * count);
        Put(table, 8, 2 << power);
        Put(table, 10, power);
        Put(table, 12, (2 * count) - (2 << power));
        for (var i = 0; i < count; i++)
        {
            var (code, glyph) = i < codes.Count ? (codes[i].Key, codes[i].Value) : (0xFFFF, 0);
            Put(table, 14 + (2 * i), code);
            Put(table, 16 + (2 * count) + (2 * i), code);
            Put(table, 16 + (4 * count) + (2 * i), (glyph - code) & 0xFFFF);
        }

        return table;
    }

    private static void Put(byte[] table, int at, int value) => BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at), (ushort)value);
}
