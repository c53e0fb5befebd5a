using System.Buffers.Binary;

namespace WooPipeline.Formats.Outlook;

/// <summary>Reads properties and tables from a heap (MS-PST §2.3.3, §2.3.4).</summary>
internal static class PstProperties
{
    private const byte TableSignature = 0x7C;
    private const int MaxRows = 100_000;

    /// <summary>The property context of a node.</summary>
    public static MapiProperties Context(PstHeap heap, Dictionary<MapiName, ushort> names)
    {
        var properties = new MapiProperties { Names = names };
        foreach (var record in heap.Records(heap.Root, 2))
        {
            if (record.Length < 8)
            {
                break;
            }

            var type = BinaryPrimitives.ReadUInt16LittleEndian(record.Span[2..]);
            var length = MapiType.FixedLength(type);
            var data = length is > 0 and <= 4
                ? record.Slice(4, 4)
                : heap.Value(BinaryPrimitives.ReadUInt32LittleEndian(record.Span[4..]));
            properties.Add(BinaryPrimitives.ReadUInt16LittleEndian(record.Span), type, data);
        }

        return properties;
    }

    /// <summary>The rows of a table context.</summary>
    public static List<MapiProperties> Table(PstHeap heap, Dictionary<MapiName, ushort> names)
    {
        var rows = new List<MapiProperties>();
        var info = heap.Value(heap.Root);
        if (info.Length < 22 || info.Span[0] != TableSignature)
        {
            return rows;
        }

        var columns = info.Span[1];
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(info.Span[6..]);
        var rowSize = BinaryPrimitives.ReadUInt16LittleEndian(info.Span[8..]);
        var rowsId = BinaryPrimitives.ReadUInt32LittleEndian(info.Span[14..]);
        if (rowSize == 0 || rowsId == 0 || info.Length < 22 + (columns * 8))
        {
            return rows;
        }

        foreach (var block in heap.Blocks(rowsId))
        {
            for (var at = 0; at + rowSize <= block.Length && rows.Count < MaxRows; at += rowSize)
            {
                rows.Add(Row(heap, info.Span, columns, bits, block.Slice(at, rowSize), names));
            }
        }

        return rows;
    }

    private static MapiProperties Row(PstHeap heap, ReadOnlySpan<byte> info, int columns, int bits, ReadOnlyMemory<byte> row, Dictionary<MapiName, ushort> names)
    {
        var properties = new MapiProperties { Names = names };
        for (var c = 0; c < columns; c++)
        {
            var column = info.Slice(22 + (c * 8), 8);
            var type = BinaryPrimitives.ReadUInt16LittleEndian(column);
            var offset = BinaryPrimitives.ReadUInt16LittleEndian(column[4..]);
            var length = column[6];
            var bit = column[7];
            if (bits + (bit / 8) >= row.Length || (row.Span[bits + (bit / 8)] & (1 << (7 - (bit % 8)))) == 0 || offset + length > row.Length)
            {
                continue;
            }

            var cell = row.Slice(offset, length);
            var isInline = MapiType.FixedLength(type) is > 0 and <= 8;
            properties.Add(
                BinaryPrimitives.ReadUInt16LittleEndian(column[2..]),
                type,
                isInline ? cell : length >= 4 ? heap.Value(BinaryPrimitives.ReadUInt32LittleEndian(cell.Span)) : default);
        }

        return properties;
    }
}
