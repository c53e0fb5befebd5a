using System.Buffers.Binary;
using System.Text;

namespace WooPipeline.Formats.Tests.Legacy;

/// <summary>Writes a compound file of version 3 with streams in its root (MS-CFB), all of them in whole sectors.</summary>
internal static class CompoundBuilder
{
    private const int Sector = 512;

    public static byte[] Of(params (string Name, byte[] Content)[] streams)
    {
        var directory = (((streams.Length + 1) * 128) + Sector - 1) / Sector;
        var lengths = streams.Select(s => Math.Max(1, (s.Content.Length + Sector - 1) / Sector)).ToList();
        var data = directory + lengths.Sum();
        var tables = 1;
        while (tables * 128 < data + tables)
        {
            tables++;
        }

        var file = new byte[Sector * (1 + tables + data)];
        Header(file, tables);
        var chain = new List<uint>(Enumerable.Repeat(0xFFFFFFFDu, tables));
        var next = tables;
        var starts = new List<int>();
        foreach (var length in lengths.Prepend(directory))
        {
            starts.Add(next);
            for (var i = 0; i < length; i++, next++)
            {
                chain.Add(i == length - 1 ? 0xFFFFFFFE : (uint)next + 1);
            }
        }

        for (var i = 0; i < tables * 128; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(Sector + (i * 4)), i < chain.Count ? chain[i] : 0xFFFFFFFF);
        }

        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(48), starts[0]);
        var entries = Sector * (1 + starts[0]);
        Entry(file.AsSpan(entries), "Root Entry", 5, 0xFFFFFFFF, streams.Length > 0 ? 1u : 0xFFFFFFFF, 0xFFFFFFFE, 0);
        for (var i = 0; i < streams.Length; i++)
        {
            var right = i + 1 < streams.Length ? (uint)i + 2 : 0xFFFFFFFF;
            Entry(file.AsSpan(entries + (128 * (i + 1))), streams[i].Name, 2, right, 0xFFFFFFFF, (uint)starts[i + 1], streams[i].Content.Length);
            streams[i].Content.CopyTo(file.AsSpan(Sector * (1 + starts[i + 1])));
        }

        return file;
    }

    private static void Header(byte[] file, int tables)
    {
        ReadOnlySpan<byte> signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        signature.CopyTo(file);
        file.AsSpan(76, 436).Fill(0xFF);
        (int At, uint Value)[] values =
        [
            (24, 0x0003003E), (28, 0x0009FFFE), (32, 6), (44, (uint)tables), (56, 0), (60, 0xFFFFFFFE), (64, 0), (68, 0xFFFFFFFE), (72, 0),
            .. Enumerable.Range(0, tables).Select(i => (76 + (i * 4), (uint)i)),
        ];
        foreach (var (at, value) in values)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
        }
    }

    private static void Entry(Span<byte> entry, string name, byte kind, uint right, uint child, uint start, int size)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(entry);
        BinaryPrimitives.WriteInt16LittleEndian(entry[64..], (short)((name.Length + 1) * 2));
        entry[66] = kind;
        entry[67] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(entry[68..], 0xFFFFFFFF);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[72..], right);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[76..], child);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[116..], start);
        BinaryPrimitives.WriteInt32LittleEndian(entry[120..], size);
    }
}
