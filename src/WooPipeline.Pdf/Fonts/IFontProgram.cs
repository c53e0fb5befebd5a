using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Fonts;

/// <summary>An embedded font file, as far as reading needs it.</summary>
internal interface IFontProgram
{
    /// <summary>Box around a glyph's ink in ems; null where it isn't known.</summary>
    Box? InkOf(int glyph);

    /// <summary>The glyph that a name names; -1 where there is none.</summary>
    int GlyphOfName(string name);

    /// <summary>Name of a glyph; null where it has none.</summary>
    string? NameOf(int glyph);
}
