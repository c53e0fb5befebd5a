using System.Collections.Frozen;

namespace WooPipeline.Pdf.TrueType;

/// <summary>From code points to glyphs: the best Unicode subtable of <c>cmap</c>, format 4 or 12 (OpenType, cmap).</summary>
internal sealed class CharacterMap
{
    private const int DirectSize = 0x3000;
    private readonly ushort[] direct = new ushort[DirectSize];
    private readonly FrozenDictionary<int, ushort> rest;

    private CharacterMap(Dictionary<int, ushort> map)
    {
        foreach (var (code, glyph) in map)
        {
            if (code < DirectSize)
            {
                direct[code] = glyph;
            }
        }

        rest = map.Where(p => p.Key >= DirectSize).ToFrozenDictionary(p => p.Key, p => p.Value);
    }

    /// <summary>The glyph of a code point, 0 where the font has none.</summary>
    public int GlyphOf(int codePoint) =>
        (uint)codePoint < DirectSize ? direct[codePoint] : rest.GetValueOrDefault(codePoint);

    public static CharacterMap Read(FontTable cmap, int glyphCount)
    {
        var best = -1;
        var rank = 0;
        for (var i = 0; i < cmap.U16(2); i++)
        {
            var record = 4 + (8 * i);
            var offset = (int)Math.Min(cmap.U32(record + 4), int.MaxValue);
            var found = Rank(cmap.U16(record), cmap.U16(record + 2), cmap.U16(offset));
            if (found > rank)
            {
                (best, rank) = (offset, found);
            }
        }

        var map = new Dictionary<int, ushort>();
        if (best >= 0 && cmap.U16(best) == 12)
        {
            ReadGroups(cmap.From(best), map, glyphCount);
        }
        else if (best >= 0)
        {
            ReadSegments(cmap.From(best), map, glyphCount);
        }

        return new CharacterMap(map);
    }

    private static int Rank(int platform, int encoding, int format) => (platform, encoding, format) switch
    {
        (3, 10, 12) => 6,
        (0, _, 12) => 5,
        (3, 1, 4) => 4,
        (0, _, 4) => 3,
        (3, 0, 4) => 1,
        _ => 0,
    };

    private static void ReadGroups(FontTable table, Dictionary<int, ushort> map, int glyphCount)
    {
        var groups = Math.Min(table.U32(12), (uint)table.Length / 12);
        for (var g = 0; g < groups; g++)
        {
            var at = 16 + (12 * g);
            var first = table.U32(at);
            var last = Math.Min(table.U32(at + 4), 0x10FFFF);
            var glyph = table.U32(at + 8);
            for (var code = first; code <= last && glyph < glyphCount; code++, glyph++)
            {
                map.TryAdd((int)code, (ushort)glyph);
            }
        }
    }

    private static void ReadSegments(FontTable table, Dictionary<int, ushort> map, int glyphCount)
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
                var glyph = range == 0 ? (code + delta) & 0xFFFF : table.U16(rangeAt + range + (2 * (code - first)));
                glyph = range == 0 || glyph == 0 ? glyph : (glyph + delta) & 0xFFFF;
                if (glyph != 0 && glyph < glyphCount)
                {
                    map.TryAdd(code, (ushort)glyph);
                }
            }
        }
    }
}
