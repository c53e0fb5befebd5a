using System.Text;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Fonts;

/// <summary>Reads a character map's stream: the few PostScript operators that maps use.</summary>
internal static class CMapParser
{
    private const int MaxTokens = 4_000_000;
    private const int MaxSpan = 0x10000;

    /// <param name="data">The stream.</param>
    /// <param name="map">What to add to.</param>
    public static void Parse(ReadOnlySpan<byte> data, CMap map)
    {
        var lexer = new PdfLexer(data);
        var lastName = "";
        var lastNumber = 0.0;
        for (var count = 0; count < MaxTokens; count++)
        {
            var kind = lexer.Next();
            if (kind == PdfTokenKind.End)
            {
                return;
            }

            if (kind == PdfTokenKind.Name)
            {
                lastName = PdfLexer.DecodeName(lexer.Text);
            }
            else if (kind == PdfTokenKind.Integer)
            {
                lastNumber = lexer.Number;
            }
            else if (kind == PdfTokenKind.Keyword)
            {
                Section(ref lexer, lexer.Text, map, lastName, lastNumber);
            }
        }
    }

    private static void Section(ref PdfLexer lexer, ReadOnlySpan<byte> word, CMap map, string lastName, double lastNumber)
    {
        if (word.SequenceEqual("begincodespacerange"u8))
        {
            Ranges(ref lexer, map, Kind.Space);
        }
        else if (word.SequenceEqual("begincidrange"u8))
        {
            Ranges(ref lexer, map, Kind.Cid);
        }
        else if (word.SequenceEqual("beginbfrange"u8))
        {
            Ranges(ref lexer, map, Kind.Text);
        }
        else if (word.SequenceEqual("begincidchar"u8))
        {
            Chars(ref lexer, map, isText: false);
        }
        else if (word.SequenceEqual("beginbfchar"u8))
        {
            Chars(ref lexer, map, isText: true);
        }
        else if (word.SequenceEqual("usecmap"u8))
        {
            map.Use(CMap.Predefined(lastName));
        }
        else if (word.SequenceEqual("def"u8) && lastName == "WMode")
        {
            map.IsVertical = lastNumber == 1;
        }
    }

    private static void Ranges(ref PdfLexer lexer, CMap map, Kind kind)
    {
        while (lexer.Next() is PdfTokenKind.HexString or PdfTokenKind.LiteralString)
        {
            var low = Code(lexer.Text, out var length);
            if (lexer.Next() is not (PdfTokenKind.HexString or PdfTokenKind.LiteralString))
            {
                return;
            }

            var high = Code(lexer.Text, out _);
            if (kind == Kind.Space)
            {
                map.AddSpace(length, low, high);
                continue;
            }

            var next = lexer.Next();
            if (kind == Kind.Cid && next == PdfTokenKind.Integer && high >= low)
            {
                map.AddCid(low, high, (int)Math.Clamp(lexer.Integer, 0, 0xFFFFFF));
            }
            else if (kind == Kind.Text && next == PdfTokenKind.ArrayOpen)
            {
                TextArray(ref lexer, map, low, high);
            }
            else if (kind == Kind.Text && next is PdfTokenKind.HexString or PdfTokenKind.LiteralString && high >= low)
            {
                map.AddText(low, high, Text(lexer.Text));
            }
        }
    }

    private static void TextArray(ref PdfLexer lexer, CMap map, uint low, uint high)
    {
        var code = low;
        while (lexer.Next() is PdfTokenKind.HexString or PdfTokenKind.LiteralString or PdfTokenKind.Name)
        {
            if (code <= high && code - low < MaxSpan)
            {
                map.AddText(code++, lexer.Text[0] == '/' ? GlyphNames.TextOf(PdfLexer.DecodeName(lexer.Text)) : Text(lexer.Text));
            }
        }
    }

    private static void Chars(ref PdfLexer lexer, CMap map, bool isText)
    {
        while (lexer.Next() is PdfTokenKind.HexString or PdfTokenKind.LiteralString)
        {
            var code = Code(lexer.Text, out _);
            var kind = lexer.Next();
            if (isText && kind is PdfTokenKind.HexString or PdfTokenKind.LiteralString)
            {
                map.AddText(code, Text(lexer.Text));
            }
            else if (isText && kind == PdfTokenKind.Name)
            {
                map.AddText(code, GlyphNames.TextOf(PdfLexer.DecodeName(lexer.Text)));
            }
            else if (!isText && kind == PdfTokenKind.Integer)
            {
                map.AddCid(code, code, (int)Math.Clamp(lexer.Integer, 0, 0xFFFFFF));
            }
        }
    }

    private static uint Code(ReadOnlySpan<byte> token, out int length)
    {
        var bytes = PdfStringDecoder.Decode(token);
        length = Math.Min(bytes.Length, 4);
        uint value = 0;
        for (var i = 0; i < length; i++)
        {
            value = (value << 8) | bytes[i];
        }

        return value;
    }

    private static string Text(ReadOnlySpan<byte> token)
    {
        var bytes = PdfStringDecoder.Decode(token);
        return bytes.Length == 1 ? ((char)bytes[0]).ToString() : Encoding.BigEndianUnicode.GetString(bytes);
    }

    private enum Kind
    {
        Space,
        Cid,
        Text,
    }
}
