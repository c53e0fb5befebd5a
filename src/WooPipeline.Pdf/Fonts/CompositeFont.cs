using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Fonts;

/// <summary>A Type 0 font (§9.7): codes of one to four bytes through a character map.</summary>
internal sealed class CompositeFont(PdfDictionary dictionary, string name, CMap map, Func<int, FontGlyph> make) : PdfFont(dictionary, name)
{
    private readonly Dictionary<int, FontGlyph> glyphs = [];

    public CMap Map => map;

    public bool Bold { init => IsBold |= value; }

    public bool Italic { init => IsItalic |= value; }

    public bool Monospace { init => IsMonospace |= value; }

    public override bool IsVertical => map.IsVertical;

    public override int ReadCode(ReadOnlySpan<byte> text, int at, out int code) => map.ReadCode(text, at, out code);

    public override FontGlyph GlyphOf(int code)
    {
        if (!glyphs.TryGetValue(code, out var glyph))
        {
            glyphs[code] = glyph = make(code);
        }

        return glyph;
    }
}
