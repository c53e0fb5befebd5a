using System.Buffers.Binary;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Puts the tables of a TrueType font together with their directory and checksums.</summary>
internal static class SfntWriter
{
    public static byte[] Write(SortedDictionary<string, byte[]> tables)
    {
        var start = 12 + (16 * tables.Count);
        var file = new byte[start + tables.Values.Sum(t => (t.Length + 3) & ~3)];
        var span = file.AsSpan();
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(span, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(span[4..], (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(span[6..], (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(span[8..], (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(span[10..], (ushort)((16 * tables.Count) - (16 << power)));
        var record = 12;
        var head = 0;
        foreach (var (tag, data) in tables)
        {
            data.CopyTo(span[start..]);
            head = tag == "head" ? start : head;
            System.Text.Encoding.Latin1.GetBytes(tag, span[record..]);
            BinaryPrimitives.WriteUInt32BigEndian(span[(record + 4)..], Sum(span.Slice(start, (data.Length + 3) & ~3)));
            BinaryPrimitives.WriteInt32BigEndian(span[(record + 8)..], start);
            BinaryPrimitives.WriteInt32BigEndian(span[(record + 12)..], data.Length);
            start += (data.Length + 3) & ~3;
            record += 16;
        }

        BinaryPrimitives.WriteUInt32BigEndian(span[(head + 8)..], unchecked(0xB1B0AFBA - Sum(span)));
        return file;
    }

    private static uint Sum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var i = 0; i + 4 <= data.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(data[i..]));
        }

        return sum;
    }
}
