using System.Buffers.Binary;

namespace WooPipeline.Formats.Outlook;

/// <summary>The heap in a node's data, with the trees and values kept on it (MS-PST §2.3).</summary>
internal sealed class PstHeap
{
    private const int MaxLevels = 8;
    private readonly PstFile file;
    private readonly List<byte[]> blocks;
    private readonly bool isLarge;

    public PstHeap(PstFile file, PstNode node)
    {
        this.file = file;
        isLarge = file.Layout.IsLarge;
        blocks = file.Data(node.Data);
        Below = file.Subnodes(node.Sub);
        if (blocks.Count == 0 || blocks[0].Length < 12 || blocks[0][2] != 0xEC)
        {
            throw PstFile.Damaged("een knoop heeft geen gegevens");
        }

        Root = BinaryPrimitives.ReadUInt32LittleEndian(blocks[0].AsSpan(4));
    }

    /// <summary>Id of what the heap was made for.</summary>
    public uint Root { get; }

    /// <summary>The nodes below this one.</summary>
    public Dictionary<uint, PstNode> Below { get; }

    /// <summary>A piece of the heap, or the data of a node below, by id; empty where it is not there.</summary>
    public ReadOnlyMemory<byte> Value(uint id) => (id & 0x1F) != 0
        ? Below.TryGetValue(id, out var node) ? Concat(file.Data(node.Data)) : default
        : Allocation(id);

    /// <summary>The blocks of a value that is cut in rows, which never cross a block.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Blocks(uint id) => (id & 0x1F) != 0
        ? Below.TryGetValue(id, out var node) ? file.Data(node.Data).Select(b => new ReadOnlyMemory<byte>(b)) : []
        : [Allocation(id)];

    /// <summary>The records of a tree on the heap, key and value together.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Records(uint tree, int keyLength)
    {
        var header = Allocation(tree);
        if (header.Length < 8 || header.Span[0] != 0xB5 || header.Span[1] != keyLength)
        {
            yield break;
        }

        var size = header.Span[1] + header.Span[2];
        var open = new Stack<(uint Id, int Level)>([(BinaryPrimitives.ReadUInt32LittleEndian(header.Span[4..]), header.Span[3])]);
        var seen = new HashSet<uint>();
        while (open.TryPop(out var place))
        {
            if (place.Id == 0 || place.Level > MaxLevels || !seen.Add(place.Id))
            {
                continue;
            }

            var data = Allocation(place.Id);
            var step = place.Level > 0 ? keyLength + 4 : size;
            if (place.Level > 0)
            {
                for (var at = ((data.Length / step) - 1) * step; at >= 0; at -= step)
                {
                    open.Push((BinaryPrimitives.ReadUInt32LittleEndian(data.Span[(at + keyLength)..]), place.Level - 1));
                }

                continue;
            }

            for (var at = 0; at + step <= data.Length; at += step)
            {
                yield return data.Slice(at, step);
            }
        }
    }

    private ReadOnlyMemory<byte> Allocation(uint id)
    {
        var index = isLarge ? (int)((id >> 5) & 0x3FFF) : (int)((id >> 5) & 0x7FF);
        var blockIndex = isLarge ? (int)(id >> 19) : (int)(id >> 16);
        if (id == 0 || index == 0 || blockIndex >= blocks.Count)
        {
            return default;
        }

        var block = blocks[blockIndex];
        var map = block.Length < 2 ? block.Length : BinaryPrimitives.ReadUInt16LittleEndian(block);
        var at = map + 4 + ((index - 1) * 2);
        if (at + 4 > block.Length || index > BinaryPrimitives.ReadUInt16LittleEndian(block.AsSpan(map)))
        {
            return default;
        }

        var start = BinaryPrimitives.ReadUInt16LittleEndian(block.AsSpan(at));
        var end = BinaryPrimitives.ReadUInt16LittleEndian(block.AsSpan(at + 2));
        return start <= end && end <= block.Length ? block.AsMemory(start, end - start) : default;
    }

    private static ReadOnlyMemory<byte> Concat(List<byte[]> data)
    {
        if (data.Count == 1)
        {
            return data[0];
        }

        var all = new byte[data.Sum(d => d.Length)];
        var at = 0;
        foreach (var block in data)
        {
            block.CopyTo(all, at);
            at += block.Length;
        }

        return all;
    }
}
