using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Layout;

/// <summary>What stands at one place of a line.</summary>
internal enum LineItemKind : byte
{
    Glyph,
    Space,
    Gap,
    Image,
    Break,
}

/// <summary>A glyph, a space, a gap, an image or a forced break.</summary>
internal struct LineItem
{
    public RunStyle Style;
    public SubsetFont? Font;
    public double Width;
    public ushort Glyph;
    public LineItemKind Kind;
    public bool Slant;

    /// <summary>True where a line may end after it.</summary>
    public bool BreakAfter;

    /// <summary>The id of a note (string) or an image.</summary>
    public object? Content;

    public readonly int CodePoint => Font?.CodePointOf(Glyph) ?? 0;
}
