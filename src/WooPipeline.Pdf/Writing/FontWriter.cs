using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Writing;

/// <summary>Writes a subset as a composite font (ISO 32000-1 §9.7): Identity-H, widths, outlines, and text of each glyph.</summary>
internal static class FontWriter
{
    private const int Symbolic = 4;
    private const int Italic = 64;
    private const int LongestName = 100;

    public static PdfReference Write(PdfObjectStore store, SubsetFont subset)
    {
        var font = subset.Font;
        var file = FontSubsetter.Build(font, subset.Glyphs);
        var name = Tag(file) + "+" + SafeName(font.PostScriptName);
        var fontFile = store.Add(Deflate.Stream(new PdfDictionary { { "Length1", file.Length } }, file));
        var descriptor = store.Add(Descriptor(font, name, fontFile));
        var descendant = new PdfDictionary
        {
            { "Type", "Font" },
            { "Subtype", "CIDFontType2" },
            { "BaseFont", name },
            {
                "CIDSystemInfo", new PdfDictionary
                {
                    { "Registry", PdfString.OfText("Adobe") },
                    { "Ordering", PdfString.OfText("Identity") },
                    { "Supplement", 0 },
                }
            },
            { "FontDescriptor", descriptor },
            { "DW", 1000 },
            { "W", Widths(subset) },
            { "CIDToGIDMap", "Identity" },
        };
        return store.Add(new PdfDictionary
        {
            { "Type", "Font" },
            { "Subtype", "Type0" },
            { "BaseFont", name },
            { "Encoding", "Identity-H" },
            { "DescendantFonts", new PdfArray([store.Add(descendant)]) },
            { "ToUnicode", store.Add(Deflate.Stream([], ToUnicode(subset))) },
        });
    }

    private static PdfDictionary Descriptor(TrueTypeFont font, string name, PdfReference file)
    {
        double Scaled(int units) => Math.Round(1000.0 * units / font.UnitsPerEm);
        var bounds = font.Bounds;
        return new PdfDictionary
        {
            { "Type", "FontDescriptor" },
            { "FontName", name },
            { "Flags", Symbolic | (font.IsItalic ? Italic : 0) },
            { "FontBBox", PdfArray.OfNumbers(Scaled(bounds.Left), Scaled(bounds.Bottom), Scaled(bounds.Right), Scaled(bounds.Top)) },
            { "ItalicAngle", new PdfReal(font.ItalicAngle) },
            { "Ascent", (long)Scaled(font.Ascent) },
            { "Descent", (long)Scaled(font.Descent) },
            { "CapHeight", (long)Scaled(font.CapHeight) },
            { "StemV", font.Weight >= 600 ? 140 : 84 },
            { "FontFile2", file },
        };
    }

    private static PdfArray Widths(SubsetFont subset)
    {
        var widths = new double[subset.Glyphs.Count];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = Math.Round(subset.WidthOf(i) * 1000, 2);
        }

        return new PdfArray([new PdfInteger(0), PdfArray.OfNumbers(widths)]);
    }

    private static byte[] ToUnicode(SubsetFont subset)
    {
        const int MostInBlock = 100;
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """.ReplaceLineEndings("\n"));
        for (var start = 1; start < subset.Glyphs.Count; start += MostInBlock)
        {
            var end = Math.Min(start + MostInBlock, subset.Glyphs.Count);
            map.Append(CultureInfo.InvariantCulture, $"{end - start} beginbfchar\n");
            for (var number = start; number < end; number++)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{number:X4}> <");
                foreach (var unit in subset.TextOf(number))
                {
                    map.Append(CultureInfo.InvariantCulture, $"{(int)unit:X4}");
                }

                map.Append(">\n");
            }

            map.Append("endbfchar\n");
        }

        map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return Encoding.ASCII.GetBytes(map.ToString());
    }

    /// <summary>Six letters that tell subsets of one font apart; from the subset itself, so that they never differ for the same.</summary>
    private static string Tag(byte[] file)
    {
        var hash = SHA256.HashData(file);
        return string.Create(6, hash, (letters, bytes) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = (char)('A' + (bytes[i] % 26));
            }
        });
    }

    private static string SafeName(string name)
    {
        var safe = new string([.. name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_').Take(LongestName)]);
        return safe.Length > 0 ? safe : "Font";
    }
}
