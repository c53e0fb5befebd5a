using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>Turns the codes of a font into text and widths (ISO 32000-2 §9.6 to 9.10).</summary>
internal sealed class PdfFontCodes
{
    private static readonly Encoding WinAnsi = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding MacRoman = CodePagesEncodingProvider.Instance.GetEncoding(10000)!;

    private readonly Dictionary<int, string> map = [];
    private readonly Dictionary<int, double> widths = [];
    private readonly double defaultWidth;
    private readonly bool isUnmapped;

    public PdfFontCodes(PdfContainer file, Dictionary<string, object?> font)
    {
        var composite = file.Name(font, "Subtype") == "Type0";
        CodeLength = composite ? 2 : 1;
        if (file.Resolve(font.GetValueOrDefault("ToUnicode")) is PdfStream { Data: { } cmap })
        {
            CodeLength = PdfToUnicode.Read(cmap, map) ?? CodeLength;
        }

        isUnmapped = composite && map.Count == 0;
        if (composite)
        {
            var descendant = file.Dictionary(file.Array(font, "DescendantFonts").FirstOrDefault());
            defaultWidth = descendant is not null && file.Resolve(descendant.GetValueOrDefault("DW")) is double given ? given : 1000;
            ReadWidths(file, descendant);
        }
        else
        {
            defaultWidth = 500;
            ReadSimple(file, font);
        }
    }

    /// <summary>Codes that were shown.</summary>
    public HashSet<int> Shown { get; } = [];

    /// <summary>Bytes of a code.</summary>
    public int CodeLength { get; }

    /// <summary>The next code of a string; false at its end.</summary>
    public bool TryNext(byte[] codes, ref int at, out int code)
    {
        code = 0;
        if (at + CodeLength > codes.Length)
        {
            return false;
        }

        for (var end = at + CodeLength; at < end; at++)
        {
            code = (code << 8) | codes[at];
        }

        return true;
    }

    /// <summary>Text of a code. Without a table a glyph number may still betray its letter: subsetting tools keep glyphs in the order of ASCII.</summary>
    public string TextOf(int code) => map.GetValueOrDefault(code) ?? (isUnmapped && code is > 2 and < 98 ? ((char)(code + 29)).ToString() : "");

    /// <summary>Width of a code in thousandths of the size.</summary>
    public double WidthOf(int code) => widths.GetValueOrDefault(code, defaultWidth);

    /// <summary>True for the code that word spacing widens.</summary>
    public bool IsSpace(int code) => CodeLength == 1 && code == 32;

    /// <summary>The text of a whole string.</summary>
    public string Decode(byte[] codes)
    {
        var text = new StringBuilder(codes.Length);
        for (var at = 0; TryNext(codes, ref at, out var code);)
        {
            text.Append(TextOf(code));
        }

        return text.ToString();
    }

    private void ReadSimple(PdfContainer file, Dictionary<string, object?> font)
    {
        var given = file.Resolve(font.GetValueOrDefault("Encoding"));
        var name = given is PdfName n ? n.Value : given is Dictionary<string, object?> d ? file.Name(d, "BaseEncoding") : null;
        var table = name == "MacRomanEncoding" ? MacRoman : WinAnsi;
        for (var code = 32; code < 256; code++)
        {
            map.TryAdd(code, table.GetString([(byte)code]));
        }

        if (given is Dictionary<string, object?> encoding && font.GetValueOrDefault("ToUnicode") is null)
        {
            var code = 0;
            foreach (var item in file.Array(encoding, "Differences").Select(file.Resolve))
            {
                if (item is double number)
                {
                    code = (int)number;
                }
                else if (item is PdfName glyph)
                {
                    map[code++] = PdfGlyphNames.Text(glyph.Value);
                }
            }
        }

        var first = file.Resolve(font.GetValueOrDefault("FirstChar")) is double begin ? (int)begin : 0;
        foreach (var width in file.Array(font, "Widths").Select(file.Resolve))
        {
            widths[first++] = width is double value ? value : defaultWidth;
        }
    }

    private void ReadWidths(PdfContainer file, Dictionary<string, object?>? descendant)
    {
        var items = descendant is null ? [] : file.Array(descendant, "W").Select(file.Resolve).ToList();
        for (var i = 0; i + 1 < items.Count;)
        {
            if (items[i] is double first && items[i + 1] is List<object?> list)
            {
                for (var k = 0; k < list.Count; k++)
                {
                    widths[(int)first + k] = file.Resolve(list[k]) is double value ? value : defaultWidth;
                }

                i += 2;
            }
            else if (i + 2 < items.Count && items[i] is double from && items[i + 1] is double to && items[i + 2] is double width)
            {
                for (var code = (int)from; code <= to && code - from < 65536; code++)
                {
                    widths[code] = width;
                }

                i += 3;
            }
            else
            {
                i++;
            }
        }
    }
}
