using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Writing;

/// <summary>
/// Writes a subset as a simple font (ISO 32000-1 §9.6.3: WinAnsiEncoding, one byte a letter), a composite one (§9.7: Identity-H) or both
/// on the same outlines; each with widths and the text of every glyph.
/// </summary>
internal static class FontWriter
{
    private const int Symbolic = 4;
    private const int NonSymbolic = 32;
    private const int Italic = 64;
    private const int LongestName = 100;
    private const int Space = ' ';
    private const int NoBreakSpace = 0xA0;

    /// <summary>The fonts of a subset in those uses that a document makes of it.</summary>
    public static IEnumerable<(FontUse Use, PdfReference Font)> Write(PdfObjectStore store, SubsetFont subset, ISet<FontUse> uses)
    {
        if (uses.Count == 0)
        {
            yield break;
        }

        var (name, file) = Program(store, subset, withMap: uses.Any(u => u.IsSimple));
        foreach (var use in uses.OrderByDescending(u => u.IsSimple))
        {
            yield return (use, use.IsSimple ? Simple(store, subset, name, file) : Composite(store, subset, name, file));
        }
    }

    /// <summary>The composite font of a subset alone.</summary>
    public static PdfReference Composite(PdfObjectStore store, SubsetFont subset)
    {
        var (name, file) = Program(store, subset, withMap: false);
        return Composite(store, subset, name, file);
    }

    private static (string Name, PdfReference File) Program(PdfObjectStore store, SubsetFont subset, bool withMap)
    {
        var file = FontSubsetter.Build(subset.Font, subset.Glyphs, withMap ? Characters(subset) : []);
        return (Tag(file) + "+" + SafeName(subset.Font.PostScriptName), store.Add(Deflate.Stream(new PdfDictionary { { "Length1", file.Length } }, file)));
    }

    /// <summary>The glyphs that have a one-byte code, by their character.</summary>
    private static SortedDictionary<int, int> Characters(SubsetFont subset)
    {
        var characters = new SortedDictionary<int, int>();
        for (var number = 1; number < subset.Glyphs.Count; number++)
        {
            if (subset.CodeOf(number) != 0)
            {
                characters[subset.CodePointOf(number)] = number;
            }
        }

        if (characters.TryGetValue(NoBreakSpace, out var space))
        {
            // WinAnsiEncoding calls both of them space.
            characters.TryAdd(Space, space);
        }

        return characters;
    }

    private static PdfReference Simple(PdfObjectStore store, SubsetFont subset, string name, PdfReference file)
    {
        var widths = new SortedDictionary<int, double>();
        for (var number = 1; number < subset.Glyphs.Count; number++)
        {
            if (subset.CodeOf(number) is not 0 and var code)
            {
                widths[code] = Math.Round(subset.WidthOf(number) * 1000, 2);
            }
        }

        var first = widths.Keys.First();
        var last = widths.Keys.Last();
        return store.Add(new PdfDictionary
        {
            { "Type", "Font" },
            { "Subtype", "TrueType" },
            { "BaseFont", name },
            { "Encoding", "WinAnsiEncoding" },
            { "FirstChar", first },
            { "LastChar", last },
            { "Widths", PdfArray.OfNumbers([.. Enumerable.Range(first, last - first + 1).Select(c => widths.GetValueOrDefault(c))]) },
            { "FontDescriptor", store.Add(Descriptor(subset.Font, name, file, NonSymbolic)) },
            { "ToUnicode", store.Add(Deflate.Stream([], SimpleToUnicode)) },
        });
    }

    private static PdfReference Composite(PdfObjectStore store, SubsetFont subset, string name, PdfReference file)
    {
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
            { "FontDescriptor", store.Add(Descriptor(subset.Font, name, file, Symbolic)) },
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

    private static PdfDictionary Descriptor(TrueTypeFont font, string name, PdfReference file, int kind)
    {
        double Scaled(int units) => Math.Round(1000.0 * units / font.UnitsPerEm);
        var bounds = font.Bounds;
        return new PdfDictionary
        {
            { "Type", "FontDescriptor" },
            { "FontName", name },
            { "Flags", kind | (font.IsItalic ? Italic : 0) },
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

    /// <summary>All of WinAnsiEncoding, used or not: it tells nothing of a document, and is the same in each.</summary>
    private static readonly byte[] SimpleToUnicode = ToUnicode(1, [.. SimpleCodes.Pairs().Select(p => ((int)p.Code, char.ConvertFromUtf32(p.CodePoint)))]);

    private static byte[] ToUnicode(SubsetFont subset) => ToUnicode(2, [.. Enumerable.Range(1, subset.Glyphs.Count - 1).Select(n => (n, subset.TextOf(n)))]);

    private static byte[] ToUnicode(int codeLength, (int Code, string Text)[] entries)
    {
        const int MostInBlock = 100;
        var digits = "X" + (2 * codeLength).ToString(CultureInfo.InvariantCulture);
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange

            """.ReplaceLineEndings("\n"));
        map.Append(codeLength == 1 ? "<00> <FF>" : "<0000> <FFFF>").Append("\nendcodespacerange\n");
        foreach (var block in entries.Chunk(MostInBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (code, text) in block)
            {
                map.Append('<').Append(code.ToString(digits, CultureInfo.InvariantCulture)).Append("> <");
                foreach (var unit in text)
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
