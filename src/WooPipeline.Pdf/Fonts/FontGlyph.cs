using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Fonts;

/// <summary>What a code of a font shows. Lengths are in ems.</summary>
/// <param name="Text">What it says; empty where that isn't known.</param>
/// <param name="Width">Advance; of vertical fonts the advance downwards as a negative number.</param>
/// <param name="Ink">Box around the ink, from the origin.</param>
internal sealed record FontGlyph(string Text, double Width, Box Ink)
{
    /// <summary>From the horizontal to the vertical origin, for vertical fonts (§9.7.4.3).</summary>
    public (double X, double Y) VerticalOrigin { get; init; }
}
