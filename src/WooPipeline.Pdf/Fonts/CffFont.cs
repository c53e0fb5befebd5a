using System.Text;
using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Fonts;

/// <summary>A CFF font (Adobe technical note 5176), parsed far enough to read, to measure ink and to be cut down.</summary>
internal sealed class CffFont : IFontProgram
{
    private static readonly Lazy<string[]> Standard = new(LoadStrings);
    private readonly Lazy<Dictionary<string, int>> glyphOfName;
    private readonly Dictionary<int, Box?> boxes = [];

    private CffFont(FontTable file)
    {
        File = file;
        var names = CffIndex.Read(file, file.U8(2));
        var tops = CffIndex.Read(file, names.End);
        Strings = CffIndex.Read(file, tops.End);
        GlobalSubrs = CffIndex.Read(file, Strings.End);
        Top = CffDict.Read(tops.Count > 0 ? tops[0].Span : default);
        CharStrings = CffIndex.Read(file, Top.Int(17));
        IsCid = Top.Has(CffDict.Ros);
        Charset = CffCharset.Read(file, Top.Int(15), CharStrings.Count);
        Fonts = ReadFonts();
        FontOfGlyph = IsCid ? CffCharset.ReadSelect(file, Top.Int(CffDict.FdSelect), CharStrings.Count) : new byte[CharStrings.Count];
        Matrix = Top.Numbers(CffDict.FontMatrix) is { Length: 6 } m && m[0] != 0 ? new Matrix(m[0], m[1], m[2], m[3], m[4], m[5]) : new Matrix(0.001, 0, 0, 0.001, 0, 0);
        glyphOfName = new(() =>
        {
            var map = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var g = 0; g < Charset.Length && !IsCid; g++)
            {
                map.TryAdd(NameOf(g) ?? "", g);
            }

            return map;
        });
    }

    /// <summary>How many strings every font has.</summary>
    public const int StandardCount = 391;

    public FontTable File { get; }

    public CffDict Top { get; }

    public CffIndex Strings { get; }

    public CffIndex GlobalSubrs { get; }

    public CffIndex CharStrings { get; }

    public bool IsCid { get; }

    /// <summary>String ids, or CIDs of a CID font, by glyph.</summary>
    public ushort[] Charset { get; }

    /// <summary>Font dictionaries with their private ones; one where the font isn't a CID font.</summary>
    public IReadOnlyList<(CffDict Dict, CffDict Private, CffIndex Subrs)> Fonts { get; }

    public byte[] FontOfGlyph { get; }

    public Matrix Matrix { get; }

    /// <summary>Reads a font; null where it isn't CFF or is beyond use.</summary>
    public static CffFont? TryRead(ReadOnlyMemory<byte> data)
    {
        var file = new FontTable(data);
        if (file.U8(0) != 1 || file.U8(2) < 4)
        {
            return null;
        }

        var font = new CffFont(file);
        return font.CharStrings.Count > 0 ? font : null;
    }

    public string? NameOf(int glyph) => IsCid || (uint)glyph >= (uint)Charset.Length ? null : StringOf(Charset[glyph]);

    public int GlyphOfName(string name) => glyphOfName.Value.GetValueOrDefault(name, -1);

    /// <summary>The glyph of a CID; a font without CIDs takes it as the glyph itself.</summary>
    public int GlyphOfCid(int cid)
    {
        if (!IsCid)
        {
            return cid;
        }

        // Most charsets are in order, and most are nearly the identity.
        if (cid < Charset.Length && Charset[cid] == cid)
        {
            return cid;
        }

        return Math.Max(0, Array.IndexOf(Charset, (ushort)cid));
    }

    /// <summary>Glyph names by code of the font's own encoding.</summary>
    public string?[] OwnEncoding()
    {
        var offset = Top.Int(16);
        var names = new string?[256];
        if (offset is 0 or 1)
        {
            return offset == 0 ? FontData.Encoding("standard") : names;
        }

        var format = File.U8(offset);
        var glyph = 1;
        if ((format & 0x7F) == 0)
        {
            for (var i = 0; i < File.U8(offset + 1); i++)
            {
                names[File.U8(offset + 2 + i)] = NameOf(glyph++);
            }
        }
        else
        {
            for (var i = 0; i < File.U8(offset + 1); i++)
            {
                var first = File.U8(offset + 2 + (2 * i));
                for (var left = File.U8(offset + 3 + (2 * i)); left >= 0; left--)
                {
                    names[first++ & 0xFF] = NameOf(glyph++);
                }
            }
        }

        if ((format & 0x80) != 0)
        {
            var at = offset + 2 + (File.U8(offset + 1) * ((format & 0x7F) == 0 ? 1 : 2));
            for (var i = 0; i < File.U8(at); i++)
            {
                names[File.U8(at + 1 + (3 * i))] = StringOf(File.U16(at + 2 + (3 * i)));
            }
        }

        return names;
    }

    public string? StringOf(int id) => id < Standard.Value.Length ? Standard.Value[id]
        : id - Standard.Value.Length < Strings.Count ? Encoding.Latin1.GetString(Strings[id - Standard.Value.Length].Span) : null;

    public Box? InkOf(int glyph)
    {
        if ((uint)glyph >= (uint)CharStrings.Count)
        {
            return null;
        }

        if (!boxes.TryGetValue(glyph, out var box))
        {
            var index = Math.Min(FontOfGlyph[glyph], Fonts.Count - 1);
            var subrs = index >= 0 ? Fonts[index].Subrs : default;
            box = new CffOutline(GlobalSubrs, subrs).Bounds(CharStrings[glyph]) is { } bounds ? Matrix.Apply(bounds) : null;
            boxes[glyph] = box;
        }

        return box;
    }

    private List<(CffDict Dict, CffDict Private, CffIndex Subrs)> ReadFonts()
    {
        var dicts = new List<CffDict> { Top };
        if (IsCid)
        {
            var array = CffIndex.Read(File, Top.Int(CffDict.FdArray));
            dicts = [.. Enumerable.Range(0, Math.Min(array.Count, 256)).Select(i => CffDict.Read(array[i].Span))];
        }

        var fonts = new List<(CffDict, CffDict, CffIndex)>();
        foreach (var dict in dicts)
        {
            var place = dict.Numbers(18);
            var (size, offset) = place is { Length: 2 } ? ((int)place[0], (int)place[1]) : (0, 0);
            var own = CffDict.Read(File.Slice(offset, size).Span);
            fonts.Add((dict, own, own.Has(19) ? CffIndex.Read(File, offset + own.Int(19)) : default));
        }

        return fonts;
    }

    private static string[] LoadStrings()
    {
        using var stream = typeof(CffFont).Assembly.GetManifestResourceStream("WooPipeline.Pdf.Data.fonts/cff-strings.txt")
            ?? throw new InvalidOperationException("Data/fonts/cff-strings.txt is missing from WooPipeline.Pdf.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
    }
}
