using WooPipeline.Pdf.Fonts;

namespace WooPipeline.Pdf.Content;

/// <summary>Ways in which a glyph may not be seen.</summary>
[Flags]
internal enum GlyphFlags : byte
{
    None = 0,

    /// <summary>Rendering mode 3 or 7: neither filled nor stroked.</summary>
    Invisible = 1,

    /// <summary>In a layer that is off.</summary>
    LayerOff = 2,

    /// <summary>Wholly outside the clip or the crop box.</summary>
    Outside = 4,

    /// <summary>Under something opaque painted later.</summary>
    Covered = 8,

    /// <summary>In a pattern or soft mask.</summary>
    Indirect = 16,

    /// <summary>In an artifact that is a page header.</summary>
    Header = 32,

    /// <summary>In an artifact that is a page footer.</summary>
    Footer = 64,
}

/// <summary>
/// A glyph that is shown: what it says, where it stands on the page, and which bytes show it. One model serves reading,
/// search, selection and redaction.
/// </summary>
internal struct Glyph
{
    /// <summary>What it says; empty where that isn't known.</summary>
    public string Text;

    public PdfFont Font;

    /// <summary>Its code in the font.</summary>
    public int Code;

    /// <summary>Origin on the baseline, in the page's space.</summary>
    public double X;
    public double Y;

    /// <summary>Vector to the glyph's end: natural advance without character and word spacing.</summary>
    public double AdvanceX;
    public double AdvanceY;

    /// <summary>Horizontal scaling in the advance (1 for none); without it the advance is the font's own.</summary>
    public double Stretch;

    /// <summary>Vector of one em upwards.</summary>
    public double UpX;
    public double UpY;

    /// <summary>Box around its ink on the page.</summary>
    public Box Ink;

    public ContentInstance Instance;

    /// <summary>Start of the showing operation in the instance.</summary>
    public int Operation;

    /// <summary>Index of the string among the operation's operands.</summary>
    public int Operand;

    /// <summary>Bytes of the code in the unescaped string.</summary>
    public int CodeStart;
    public byte CodeLength;

    public GlyphFlags Flags;

    /// <summary>Identifier of the marked content it is in; -1 for none.</summary>
    public int Mcid;

    /// <summary>How many things were painted before it on this page.</summary>
    public int PaintOrder;

    /// <summary>Size of the letters on the page, in points.</summary>
    public readonly double Size => Math.Sqrt((UpX * UpX) + (UpY * UpY));
}
