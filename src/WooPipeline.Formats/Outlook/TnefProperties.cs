using System.Buffers.Binary;
using System.Text;

namespace WooPipeline.Formats.Outlook;

/// <summary>The property lists within TNEF (MS-OXTNEF §2.1.3.4): counts, tags, names, values padded to four bytes.</summary>
internal sealed class TnefProperties(ReadOnlyMemory<byte> data)
{
    private const int MaxValues = 100_000;
    private int at;

    /// <summary>Reads one list; stops where the bytes end.</summary>
    public void Read(MapiProperties target)
    {
        var count = Number();
        for (uint i = 0; i < count && at + 4 <= data.Length; i++)
        {
            if (!ReadOne(target))
            {
                at = data.Length;
            }
        }
    }

    /// <summary>Reads a table: a list per row.</summary>
    public List<MapiProperties> Rows(Encoding encoding, int most)
    {
        var rows = new List<MapiProperties>();
        for (var count = Number(); count > 0 && at + 4 <= data.Length && rows.Count < most; count--)
        {
            var row = new MapiProperties { Encoding = encoding };
            Read(row);
            rows.Add(row);
        }

        return rows;
    }

    private bool ReadOne(MapiProperties target)
    {
        var tagged = Number();
        var type = (ushort)tagged;
        var tag = (ushort)(tagged >> 16);
        if (tag >= 0x8000 && !Name(target, tag))
        {
            return false;
        }

        var single = (ushort)(type & ~MapiType.Multiple);
        var fixedLength = MapiType.FixedLength(single);
        var counted = fixedLength == 0 || (type & MapiType.Multiple) != 0;
        var values = counted ? Number() : 1;
        if (values > MaxValues)
        {
            return false;
        }

        for (uint v = 0; v < values; v++)
        {
            var length = fixedLength > 0 ? (uint)fixedLength : Number();
            if (length > data.Length - at)
            {
                return false;
            }

            target.Add(tag, type, data.Slice(at, (int)length));
            at = Math.Min(data.Length, at + (((int)length + 3) & ~3));
        }

        return true;
    }

    private bool Name(MapiProperties target, ushort tag)
    {
        if (at + 24 > data.Length)
        {
            return false;
        }

        var set = new Guid(data.Span.Slice(at, 16));
        at += 16;
        if (Number() == 0)
        {
            target.Names.TryAdd(new MapiName(set, Number()), tag);
            return true;
        }

        var length = Number();
        if (length > data.Length - at)
        {
            return false;
        }

        target.Names.TryAdd(new MapiName(set, 0, Encoding.Unicode.GetString(data.Span.Slice(at, (int)length & ~1)).TrimEnd('\0')), tag);
        at = Math.Min(data.Length, at + (((int)length + 3) & ~3));
        return true;
    }

    private uint Number()
    {
        if (at + 4 > data.Length)
        {
            at = data.Length;
            return 0;
        }

        at += 4;
        return BinaryPrimitives.ReadUInt32LittleEndian(data.Span[(at - 4)..]);
    }
}
