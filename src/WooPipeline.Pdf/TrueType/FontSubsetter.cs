using System.Buffers.Binary;

namespace WooPipeline.Pdf.TrueType;

/// <summary>
/// Makes a font that holds only some glyphs, numbered anew in the order given; parts of composite glyphs are added behind
/// them. Tables as ISO 32000-1 §9.9 wants them in an embedded TrueType font: no names or layout features, and a cmap only for a
/// simple font.
/// </summary>
internal static class FontSubsetter
{
    private const int MaximumGlyphs = 65_000;

    /// <summary>Builds the subset.</summary>
    /// <param name="font">The whole font.</param>
    /// <param name="glyphs">Glyphs of the whole font; the first becomes glyph 0. One glyph may stand more than once.</param>
    /// <param name="characters">Numbers of the new glyphs by character (below U+10000), for the cmap that a simple font is looked up with; empty for none.</param>
    public static byte[] Build(TrueTypeFont font, IReadOnlyList<int> glyphs, SortedDictionary<int, int> characters)
    {
        var order = new List<int>(glyphs);
        var numbers = new Dictionary<int, int>();
        for (var i = 0; i < order.Count; i++)
        {
            numbers.TryAdd(order[i], i);
        }

        var outlines = new List<byte[]>();
        for (var i = 0; i < order.Count; i++)
        {
            outlines.Add(Renumber(font.Outline(order[i]), order, numbers));
        }

        var (glyf, loca) = Join(outlines);
        var count = order.Count;
        var tables = new List<(string Tag, byte[] Data)>
        {
            ("cmap", characters.Count > 0 ? CharacterMapWriter.Write(characters) : []),
            ("cvt ", font["cvt "].Data.ToArray()),
            ("fpgm", font["fpgm"].Data.ToArray()),
            ("glyf", glyf),
            ("head", Head(font)),
            ("hhea", HorizontalHeader(font, count)),
            ("hmtx", Metrics(font, order)),
            ("loca", loca),
            ("maxp", Profile(font, count)),
            ("prep", font["prep"].Data.ToArray()),
        };
        return Assemble([.. tables.Where(t => t.Data.Length > 0 || t.Tag is "glyf")]);
    }

    /// <summary>Gives the parts of a composite glyph their new numbers, adding those that are new.</summary>
    private static byte[] Renumber(ReadOnlyMemory<byte> outline, List<int> order, Dictionary<int, int> numbers)
    {
        var bytes = outline.ToArray();
        var table = new FontTable(bytes);
        if (bytes.Length < 10 || table.I16(0) >= 0)
        {
            return bytes;
        }

        var at = 10;
        int flags;
        do
        {
            flags = table.U16(at);
            if (at + 4 > bytes.Length)
            {
                return [];
            }

            var part = table.U16(at + 2);
            if (!numbers.TryGetValue(part, out var number) && order.Count < MaximumGlyphs)
            {
                number = order.Count;
                numbers.Add(part, number);
                order.Add(part);
            }

            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at + 2), (ushort)number);
            // Flags: 0x1 words, 0x8 scale, 0x40 two scales, 0x80 a matrix, 0x20 more parts.
            at += 4 + ((flags & 0x1) != 0 ? 4 : 2) + ((flags & 0x8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
        }
        while ((flags & 0x20) != 0);

        return bytes;
    }

    private static (byte[] Glyf, byte[] Loca) Join(List<byte[]> outlines)
    {
        var total = outlines.Sum(o => (o.Length + 3) & ~3);
        var glyf = new byte[total];
        var loca = new byte[4 * (outlines.Count + 1)];
        var at = 0;
        for (var i = 0; i < outlines.Count; i++)
        {
            outlines[i].CopyTo(glyf, at);
            at += (outlines[i].Length + 3) & ~3;
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * (i + 1)), at);
        }

        return (glyf, loca);
    }

    private static byte[] Head(TrueTypeFont font)
    {
        var head = font["head"].Data.ToArray();
        head.AsSpan(8, 4).Clear(); // checkSumAdjustment, set at the end
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return head;
    }

    private static byte[] HorizontalHeader(TrueTypeFont font, int count)
    {
        var table = font["hhea"].Data.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(34), (ushort)count);
        return table;
    }

    private static byte[] Profile(TrueTypeFont font, int count)
    {
        var table = font["maxp"].Data.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4), (ushort)count);
        return table;
    }

    private static byte[] Metrics(TrueTypeFont font, List<int> order)
    {
        var table = new byte[4 * order.Count];
        for (var i = 0; i < order.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4 * i), (ushort)font.AdvanceOf(order[i]));
            BinaryPrimitives.WriteInt16BigEndian(table.AsSpan((4 * i) + 2), (short)font.BearingOf(order[i]));
        }

        return table;
    }

    private static byte[] Assemble(List<(string Tag, byte[] Data)> tables)
    {
        var start = 12 + (16 * tables.Count);
        var file = new byte[start + tables.Sum(t => (t.Data.Length + 3) & ~3)];
        var power = (int)Math.Log2(tables.Count);
        var span = file.AsSpan();
        BinaryPrimitives.WriteUInt32BigEndian(span, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(span[4..], (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(span[6..], (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(span[8..], (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(span[10..], (ushort)((16 * tables.Count) - (16 << power)));
        var head = 0;
        for (var t = 0; t < tables.Count; t++)
        {
            var (tag, data) = tables[t];
            var record = span[(12 + (16 * t))..];
            data.CopyTo(span[start..]);
            head = tag == "head" ? start : head;
            System.Text.Encoding.Latin1.GetBytes(tag, record);
            BinaryPrimitives.WriteUInt32BigEndian(record[4..], Sum(span.Slice(start, (data.Length + 3) & ~3)));
            BinaryPrimitives.WriteInt32BigEndian(record[8..], start);
            BinaryPrimitives.WriteInt32BigEndian(record[12..], data.Length);
            start += (data.Length + 3) & ~3;
        }

        BinaryPrimitives.WriteUInt32BigEndian(span[(head + 8)..], 0xB1B0AFBA - Sum(span));
        return file;
    }

    private static uint Sum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var i = 0; i + 4 <= data.Length; i += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(data[i..]);
        }

        return sum;
    }
}
