using System.Buffers.Binary;
using System.IO.Compression;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Outlook;

/// <summary>The lowest layer of a .pst or .ost (MS-PST §2.2): trees of nodes and blocks, read where they are needed.</summary>
internal sealed class PstFile
{
    private const int MaxLevels = 12;
    private const int HeaderLength = 600;
    private readonly Stream stream;
    private readonly PstLayout layout;
    private readonly byte cryptMethod;
    private readonly ulong nodeTree;
    private readonly ulong blockTree;
    private readonly long maxBytes;

    private PstFile(Stream stream, byte[] header, PstLayout layout, ReadLimits limits)
    {
        this.stream = stream;
        this.layout = layout;
        maxBytes = limits.MaxFileBytes;
        cryptMethod = header[layout.CryptMethod];
        nodeTree = Word(header.AsSpan(layout.NodeTree));
        blockTree = Word(header.AsSpan(layout.BlockTree));
    }

    /// <summary>The clock of the message at hand; null between messages.</summary>
    public ReadBudget? Budget { get; set; }

    public PstLayout Layout => layout;

    /// <summary>True where the data is encrypted with a key that the file does not hold.</summary>
    public bool IsLocked => cryptMethod > PstCrypt.Cyclic;

    public static bool IsPst(ReadOnlySpan<byte> head) => head.StartsWith("!BDN"u8) && head.Length >= 12 && head[8] == 'S' && head[9] is (byte)'M' or (byte)'O';

    /// <exception cref="MailLimitException">No header that can be read.</exception>
    public static PstFile Open(Stream stream, ReadLimits limits)
    {
        var header = new byte[HeaderLength];
        stream.Position = 0;
        if (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !IsPst(header))
        {
            throw Damaged("de kop ontbreekt");
        }

        var version = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(10));
        var layout = version switch
        {
            14 or 15 => PstLayout.Ansi,
            >= 36 => PstLayout.Large,
            >= 20 => PstLayout.Unicode,
            _ => throw Damaged($"versie {version} is niet bekend"),
        };
        return new PstFile(stream, header, layout, limits);
    }

    public static MailLimitException Damaged(string what) => new("beschadigd", $"Het Outlook-gegevensbestand is beschadigd: {what}.");

    /// <summary>All nodes, by id. Pages that can't be read are reported and passed over.</summary>
    public IEnumerable<PstNode> Nodes(Action<string> report)
    {
        var open = new Stack<(ulong Offset, int Level)>([(nodeTree, 0)]);
        var seen = new HashSet<ulong>();
        while (open.TryPop(out var place))
        {
            if (!seen.Add(place.Offset) || place.Level > MaxLevels || Page(place.Offset) is not { } page)
            {
                report("knopenboom");
                continue;
            }

            var entries = Entries(page, out var size, out var level);
            var count = size == 0 ? 0 : entries.Length / size;
            if (level > 0)
            {
                for (var i = count - 1; i >= 0; i--)
                {
                    open.Push((Word(entries.Span[((i * size) + (2 * layout.Word))..]), place.Level + 1));
                }

                continue;
            }

            if (size < (3 * layout.Word) + 4)
            {
                report("knopenboom");
                continue;
            }

            for (var i = 0; i < count; i++)
            {
                yield return Node(entries.Span.Slice(i * size, size));
            }
        }
    }

    /// <summary>The blocks of a data tree, in order; empty for id 0.</summary>
    public List<byte[]> Data(ulong block)
    {
        var blocks = new List<byte[]>();
        long total = 0;
        Collect(block, 0, blocks, ref total);
        return blocks;
    }

    /// <summary>The nodes below a node, by id; empty for id 0.</summary>
    public Dictionary<uint, PstNode> Subnodes(ulong block)
    {
        var nodes = new Dictionary<uint, PstNode>();
        Subnodes(block, 0, nodes);
        return nodes;
    }

    private void Subnodes(ulong id, int depth, Dictionary<uint, PstNode> nodes)
    {
        if (id == 0 || depth > 3 || Block(id) is not { Length: >= 8 } block || block[0] != 2)
        {
            return;
        }

        var isLeaf = block[1] == 0;
        var size = (isLeaf ? 3 : 2) * layout.Word;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(block.AsSpan(2));
        var at = layout.IsAnsi ? 4 : 8;
        for (var i = 0; i < count && at + size <= block.Length; i++, at += size)
        {
            Budget?.Check();
            var entry = block.AsSpan(at, size);
            if (isLeaf)
            {
                var node = new PstNode((uint)Word(entry), Word(entry[layout.Word..]), Word(entry[(2 * layout.Word)..]), 0);
                nodes.TryAdd(node.Id, node);
            }
            else
            {
                Subnodes(Word(entry[layout.Word..]), depth + 1, nodes);
            }
        }
    }

    private void Collect(ulong id, int depth, List<byte[]> blocks, ref long total)
    {
        if (id == 0)
        {
            return;
        }

        Budget?.Check();
        var block = Block(id) ?? throw Damaged("een gegevensblok ontbreekt");
        var isInternal = (id & 2) != 0;
        if (!isInternal)
        {
            total += block.Length;
            if (total > maxBytes)
            {
                throw new MailLimitException("te-groot", $"Een onderdeel van het bericht is groter dan {maxBytes / 1024 / 1024} MB.");
            }

            blocks.Add(block);
            return;
        }

        if (block.Length < 8 || block[0] != 1 || depth > 3)
        {
            throw Damaged("een lijst van blokken klopt niet");
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(block.AsSpan(2));
        for (var i = 0; i < count && 8 + ((i + 1) * layout.Word) <= block.Length; i++)
        {
            Collect(Word(block.AsSpan(8 + (i * layout.Word))), depth + 1, blocks, ref total);
        }
    }

    private byte[]? Block(ulong id)
    {
        id &= ~1UL;
        if (FindBlock(id) is not { } place || place.Stored > 64 * 1024 || Read((long)place.Offset, place.Stored) is not { } data)
        {
            return null;
        }

        if (layout.IsLarge && place.Inflated != place.Stored && IsZlib(data))
        {
            data = Inflate(data, place.Inflated);
        }

        if ((id & 2) == 0)
        {
            PstCrypt.Decrypt(data, cryptMethod, id);
        }

        return data;
    }

    private static bool IsZlib(byte[] data) => data.Length > 2 && data[0] == 0x78 && ((data[0] << 8) + data[1]) % 31 == 0;

    private static byte[] Inflate(byte[] data, int length)
    {
        using var zlib = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        var inflated = new byte[length];
        var read = zlib.ReadAtLeast(inflated, length, throwOnEndOfStream: false);
        return inflated[..read];
    }

    private (ulong Offset, int Stored, int Inflated)? FindBlock(ulong id)
    {
        var offset = blockTree;
        for (var depth = 0; depth <= MaxLevels; depth++)
        {
            if (Page(offset) is not { } page)
            {
                return null;
            }

            var entries = Entries(page, out var size, out var level);
            var found = LastNotAbove(entries.Span, size, id);
            if (found < 0)
            {
                return null;
            }

            var entry = entries.Span.Slice(found * size, size);
            if (level > 0)
            {
                offset = Word(entry[(2 * layout.Word)..]);
                continue;
            }

            var stored = BinaryPrimitives.ReadUInt16LittleEndian(entry[(2 * layout.Word)..]);
            var inflated = layout.IsLarge ? BinaryPrimitives.ReadUInt16LittleEndian(entry[((2 * layout.Word) + 2)..]) : stored;
            return (Word(entry) & ~1UL) == id ? (Word(entry[layout.Word..]), stored, inflated) : null;
        }

        return null;
    }

    private int LastNotAbove(ReadOnlySpan<byte> entries, int size, ulong id)
    {
        var (low, high) = (0, (size == 0 ? 0 : entries.Length / size) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if ((Word(entries[(middle * size)..]) & ~1UL) <= id)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return high;
    }

    private ReadOnlyMemory<byte> Entries(byte[] page, out int size, out int level)
    {
        var counts = page.AsSpan(layout.EntriesEnd);
        var count = layout.IsLarge ? BinaryPrimitives.ReadUInt16LittleEndian(counts) : counts[0];
        size = layout.IsLarge ? counts[4] : counts[2];
        level = layout.IsLarge ? counts[5] : counts[3];
        var least = level > 0 ? 3 * layout.Word : (2 * layout.Word) + 4;
        size = size < least ? 0 : size;
        return page.AsMemory(0, Math.Min(count * size, layout.EntriesEnd / Math.Max(1, size) * size));
    }

    private PstNode Node(ReadOnlySpan<byte> entry) => new(
        (uint)Word(entry),
        Word(entry[layout.Word..]),
        Word(entry[(2 * layout.Word)..]),
        BinaryPrimitives.ReadUInt32LittleEndian(entry[(3 * layout.Word)..]));

    private byte[]? Page(ulong offset) => Read((long)offset, layout.PageSize);

    private byte[]? Read(long offset, int length)
    {
        if (offset <= 0 || offset + length > stream.Length)
        {
            return null;
        }

        var bytes = new byte[length];
        stream.Position = offset;
        stream.ReadExactly(bytes);
        return bytes;
    }

    private ulong Word(ReadOnlySpan<byte> bytes) =>
        layout.IsAnsi ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt64LittleEndian(bytes);
}

/// <summary>A node: what a folder, a message or an attachment is kept in.</summary>
/// <param name="Id">Its id; the low five bits tell its kind.</param>
/// <param name="Data">Id of its data block.</param>
/// <param name="Sub">Id of the block that lists the nodes below it; 0 where there are none.</param>
/// <param name="Parent">Id of the folder it is in.</param>
internal readonly record struct PstNode(uint Id, ulong Data, ulong Sub, uint Parent)
{
    public const uint Folder = 0x02;
    public const uint Message = 0x04;
    public const uint Attachment = 0x05;

    public uint Kind => Id & 0x1F;
}
