using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Fonts;

/// <summary>Reads simple fonts: encoding, widths, text and ink of each code (§9.6.5, §9.10.2).</summary>
internal sealed class SimpleFontReader(PdfFile file, PdfDictionary dictionary, string name, CMap? unicode)
{
    private readonly FontDescriptor descriptor = FontDescriptor.Read(file, file.Get<PdfDictionary>(dictionary, "FontDescriptor"));
    private readonly string? standardFont = StandardFontNames.Find(name);

    public PdfFont Read()
    {
        var names = ReadEncoding(out var hasEncoding);
        var widths = ReadWidths();
        return new SimpleFont(dictionary, name, names, code =>
        {
            var glyph = GlyphIndex(code, names, hasEncoding);
            var text = TextOf(code, names, glyph, hasEncoding);
            var width = WidthOf(code, widths, names) / 1000;
            return new FontGlyph(text, width, descriptor.Program?.InkOf(glyph) ?? InkGuess.Of(text, width));
        })
        {
            Bold = descriptor.IsBold,
            Italic = descriptor.IsItalic,
            Monospace = descriptor.IsMonospace,
        };
    }

    public PdfFont ReadType3()
    {
        var names = ReadEncoding(out _);
        var widths = ReadWidths();
        var space = Matrix.Of(file.Numbers(dictionary["FontMatrix"], 6));
        space = space == Matrix.Identity && dictionary["FontMatrix"] is null ? new Matrix(0.001, 0, 0, 0.001, 0, 0) : space;
        var bounds = Box.Of(file.Numbers(dictionary["FontBBox"], 4));
        return new SimpleFont(dictionary, name, names, code =>
        {
            var width = space.Turn(WidthOf(code, widths, names), 0).X;
            var ink = bounds is { IsEmpty: false } box ? space.Apply(box) : new Box(0, -0.2, width, 0.8);
            var text = TextOf(code, names, -1, hasEncoding: true);
            // Names of drawings tell nothing as a rule; then a code of ASCII most often stands for itself.
            return new FontGlyph(text.Length == 0 && code is > 32 and < 127 ? ((char)code).ToString() : text, width, ink);
        })
        {
            IsType3Font = true,
            Type3Space = space,
        };
    }

    private string?[] ReadEncoding(out bool isGiven)
    {
        var value = file.Resolve(dictionary["Encoding"]);
        var baseName = value is PdfName direct ? direct.Value : value is PdfDictionary set ? file.Name(set, "BaseEncoding") : null;
        var names = (string?[])(baseName switch
        {
            "WinAnsiEncoding" => FontData.Encoding("winansi"),
            "MacRomanEncoding" => FontData.Encoding("macroman"),
            "StandardEncoding" => FontData.Encoding("standard"),
            "PDFDocEncoding" => FontData.Encoding("pdfdoc"),
            _ => BuiltInEncoding(),
        }).Clone();
        isGiven = baseName is not null;
        if (value is PdfDictionary differences && file.Get<PdfArray>(differences, "Differences") is { } array)
        {
            isGiven = true;
            var code = 0;
            foreach (var item in array.Select(file.Resolve))
            {
                if (item is PdfNumber number)
                {
                    code = (int)Math.Clamp(number.ToDouble(), 0, 256);
                }
                else if (item is PdfName glyph && code < 256)
                {
                    names[code++] = glyph.Value;
                }
            }
        }

        return names;
    }

    private string?[] BuiltInEncoding() => standardFont switch
    {
        "Symbol" => FontData.Encoding("symbol"),
        "ZapfDingbats" => FontData.Encoding("dingbats"),
        _ => descriptor.Program switch
        {
            CffFont { IsCid: false } cff => cff.OwnEncoding(),
            Type1Font { Encoding: { } own } => own,
            EmbeddedTrueType when descriptor.IsSymbolic => new string?[256],
            _ => FontData.Encoding("standard"),
        },
    };

    private Dictionary<int, double> ReadWidths()
    {
        var widths = new Dictionary<int, double>();
        if (file.Get<PdfArray>(dictionary, "Widths") is { } array)
        {
            var code = (int)Math.Clamp(file.Number(dictionary, "FirstChar"), 0, 255);
            foreach (var item in array.Select(file.Resolve).Take(256 - code))
            {
                widths[code++] = (item as PdfNumber)?.ToDouble() ?? 0;
            }
        }

        return widths;
    }

    private double WidthOf(int code, Dictionary<int, double> widths, string?[] names)
    {
        if (widths.TryGetValue(code, out var width))
        {
            return width;
        }

        if (widths.Count == 0 && standardFont is not null)
        {
            if (standardFont == "Courier")
            {
                return 600;
            }

            return names[code] is { } glyph && FontData.Widths(standardFont)!.TryGetValue(glyph, out var known) ? known : descriptor.MissingWidth;
        }

        return descriptor.MissingWidth;
    }

    private int GlyphIndex(int code, string?[] names, bool hasEncoding)
    {
        switch (descriptor.Program)
        {
            case CffFont cff:
                return cff.IsCid ? cff.GlyphOfCid(code) : names[code] is { } name ? cff.GlyphOfName(name) : -1;
            case EmbeddedTrueType font:
                return TrueTypeGlyph(font, code, names, hasEncoding);
            default:
                return -1;
        }
    }

    /// <summary>The glyph of a code in a TrueType font (§9.6.5.4).</summary>
    private int TrueTypeGlyph(EmbeddedTrueType font, int code, string?[] names, bool hasEncoding)
    {
        if (hasEncoding && !descriptor.IsSymbolic && names[code] is { } name)
        {
            var text = GlyphNames.TextOf(name);
            var byUnicode = text.Length > 0 ? font.GlyphOf(3, 1, char.ConvertToUtf32(text, 0)) : 0;
            if (byUnicode > 0)
            {
                return byUnicode;
            }

            var macCode = Array.IndexOf(FontData.Encoding("macroman"), name);
            var byMac = macCode >= 0 ? font.GlyphOf(1, 0, macCode) : 0;
            return byMac > 0 ? byMac : font.GlyphOfName(name) is > 0 and var byName ? byName : text.Length > 0 ? font.GlyphOfUnicode(char.ConvertToUtf32(text, 0)) : 0;
        }

        foreach (var high in (ReadOnlySpan<int>)[0xF000, 0xF100, 0xF200, 0])
        {
            if (font.GlyphOf(3, 0, high + code) is > 0 and var symbol)
            {
                return symbol;
            }
        }

        return font.GlyphOf(1, 0, code) is > 0 and var mac ? mac : Math.Max(0, font.GlyphOfUnicode(code));
    }

    private string TextOf(int code, string?[] names, int glyph, bool hasEncoding)
    {
        if (unicode?.TextOf(code) is { Length: > 0 } told && told != "\0" && told != "\uFFFD")
        {
            return told;
        }

        if (names[code] is { } name)
        {
            var text = standardFont == "ZapfDingbats" || name.StartsWith('a') && FontData.TextOfName(name) is null ? Dingbats.TextOf(name) ?? GlyphNames.TextOf(name) : GlyphNames.TextOf(name);
            if (text.Length > 0)
            {
                return text;
            }
        }

        if (descriptor.Program is EmbeddedTrueType font && glyph > 0 && font.TextOfGlyph(glyph) is { Length: > 0 } own)
        {
            return own;
        }

        return hasEncoding && names[code] is not null || FontData.Encoding("winansi")[code] is not { } plain ? "" : GlyphNames.TextOf(plain);
    }
}
