using System.Collections.Frozen;
using System.Text;

namespace WooPipeline.Pdf.TrueType;

/// <summary>
/// A TrueType font with <c>glyf</c> outlines, as far as text needs it. Immutable; parsed once and shared by all documents.
/// Source: OpenType 1.9 and Apple's TrueType reference.
/// </summary>
internal sealed class TrueTypeFont
{
    private readonly FrozenDictionary<string, FontTable> tables;
    private readonly CharacterMap map;
    private readonly ushort[] advances;
    private readonly bool longOffsets;

    private TrueTypeFont(FrozenDictionary<string, FontTable> tables)
    {
        this.tables = tables;
        var head = this["head"];
        var horizontal = this["hhea"];
        var os2 = this["OS/2"];
        var post = this["post"];
        UnitsPerEm = head.U16(18);
        longOffsets = head.I16(50) != 0;
        Bounds = (head.I16(36), head.I16(38), head.I16(40), head.I16(42));
        GlyphCount = this["maxp"].U16(4);
        Ascent = horizontal.I16(4);
        Descent = horizontal.I16(6);
        CapHeight = os2.U16(0) >= 2 && os2.I16(88) > 0 ? os2.I16(88) : (int)(0.7 * UnitsPerEm);
        var selection = os2.U16(62);
        var mac = head.U16(44);
        Weight = os2.Length > 0 ? os2.U16(4) : (mac & 1) != 0 ? 700 : 400;
        IsItalic = (selection & 1) != 0 || (mac & 2) != 0;
        ItalicAngle = (int)post.U32(4) / 65536.0;
        MayEmbed = (os2.U16(8) & 0x000F) != 2 && (os2.U16(8) & 0x0200) == 0;
        advances = ReadAdvances(horizontal.U16(34));
        map = CharacterMap.Read(this["cmap"], GlyphCount);
        FamilyName = FontNames.Find(this["name"], FontNames.TypographicFamily) ?? FontNames.Find(this["name"], FontNames.Family) ?? "";
        PostScriptName = FontNames.Find(this["name"], FontNames.PostScript) ?? FamilyName;
    }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    public int Weight { get; }

    public bool IsItalic { get; }

    public double ItalicAngle { get; }

    /// <summary>False where the font's licence bits forbid embedding or allow bitmaps only (OS/2 fsType).</summary>
    public bool MayEmbed { get; }

    public (int Left, int Bottom, int Right, int Top) Bounds { get; }

    public string FamilyName { get; }

    public string PostScriptName { get; }

    /// <summary>A table of the font; empty where it has none.</summary>
    public FontTable this[string tag] => tables.GetValueOrDefault(tag);

    /// <summary>Reads a font; null where it isn't TrueType with outlines that can be used (CFF, bitmap only, damaged).</summary>
    /// <param name="data">The file; not copied.</param>
    /// <param name="index">Which font of a collection (<c>ttc</c>).</param>
    public static TrueTypeFont? TryRead(ReadOnlyMemory<byte> data, int index = 0)
    {
        var file = new FontTable(data);
        var start = 0;
        if (file.U32(0) == 0x74746366)
        {
            if (index < 0 || index >= file.U32(8))
            {
                return null;
            }

            start = (int)Math.Min(file.U32(12 + (4 * index)), int.MaxValue);
        }

        if (file.U32(start) is not (0x00010000 or 0x74727565))
        {
            return null;
        }

        var tables = new Dictionary<string, FontTable>(StringComparer.Ordinal);
        for (var t = 0; t < file.U16(start + 4); t++)
        {
            var record = start + 12 + (16 * t);
            var tag = Encoding.Latin1.GetString(file.Slice(record, 4).Span);
            tables.TryAdd(tag, new FontTable(file.Slice(file.U32(record + 8), file.U32(record + 12))));
        }

        string[] needed = ["head", "hhea", "maxp", "hmtx", "cmap", "loca", "glyf"];
        if (needed.Any(n => !tables.TryGetValue(n, out var table) || table.Length == 0))
        {
            return null;
        }

        var font = new TrueTypeFont(tables.ToFrozenDictionary(StringComparer.Ordinal));
        return font is { UnitsPerEm: >= 16, GlyphCount: > 0 } ? font : null;
    }

    /// <summary>The glyph of a code point, 0 where the font has none.</summary>
    public int GlyphOf(int codePoint) => map.GlyphOf(codePoint);

    /// <summary>Advance of a glyph in font units.</summary>
    public int AdvanceOf(int glyph) => (uint)glyph < (uint)advances.Length ? advances[glyph] : 0;

    /// <summary>Left side bearing of a glyph in font units.</summary>
    public int BearingOf(int glyph)
    {
        var full = this["hhea"].U16(34);
        return glyph < full ? this["hmtx"].I16((4 * glyph) + 2) : this["hmtx"].I16((4 * full) + (2 * (glyph - full)));
    }

    /// <summary>A glyph's outline as it stands in <c>glyf</c>; empty for a blank.</summary>
    public ReadOnlyMemory<byte> Outline(int glyph)
    {
        if ((uint)glyph >= (uint)GlyphCount)
        {
            return default;
        }

        var loca = this["loca"];
        var (from, to) = longOffsets
            ? (loca.U32(4 * glyph), loca.U32((4 * glyph) + 4))
            : ((uint)(2 * loca.U16(2 * glyph)), (uint)(2 * loca.U16((2 * glyph) + 2)));
        return this["glyf"].Slice(from, (long)to - from);
    }

    private ushort[] ReadAdvances(int full)
    {
        var table = this["hmtx"];
        var result = new ushort[GlyphCount];
        for (var g = 0; g < GlyphCount; g++)
        {
            result[g] = (ushort)table.U16(4 * Math.Min(g, Math.Max(0, full - 1)));
        }

        return result;
    }
}
