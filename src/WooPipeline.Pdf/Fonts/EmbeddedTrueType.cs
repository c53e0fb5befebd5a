using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Fonts;

/// <summary>
/// An embedded TrueType font, which may lack most tables: outlines' boxes, every cmap, names of <c>post</c>. What a cut or
/// broken table does not tell is unknown, never an error.
/// </summary>
internal sealed class EmbeddedTrueType : IFontProgram
{
    private readonly Dictionary<string, FontTable> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Platform, int Encoding), Dictionary<int, int>> maps = [];
    private readonly Lazy<Dictionary<int, int>> unicodeOfGlyph;
    private readonly Lazy<string?[]> postNames;
    private readonly int unitsPerEm;
    private readonly bool longOffsets;

    public EmbeddedTrueType(ReadOnlyMemory<byte> data)
    {
        var file = new FontTable(data);
        var start = file.U32(0) == 0x74746366 ? (int)Math.Min(file.U32(12), int.MaxValue) : 0;
        for (var t = 0; t < file.U16(start + 4); t++)
        {
            var record = start + 12 + (16 * t);
            var tag = System.Text.Encoding.Latin1.GetString(file.Slice(record, 4).Span);
            var offset = file.U32(record + 8);
            tables.TryAdd(tag, new FontTable(file.Slice(offset, Math.Min(file.U32(record + 12), Math.Max(0, (long)data.Length - offset)))));
        }

        unitsPerEm = Math.Max(1, this["head"].U16(18));
        longOffsets = this["head"].U16(50) != 0;
        GlyphCount = this["maxp"].U16(4);
        ReadMaps();
        unicodeOfGlyph = new(ReverseUnicode);
        postNames = new(ReadPost);
    }

    public int GlyphCount { get; }

    /// <summary>True where outlines are in a <c>CFF</c> table.</summary>
    public ReadOnlyMemory<byte> Cff => this["CFF "].Data;

    public FontTable this[string tag] => tables.GetValueOrDefault(tag);

    /// <summary>Platform and encoding of its cmaps.</summary>
    public IEnumerable<(int Platform, int Encoding)> Maps => maps.Keys;

    /// <summary>A glyph's outline as it stands in <c>glyf</c>; empty for a blank.</summary>
    public ReadOnlyMemory<byte> Outline(int glyph)
    {
        var loca = this["loca"];
        var (from, to) = longOffsets
            ? (loca.U32(4 * glyph), loca.U32((4 * glyph) + 4))
            : ((uint)(2 * loca.U16(2 * glyph)), (uint)(2 * loca.U16((2 * glyph) + 2)));
        if ((uint)glyph >= (uint)GlyphCount || to == from)
        {
            return default;
        }

        // Offsets that go back (some writers of subsets leave them so) mean as far as the table goes.
        long end = to < from ? this["glyf"].Length : Math.Min(to, this["glyf"].Length);
        return this["glyf"].Slice(from, end - from);
    }

    /// <summary>The glyph of a code in a cmap; -1 where there is no such cmap, 0 where no such glyph.</summary>
    public int GlyphOf(int platform, int encoding, int code) =>
        maps.TryGetValue((platform, encoding), out var map) ? map.GetValueOrDefault(code) : -1;

    /// <summary>The glyph of a character by any Unicode cmap; 0 where there is none.</summary>
    public int GlyphOfUnicode(int code)
    {
        foreach (var (key, map) in maps)
        {
            if (key is (3, 1) or (3, 10) or (0, _) && map.TryGetValue(code, out var glyph))
            {
                return glyph;
            }
        }

        return 0;
    }

    /// <summary>The character of a glyph by a Unicode cmap or its name; empty where neither tells.</summary>
    public string TextOfGlyph(int glyph)
    {
        if (unicodeOfGlyph.Value.TryGetValue(glyph, out var code))
        {
            return new System.Text.Rune(code).ToString();
        }

        return NameOf(glyph) is { } name ? GlyphNames.TextOf(name) : "";
    }

    public string? NameOf(int glyph) => (uint)glyph < (uint)postNames.Value.Length ? postNames.Value[glyph] : null;

    public int GlyphOfName(string name) => Array.IndexOf(postNames.Value, name);

    public Box? InkOf(int glyph)
    {
        var loca = this["loca"];
        if ((uint)glyph >= (uint)GlyphCount || loca.Length == 0)
        {
            return null;
        }

        var head = new FontTable(Outline(glyph));
        if (head.Length == 0)
        {
            return new Box(0, 0, 0, 0);
        }

        double em = unitsPerEm;
        return new Box(head.I16(2) / em, head.I16(4) / em, head.I16(6) / em, head.I16(8) / em);
    }

    private void ReadMaps()
    {
        var cmap = this["cmap"];
        for (var i = 0; i < cmap.U16(2); i++)
        {
            var record = 4 + (8 * i);
            var table = cmap.From((int)Math.Min(cmap.U32(record + 4), int.MaxValue));
            maps.TryAdd((cmap.U16(record), cmap.U16(record + 2)), CmapSubtable.Read(table));
        }
    }

    private Dictionary<int, int> ReverseUnicode()
    {
        var reverse = new Dictionary<int, int>();
        foreach (var (key, map) in maps.OrderBy(m => m.Key.Platform != 3))
        {
            if (key is not ((3, 1) or (3, 10) or (0, _)))
            {
                continue;
            }

            foreach (var (code, glyph) in map.OrderBy(p => p.Key))
            {
                if (System.Text.Rune.IsValid(code) && code is < 0xE000 or > 0xF8FF)
                {
                    reverse.TryAdd(glyph, code);
                }
            }
        }

        return reverse;
    }

    private string?[] ReadPost()
    {
        var post = this["post"];
        if (post.U32(0) == 0x00010000)
        {
            return [.. MacGlyphNames.All];
        }

        if (post.U32(0) != 0x00020000)
        {
            return [];
        }

        var count = Math.Min(post.U16(32), (post.Length - 34) / 2);
        var extra = new List<string>();
        for (var at = 34 + (2 * count); at < post.Length;)
        {
            var length = post.U8(at);
            extra.Add(System.Text.Encoding.Latin1.GetString(post.Slice(at + 1, Math.Min(length, post.Length - at - 1)).Span));
            at += 1 + length;
        }

        var names = new string?[Math.Max(0, count)];
        for (var g = 0; g < names.Length; g++)
        {
            var index = post.U16(34 + (2 * g));
            names[g] = index < 258 ? MacGlyphNames.All[index] : index - 258 < extra.Count ? extra[index - 258] : null;
        }

        return names;
    }
}
