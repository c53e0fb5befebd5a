using System.Text;
using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Fonts;

/// <summary>A Type 1 font file (Adobe Type 1 Font Format): its clear part for the encoding; outlines are measured by letter class.</summary>
internal sealed class Type1Font : IFontProgram
{
    private Type1Font(ReadOnlyMemory<byte> data, string?[]? encoding) => (Data, Encoding) = (data, encoding);

    /// <summary>The whole file.</summary>
    public ReadOnlyMemory<byte> Data { get; }


    /// <summary>Glyph names by code of the font's own encoding; null where it names the standard one.</summary>
    public string?[]? Encoding { get; }

    public static Type1Font Read(ReadOnlyMemory<byte> file)
    {
        var data = file.Span;
        var clear = data.IndexOf("eexec"u8) is >= 0 and var end ? data[..end] : data;
        var start = clear.IndexOf("/Encoding"u8);
        if (start < 0)
        {
            return new Type1Font(file, null);
        }

        var lexer = new PdfLexer(clear, start + 9);
        var names = new string?[256];
        var code = -1;
        var any = false;
        while (lexer.Next() is not PdfTokenKind.End and var kind)
        {
            if (kind == PdfTokenKind.Integer)
            {
                code = (int)Math.Clamp(lexer.Integer, -1, 256);
            }
            else if (kind == PdfTokenKind.Name && code is >= 0 and < 256)
            {
                names[code] = PdfLexer.DecodeName(lexer.Text);
                any = true;
                code = -1;
            }
            else if (kind == PdfTokenKind.Keyword && (lexer.Text.SequenceEqual("readonly"u8) || lexer.Text.SequenceEqual("def"u8) || lexer.Text.SequenceEqual("StandardEncoding"u8)))
            {
                break;
            }
        }

        return new Type1Font(file, any ? names : null);
    }

    public Box? InkOf(int glyph) => null;

    public int GlyphOfName(string name) => -1;

    public string? NameOf(int glyph) => null;
}
