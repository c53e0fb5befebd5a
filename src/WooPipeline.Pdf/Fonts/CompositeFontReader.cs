using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Fonts;

/// <summary>Reads Type 0 fonts: character map, widths of both directions, text and ink of each code (§9.7).</summary>
internal sealed class CompositeFontReader(PdfFile file, PdfDictionary dictionary, string name, CMap? unicode)
{
    private readonly Dictionary<int, double> widths = [];
    private readonly Dictionary<int, (double W1, double X, double Y)> vertical = [];
    private FontDescriptor descriptor = new(0, 0, null);
    private ReadOnlyMemory<byte> cidToGid;
    private string ordering = "";
    private bool isTrueType;
    private double defaultWidth = 1000;
    private (double Y, double W1) defaultVertical = (880, -1000);

    public PdfFont Read()
    {
        var map = ReadMap();
        var descendant = file.Resolve(dictionary["DescendantFonts"]) is PdfArray { Count: > 0 } fonts ? file.Resolve(fonts[0]) as PdfDictionary : null;
        descendant ??= file.Resolve(dictionary["DescendantFonts"]) as PdfDictionary ?? new PdfDictionary();
        descriptor = FontDescriptor.Read(file, file.Get<PdfDictionary>(descendant, "FontDescriptor"));
        ordering = file.Get<PdfDictionary>(descendant, "CIDSystemInfo") is { } system && file.Get<PdfString>(system, "Ordering") is { } given
            ? System.Text.Encoding.Latin1.GetString(given.Bytes.Span) : "";
        isTrueType = file.Name(descendant, "Subtype") == "CIDFontType2";
        defaultWidth = file.Number(descendant, "DW", 1000);
        ReadWidths(file.Get<PdfArray>(descendant, "W"));
        ReadVertical(descendant);
        cidToGid = file.Get<PdfStream>(descendant, "CIDToGIDMap") is { } stream ? file.Decode(stream).Data : default;
        return new CompositeFont(dictionary, name, map, code => Make(code, map))
        {
            Bold = descriptor.IsBold,
            Italic = descriptor.IsItalic,
            Monospace = descriptor.IsMonospace,
        };
    }

    private CMap ReadMap()
    {
        if (file.Resolve(dictionary["Encoding"]) is not PdfStream stream)
        {
            return CMap.Predefined(file.Name(dictionary, "Encoding") ?? "Identity-H");
        }

        var map = new CMap { IsVertical = file.Number(stream.Dictionary, "WMode") == 1 };
        if (file.Name(stream.Dictionary, "UseCMap") is { } used)
        {
            map.Use(CMap.Predefined(used));
        }

        CMapParser.Parse(file.Decode(stream).Data.Span, map);
        return map;
    }

    private FontGlyph Make(int code, CMap map)
    {
        var cid = map.CidOf(code);
        var glyph = GlyphOfCid(cid);
        var text = TextOf(code, map, glyph);
        var width = widths.GetValueOrDefault(cid, defaultWidth) / 1000;
        var ink = descriptor.Program?.InkOf(glyph) ?? InkGuess.Of(text, width);
        if (!map.IsVertical)
        {
            return new FontGlyph(text, width, ink);
        }

        var (w1, x, y) = vertical.TryGetValue(cid, out var own) ? own : (defaultVertical.W1, width * 500, defaultVertical.Y);
        return new FontGlyph(text, w1 / 1000, new Box(ink.Left - (x / 1000), ink.Bottom - (y / 1000), ink.Right - (x / 1000), ink.Top - (y / 1000)))
        {
            VerticalOrigin = (x / 1000, y / 1000),
        };
    }

    private int GlyphOfCid(int cid)
    {
        if (descriptor.Program is CffFont cff)
        {
            return cff.GlyphOfCid(cid);
        }

        return cidToGid.Length > 0 ? (2 * cid) + 1 < cidToGid.Length && cid >= 0 ? (cidToGid.Span[2 * cid] << 8) | cidToGid.Span[(2 * cid) + 1] : 0 : cid;
    }

    private string TextOf(int code, CMap map, int glyph)
    {
        if (unicode?.TextOf(code) is { Length: > 0 } told && told != "\0" && told != "\uFFFD")
        {
            return told;
        }

        if (map.TellsText && map.TextOf(code) is { Length: > 0 } own)
        {
            return own;
        }

        return descriptor.Program switch
        {
            EmbeddedTrueType font => font.TextOfGlyph(glyph),
            CffFont cff when cff.NameOf(glyph) is { } glyphName => GlyphNames.TextOf(glyphName),
            _ => "",
        } is { Length: > 0 } named ? named : OfCollection(map.CidOf(code));
    }

    /// <summary>
    /// What is known of codes without any map: the Adobe collections follow national standards, and the glyphs of common
    /// TrueType fonts that aren't embedded begin with ASCII from 3.
    /// </summary>
    private string OfCollection(int cid)
    {
        if (CidCollection.Of(ordering) is { } collection)
        {
            return collection.TextOf(cid);
        }

        return descriptor.Program is null && isTrueType && cid is >= 3 and <= 97 ? ((char)(cid + 29)).ToString() : "";
    }

    private void ReadWidths(PdfArray? array)
    {
        for (var i = 0; array is not null && i + 1 < array.Count;)
        {
            var first = Number(array[i]);
            if (file.Resolve(array[i + 1]) is PdfArray list)
            {
                for (var n = 0; n < list.Count; n++)
                {
                    widths[(int)first + n] = Number(list[n]);
                }

                i += 2;
            }
            else if (i + 2 < array.Count)
            {
                var last = Math.Min(Number(array[i + 1]), first + 0xFFFF);
                for (var cid = first; cid <= last; cid++)
                {
                    widths[(int)cid] = Number(array[i + 2]);
                }

                i += 3;
            }
            else
            {
                break;
            }
        }
    }

    private void ReadVertical(PdfDictionary descendant)
    {
        if (file.Numbers(descendant["DW2"], 2) is { } both)
        {
            defaultVertical = (both[0], both[1]);
        }

        var array = file.Get<PdfArray>(descendant, "W2");
        for (var i = 0; array is not null && i + 1 < array.Count;)
        {
            var first = (int)Number(array[i]);
            if (file.Resolve(array[i + 1]) is PdfArray list)
            {
                for (var n = 0; (3 * n) + 2 < list.Count; n++)
                {
                    vertical[first + n] = (Number(list[3 * n]), Number(list[(3 * n) + 1]), Number(list[(3 * n) + 2]));
                }

                i += 2;
            }
            else if (i + 4 < array.Count)
            {
                var last = Math.Min((int)Number(array[i + 1]), first + 0xFFFF);
                for (var cid = first; cid <= last; cid++)
                {
                    vertical[cid] = (Number(array[i + 2]), Number(array[i + 3]), Number(array[i + 4]));
                }

                i += 5;
            }
            else
            {
                break;
            }
        }
    }

    private double Number(PdfObject value) => Math.Clamp((file.Resolve(value) as PdfNumber)?.ToDouble() ?? 0, -1e7, 1e7);
}
