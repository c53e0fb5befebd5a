using System.Buffers.Binary;
using WooPipeline.Pdf.Fonts;
using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Redaction;

/// <summary>
/// Cuts an embedded TrueType font down to some glyphs without renumbering them: the outlines and widths of the others are
/// gone, and so are names, layout features and all tables that a PDF doesn't need.
/// </summary>
internal static class TrueTypePruner
{
    private static readonly string[] KeptTables = ["cvt ", "fpgm", "prep", "head", "hhea"];

    /// <param name="font">The font.</param>
    /// <param name="glyphs">Glyphs to keep.</param>
    /// <param name="maps">Subtables of the new cmap: platform, encoding, glyphs by code.</param>
    /// <returns>The font, or null where it lacks what is needed to cut it.</returns>
    public static byte[]? Build(EmbeddedTrueType font, IEnumerable<int> glyphs, IReadOnlyList<(int Platform, int Encoding, SortedDictionary<int, int> Map)> maps)
    {
        if (font.GlyphCount == 0 || font["loca"].Length == 0 || font["head"].Length < 54 || font["hhea"].Length < 36)
        {
            return null;
        }

        var kept = WithParts(font, glyphs);
        var count = Math.Min(font.GlyphCount, kept.Max + 1);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var tag in KeptTables)
        {
            if (font[tag].Length > 0)
            {
                tables[tag] = font[tag].Data.ToArray();
            }
        }

        BinaryPrimitives.WriteInt16BigEndian(tables["head"].AsSpan(50), 1);
        tables["head"].AsSpan(8, 4).Clear();
        tables["maxp"] = font["maxp"].Data.ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(tables["maxp"].AsSpan(4), (ushort)count);
        BinaryPrimitives.WriteUInt16BigEndian(tables["hhea"].AsSpan(34), (ushort)count);
        (tables["glyf"], tables["loca"]) = Outlines(font, kept, count);
        tables["hmtx"] = Metrics(font, kept, count);
        tables["post"] = [0, 3, 0, 0, .. new byte[28]];
        if (maps.Count > 0)
        {
            tables["cmap"] = CmapWriter.Write(maps);
        }

        return SfntWriter.Write(tables);
    }

    private static SortedSet<int> WithParts(EmbeddedTrueType font, IEnumerable<int> glyphs)
    {
        var kept = new SortedSet<int> { 0 };
        var pending = new Stack<int>(glyphs.Where(g => g >= 0 && g < font.GlyphCount));
        while (pending.TryPop(out var glyph))
        {
            if (!kept.Add(glyph) && glyph != 0)
            {
                continue;
            }

            var outline = new FontTable(font.Outline(glyph));
            if (outline.Length < 10 || outline.I16(0) >= 0)
            {
                continue;
            }

            for (var at = 10; at + 4 <= outline.Length;)
            {
                var flags = outline.U16(at);
                if (outline.U16(at + 2) is var part && part < font.GlyphCount && !kept.Contains(part))
                {
                    pending.Push(part);
                }

                at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
                if ((flags & 0x20) == 0)
                {
                    break;
                }
            }
        }

        return kept;
    }

    private static (byte[] Glyf, byte[] Loca) Outlines(EmbeddedTrueType font, SortedSet<int> kept, int count)
    {
        using var glyf = new MemoryStream();
        var loca = new byte[4 * (count + 1)];
        for (var glyph = 0; glyph < count; glyph++)
        {
            if (kept.Contains(glyph))
            {
                glyf.Write(font.Outline(glyph).Span);
                while (glyf.Length % 4 != 0)
                {
                    glyf.WriteByte(0);
                }
            }

            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * (glyph + 1)), (int)glyf.Length);
        }

        return (glyf.ToArray(), loca);
    }

    private static byte[] Metrics(EmbeddedTrueType font, SortedSet<int> kept, int count)
    {
        var full = Math.Max(1, font["hhea"].U16(34));
        var source = font["hmtx"];
        var table = new byte[4 * count];
        foreach (var glyph in kept.Where(g => g < count))
        {
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4 * glyph), (ushort)source.U16(4 * Math.Min(glyph, full - 1)));
            BinaryPrimitives.WriteInt16BigEndian(table.AsSpan((4 * glyph) + 2), (short)(glyph < full ? source.I16((4 * glyph) + 2) : source.I16((4 * full) + (2 * (glyph - full)))));
        }

        return table;
    }
}
