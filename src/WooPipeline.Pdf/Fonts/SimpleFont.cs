using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Fonts;

/// <summary>A font of one-byte codes: Type 1, TrueType, Type 3 (§9.6).</summary>
internal sealed class SimpleFont : PdfFont
{
    private readonly FontGlyph?[] glyphs = new FontGlyph?[256];
    private readonly Func<int, FontGlyph> make;

    /// <param name="dictionary">The font.</param>
    /// <param name="name">Name without tag.</param>
    /// <param name="names">Glyph names by code; null where a code has none.</param>
    /// <param name="make">Makes what a code shows, once.</param>
    public SimpleFont(PdfDictionary dictionary, string name, string?[] names, Func<int, FontGlyph> make)
        : base(dictionary, name)
    {
        GlyphNamesByCode = names;
        this.make = make;
    }

    /// <summary>Glyph names by code, differences included.</summary>
    public string?[] GlyphNamesByCode { get; }

    public Matrix Type3Space { get; init; } = new(0.001, 0, 0, 0.001, 0, 0);

    public bool IsType3Font { get; init; }

    public bool Bold { init => IsBold |= value; }

    public bool Italic { init => IsItalic |= value; }

    public bool Monospace { init => IsMonospace |= value; }

    public override bool IsType3 => IsType3Font;

    public override Matrix GlyphSpace => Type3Space;

    public override int ReadCode(ReadOnlySpan<byte> text, int at, out int code)
    {
        code = text[at];
        return 1;
    }

    public override FontGlyph GlyphOf(int code) => glyphs[code] ??= make(code);
}
