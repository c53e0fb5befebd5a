using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Tests.Outlook;

/// <summary>Writes small .pst files of each layout and encryption after MS-PST, to try the reader on what the corpus lacks.</summary>
internal sealed class PstBuilder(PstLayout layout, byte crypt)
{
    private readonly List<(ulong Id, byte[] Stored, int Length)> blocks = [];
    private readonly List<(uint Id, ulong Data, ulong Sub, uint Parent)> nodes = [];
    private ulong nextBlock = 4;

    public ulong Block(byte[] data, bool isInternal = false)
    {
        var id = nextBlock | (isInternal ? 2UL : 0);
        nextBlock += 4;
        var stored = isInternal ? data : Encrypt(data, id);
        blocks.Add((id, layout.IsLarge ? Deflate(stored) : stored, data.Length));
        return id;
    }

    public void Node(uint id, ulong data, ulong sub, uint parent) => nodes.Add((id, data, sub, parent));

    /// <summary>A value of many blocks: the list of them.</summary>
    public ulong Tree(byte[] data, int blockSize = 4000)
    {
        var ids = data.Chunk(blockSize).Select(c => Block(c)).ToList();
        return Block([1, 1, .. Two(ids.Count), .. Four((uint)data.Length), .. ids.SelectMany(Word)], isInternal: true);
    }

    public ulong Subnodes(params (uint Id, ulong Data, ulong Sub)[] below) =>
        Block([2, 0, .. Two(below.Length), .. layout.IsAnsi ? [] : new byte[4], .. below.SelectMany(b => (byte[])[.. Word(b.Id), .. Word(b.Data), .. Word(b.Sub)])], isInternal: true);

    /// <summary>A property context; a value of type 0 is the id of a node below.</summary>
    public static byte[] Context(params (ushort Tag, ushort Type, object Value)[] properties)
    {
        var allocations = new List<byte[]> { new byte[] { 0xB5, 2, 6, 0, 0x40, 0, 0, 0 }, Array.Empty<byte>() };
        var records = new List<byte>();
        foreach (var (tag, type, value) in properties.OrderBy(p => p.Tag))
        {
            records.AddRange([.. Two(tag), .. Two(type), .. value is uint number ? Four(number) : Four(Allocate(allocations, Bytes(value)))]);
        }

        allocations[1] = [.. records];
        return Heap(0xBC, 0x20, allocations);
    }

    /// <summary>A table of recipients.</summary>
    public static byte[] Recipients(params (int Kind, string Name, string Address)[] rows)
    {
        var allocations = new List<byte[]> { Array.Empty<byte>(), Array.Empty<byte>() };
        var matrix = rows.SelectMany((r, i) => (byte[])
        [
            .. Four((uint)i), .. Four((uint)r.Kind), .. Four(Allocate(allocations, Encoding.Unicode.GetBytes(r.Name))),
            .. Four(Allocate(allocations, Encoding.Unicode.GetBytes(r.Address))), 0xF0,
        ]).ToArray();
        var columns = new (ushort Tag, ushort Type)[] { (0x67F2, 3), (0x0C15, 3), (0x3001, 0x1F), (0x39FE, 0x1F) };
        allocations[0] =
        [
            0x7C, 4, .. Two(16), .. Two(16), .. Two(16), .. Two(17), .. Four(0), .. Four(0x40), .. Four(0),
            .. columns.SelectMany((c, i) => (byte[])[.. Two(c.Type), .. Two(c.Tag), .. Two(i * 4), 4, (byte)i]),
        ];
        allocations[1] = matrix;
        return Heap(0x7C, 0x20, allocations);
    }

    public byte[] Build()
    {
        var file = new MemoryStream();
        file.SetLength(4096);
        file.Position = 4096;
        var places = blocks.ConvertAll(b => (b.Id, Offset: Append(file, b.Stored), Stored: b.Stored.Length, b.Length));
        var blockTree = Pages(file, places.ConvertAll(p => (Key: p.Id, Entry: BlockEntry(p.Id, p.Offset, p.Stored, p.Length))));
        var nodeTree = Pages(file, nodes.OrderBy(n => n.Id).Select(n => (Key: (ulong)n.Id, Entry: NodeEntry(n))).ToList());
        var header = new byte[600];
        "!BDN"u8.CopyTo(header);
        "SM"u8.CopyTo(header.AsSpan(8));
        header[10] = (byte)(layout.IsAnsi ? 15 : layout.IsLarge ? 36 : 23);
        Word((ulong)nodeTree).CopyTo(header, layout.NodeTree);
        Word((ulong)blockTree).CopyTo(header, layout.BlockTree);
        header[layout.CryptMethod] = crypt;
        file.Position = 0;
        file.Write(header);
        return file.ToArray();
    }

    private byte[] BlockEntry(ulong id, long offset, int stored, int length) =>
    [
        .. Word(id), .. Word((ulong)offset), .. Two(stored),
        .. layout.IsLarge ? [.. Two(length), .. new byte[4]] : layout.IsAnsi ? new byte[2] : new byte[6],
    ];

    private byte[] NodeEntry((uint Id, ulong Data, ulong Sub, uint Parent) n) =>
        [.. Word(n.Id), .. Word(n.Data), .. Word(n.Sub), .. Four(n.Parent), .. layout.IsAnsi ? [] : new byte[4]];

    // Always two levels, so that the walk down is tried too.
    private long Pages(MemoryStream file, List<(ulong Key, byte[] Entry)> entries)
    {
        var leaves = entries.Chunk(3).Select(c => (c[0].Key, Offset: Append(file, Page([.. c.Select(e => e.Entry)], 0)))).ToList();
        return Append(file, Page([.. leaves.Select(l => (byte[])[.. Word(l.Key), .. Word(0), .. Word((ulong)l.Offset)])], 1));
    }

    private byte[] Page(List<byte[]> entries, byte level)
    {
        var page = new byte[layout.PageSize];
        entries.SelectMany(e => e).ToArray().CopyTo(page, 0);
        var size = (byte)entries[0].Length;
        byte[] counts = layout.IsLarge ? [.. Two(entries.Count), .. Two(entries.Count), size, level] : [(byte)entries.Count, (byte)entries.Count, size, level];
        counts.CopyTo(page, layout.EntriesEnd);
        return page;
    }

    private static long Append(MemoryStream file, byte[] bytes)
    {
        file.Position = (file.Length + 511) & ~511;
        var at = file.Position;
        file.Write(bytes);
        return at;
    }

    private byte[] Encrypt(byte[] data, ulong id)
    {
        var result = (byte[])data.Clone();
        if (crypt == PstCrypt.Compressible)
        {
            var inverse = Enumerable.Range(0, 256).Select(i => (byte)i).ToArray();
            PstCrypt.Decrypt(inverse, crypt, id);
            return [.. data.Select(b => (byte)Array.IndexOf(inverse, b))];
        }

        PstCrypt.Decrypt(result, crypt, id); // the cyclic way undoes itself
        return result;
    }

    private static byte[] Deflate(byte[] data)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(data);
        }

        return packed.ToArray();
    }

    private static byte[] Heap(byte client, uint root, List<byte[]> allocations)
    {
        var data = allocations.SelectMany(a => a).ToArray();
        var map = 12 + data.Length;
        var offsets = new List<int> { 12 };
        allocations.ForEach(a => offsets.Add(offsets[^1] + a.Length));
        return [.. Two(map), 0xEC, client, .. Four(root), .. new byte[4], .. data, .. Two(allocations.Count), .. Two(0), .. offsets.SelectMany(Two)];
    }

    private static uint Allocate(List<byte[]> allocations, byte[] value)
    {
        allocations.Add(value);
        return (uint)allocations.Count << 5;
    }

    private static byte[] Bytes(object value) => value as byte[] ?? Encoding.Unicode.GetBytes((string)value);

    private byte[] Word(ulong value) => layout.IsAnsi ? Four((uint)value) : BitConverter.GetBytes(value);

    private byte[] Word(uint value) => Word((ulong)value);

    private static byte[] Two(int value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)value);
        return bytes;
    }

    private static byte[] Four(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
