using System.Buffers.Binary;
using System.Text;

namespace WooPipeline.Formats.Outlook;

/// <summary>The map from names to tags in a .msg (MS-OXMSG §2.2.3).</summary>
internal static class NamedProperties
{
    private static readonly Guid MapiSet = new("00020328-0000-0000-C000-000000000046");
    private static readonly Guid PublicStrings = new("00020329-0000-0000-C000-000000000046");

    public static Dictionary<MapiName, ushort> Read(CompoundStorage? storage)
    {
        var sets = storage?.Stream("__substg1.0_00020102") ?? default;
        var entries = storage?.Stream("__substg1.0_00030102") ?? default;
        var strings = storage?.Stream("__substg1.0_00040102") ?? default;
        return Read(sets.Span, entries.Span, strings.Span);
    }

    /// <summary>Reads the three streams; they are the same in a .pst.</summary>
    public static Dictionary<MapiName, ushort> Read(ReadOnlySpan<byte> sets, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> strings)
    {
        var names = new Dictionary<MapiName, ushort>();
        for (var at = 0; at + 8 <= entries.Length; at += 8)
        {
            var id = BinaryPrimitives.ReadUInt32LittleEndian(entries[at..]);
            var kind = BinaryPrimitives.ReadUInt16LittleEndian(entries[(at + 4)..]);
            var tag = (ushort)(0x8000 + BinaryPrimitives.ReadUInt16LittleEndian(entries[(at + 6)..]));
            var set = Set(kind >> 1, sets);
            var name = (kind & 1) == 0 ? new MapiName(set, id) : new MapiName(set, 0, Text(strings, id));
            names.TryAdd(name, tag);
        }

        return names;
    }

    private static Guid Set(int index, ReadOnlySpan<byte> sets) => index switch
    {
        0 => Guid.Empty,
        1 => MapiSet,
        2 => PublicStrings,
        _ => (index - 3) * 16 is var at && at + 16 <= sets.Length ? new Guid(sets.Slice(at, 16)) : Guid.Empty,
    };

    private static string Text(ReadOnlySpan<byte> strings, uint offset)
    {
        if (offset + 4 > strings.Length)
        {
            return "";
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(strings[(int)offset..]);
        return length < 0 || offset + 4 + length > strings.Length ? "" : Encoding.Unicode.GetString(strings.Slice((int)offset + 4, length & ~1));
    }
}
