using WooPipeline.Pdf.Fonts;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Cuts the TrueType font of a simple font: every way by which a reader may look up the codes still shown stays, no other.</summary>
internal sealed class SimpleTrueTypeCodes(FontUse use, string?[] names)
{
    public byte[]? Build(EmbeddedTrueType font)
    {
        var glyphs = new HashSet<int>();
        var maps = new List<(int Platform, int Encoding, SortedDictionary<int, int> Map)>();
        foreach (var (platform, encoding) in font.Maps)
        {
            var kept = new SortedDictionary<int, int>();
            foreach (var key in use.Codes.Where(c => c < 256).SelectMany(c => Keys(c, platform, encoding)))
            {
                if (font.GlyphOf(platform, encoding, key) is > 0 and var glyph)
                {
                    kept[key] = glyph;
                    glyphs.Add(glyph);
                }
            }

            maps.Add((platform, encoding, kept));
        }

        // Names of glyphs can't stay in part; where they are the only way the font is left whole.
        var byName = use.Codes.Where(c => c < 256 && names[c] is not null).Any(c => glyphs.Count == 0 && font.GlyphOfName(names[c]!) > 0);
        return byName || (maps.Count == 0 && use.Codes.Count > 0) ? null : TrueTypePruner.Build(font, glyphs, maps);
    }

    private IEnumerable<int> Keys(int code, int platform, int encoding)
    {
        if (platform == 3 && encoding == 0)
        {
            return [code, 0xF000 + code, 0xF100 + code, 0xF200 + code, .. Unicode(code)];
        }

        if (platform == 1)
        {
            var named = names[code] is { } name ? Array.IndexOf(FontData.Encoding("macroman"), name) : -1;
            return named >= 0 ? [code, named] : [code];
        }

        return [.. Unicode(code)];
    }

    private IEnumerable<int> Unicode(int code)
    {
        if (names[code] is { } name && GlyphNames.TextOf(name) is { Length: > 0 } text)
        {
            yield return char.ConvertToUtf32(text, 0);
        }

        // Readers fall back on the code itself, in one of the standard encodings.
        foreach (var table in (string[])["winansi", "macroman", "standard"])
        {
            if (names[code] is null && FontData.Encoding(table)[code] is { } plain && GlyphNames.TextOf(plain) is { Length: > 0 } said)
            {
                yield return char.ConvertToUtf32(said, 0);
            }
        }

        if (names[code] is null)
        {
            yield return code;
        }
    }
}
