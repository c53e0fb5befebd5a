using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Fonts;

/// <summary>A subtable of <c>cmap</c> as a map from codes to glyphs: formats 0, 4, 6, 12.</summary>
internal static class CmapSubtable
{
    private const int MaxEntries = 1 << 20;

    public static Dictionary<int, int> Read(FontTable table)
    {
        var map = new Dictionary<int, int>();
        switch (table.U16(0))
        {
            case 0:
                for (var code = 0; code < 256; code++)
                {
                    Add(map, code, table.U8(6 + code));
                }

                break;
            case 4:
                Segments(table, map);
                break;
            case 6:
                for (var i = 0; i < table.U16(8); i++)
                {
                    Add(map, table.U16(6) + i, table.U16(10 + (2 * i)));
                }

                break;
            case 12:
                Groups(table, map);
                break;
            default:
                break;
        }

        return map;
    }

    private static void Add(Dictionary<int, int> map, int code, int glyph)
    {
        if (glyph != 0 && map.Count < MaxEntries)
        {
            map.TryAdd(code, glyph);
        }
    }

    private static void Segments(FontTable table, Dictionary<int, int> map)
    {
        var doubled = table.U16(6);
        for (var s = 0; s < doubled; s += 2)
        {
            var last = table.U16(14 + s);
            var first = table.U16(16 + doubled + s);
            var delta = table.U16(16 + (2 * doubled) + s);
            var rangeAt = 16 + (3 * doubled) + s;
            var range = table.U16(rangeAt);
            for (var code = first; code <= last && code != 0xFFFF; code++)
            {
                var glyph = range is 0 or 0xFFFF ? (code + delta) & 0xFFFF : table.U16(rangeAt + range + (2 * (code - first)));
                Add(map, code, range is 0 or 0xFFFF || glyph == 0 ? glyph : (glyph + delta) & 0xFFFF);
            }
        }
    }

    private static void Groups(FontTable table, Dictionary<int, int> map)
    {
        var groups = Math.Min(table.U32(12), (uint)table.Length / 12);
        for (var g = 0; g < groups; g++)
        {
            var at = 16 + (12 * g);
            var first = table.U32(at);
            var last = Math.Min(table.U32(at + 4), 0x10FFFF);
            for (var code = first; code <= last && map.Count < MaxEntries; code++)
            {
                Add(map, (int)code, (int)(table.U32(at + 8) + code - first));
            }
        }
    }
}
