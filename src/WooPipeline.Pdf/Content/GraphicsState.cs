using WooPipeline.Pdf.Fonts;

namespace WooPipeline.Pdf.Content;

/// <summary>What <c>q</c> saves (§8.4.1), as far as text and boxes need it.</summary>
internal struct GraphicsState
{
    public Matrix Ctm;

    /// <summary>Box around what is clipped to, in the page's space.</summary>
    public Box Clip;

    public PdfFont? Font;
    public double FontSize;
    public double CharSpacing;
    public double WordSpacing;
    public double HorizontalScale;
    public double Leading;
    public double Rise;
    public int RenderMode;
    public double LineWidth;
    public double FillAlpha;
    public bool BlendsNormally;

    /// <summary>True where a soft mask is set.</summary>
    public bool IsMasked;

    /// <summary>True where the fill is a pattern.</summary>
    public bool FillsPattern;

    public static GraphicsState Start(in Matrix ctm, in Box clip) => new()
    {
        Ctm = ctm,
        Clip = clip,
        HorizontalScale = 1,
        LineWidth = 1,
        FillAlpha = 1,
        BlendsNormally = true,
    };
}
