using System.Text;
using WooPipeline.Pdf.Fonts;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Lays out the parts of a CFF font and writes the dictionaries that point at them.</summary>
internal sealed class CffBody(CffFont font, byte[] charset, byte[] charStrings, List<(byte[] Dict, byte[] Subrs)> privates, int count)
{
    /// <summary>Operators of the top dictionary that hold no text and no place: matrix, box, kind of outlines and of CIDs.</summary>
    private static readonly int[] KeptTop = [5, 0x0C05, 0x0C06, 0x0C07, 0x0C08, 0x0C22];

    public byte[] Assemble(byte[] names, byte[] global, List<string> strings)
    {
        if (font.IsCid)
        {
            strings.InsertRange(0, ["Adobe", "Identity"]);
        }

        var stringIndex = CffPruner.Index(strings.Select(Encoding.Latin1.GetBytes));
        byte[] header = [1, 0, 4, 4];
        // The top dictionary has the same length whatever its offsets, so that it can be written twice.
        var draft = CffPruner.Index([Top(new Places())]);
        var start = header.Length + names.Length + draft.Length + stringIndex.Length + global.Length;
        using var body = new MemoryStream();
        var places = Lay(body, start);
        return [.. header, .. names, .. CffPruner.Index([Top(places)]), .. stringIndex, .. global, .. body.ToArray()];
    }

    private Places Lay(MemoryStream body, int start)
    {
        var places = new Places { Charset = start };
        body.Write(charset);
        places.CharStrings = start + (int)body.Length;
        body.Write(charStrings);
        foreach (var (dict, subrs) in privates)
        {
            places.Privates.Add((dict.Length, start + (int)body.Length));
            body.Write(dict);
            body.Write(subrs);
        }

        if (font.IsCid)
        {
            places.Select = start + (int)body.Length;
            body.WriteByte(0);
            body.Write(font.FontOfGlyph.AsSpan(0, count));
            places.Array = start + (int)body.Length;
            body.Write(CffPruner.Index(font.Fonts.Select((f, i) => FontDict(f.Dict, places.Privates[i]))));
        }
        else
        {
            places.Encoding = start + (int)body.Length;
            body.Write(OwnEncoding());
        }

        return places;
    }

    private byte[] Top(Places places)
    {
        var writer = new CffDictWriter();
        if (font.IsCid)
        {
            writer.Offset(CffDict.Ros, CffFont.StandardCount, CffFont.StandardCount + 1, 0);
        }

        foreach (var key in KeptTop.Where(font.Top.Has))
        {
            writer.Raw(key, font.Top.Raw(key));
        }

        writer.Offset(15, places.Charset);
        writer.Offset(17, places.CharStrings);
        if (font.IsCid)
        {
            writer.Offset(CffDict.FdArray, places.Array);
            writer.Offset(CffDict.FdSelect, places.Select);
        }
        else
        {
            writer.Offset(16, places.Encoding);
            var (size, offset) = places.Privates.Count > 0 ? places.Privates[0] : (0, 0);
            writer.Offset(18, size, offset);
        }

        return writer.ToArray();
    }

    private static byte[] FontDict(CffDict source, (int Size, int Offset) place)
    {
        var writer = new CffDictWriter();
        if (source.Has(CffDict.FontMatrix))
        {
            writer.Raw(CffDict.FontMatrix, source.Raw(CffDict.FontMatrix));
        }

        writer.Offset(18, place.Size, place.Offset);
        return writer.ToArray();
    }

    /// <summary>The font's own encoding for the glyphs that stay: an empty one with supplements by name.</summary>
    private byte[] OwnEncoding()
    {
        var names = font.OwnEncoding();
        var rows = new List<(int Code, int Glyph)>();
        for (var code = 0; code < 256; code++)
        {
            if (names[code] is { } name && font.GlyphOfName(name) is > 0 and var glyph && glyph < count && (charset[1 + (2 * (glyph - 1))] | charset[2 + (2 * (glyph - 1))]) != 0)
            {
                rows.Add((code, glyph));
            }
        }

        var table = new List<byte> { 0x80, 0, (byte)Math.Min(rows.Count, 255) };
        foreach (var (code, glyph) in rows.Take(255))
        {
            table.AddRange([(byte)code, charset[1 + (2 * (glyph - 1))], charset[2 + (2 * (glyph - 1))]]);
        }

        return [.. table];
    }

    private sealed class Places
    {
        public int Charset { get; init; }

        public int CharStrings { get; set; }

        public int Encoding { get; set; }

        public int Select { get; set; }

        public int Array { get; set; }

        public List<(int Size, int Offset)> Privates { get; } = [];
    }
}
