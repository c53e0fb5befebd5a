using System.Collections.Immutable;
using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Text;

/// <summary>A page's text with the place of each glyph.</summary>
/// <param name="Text">The text; its runs name glyphs by index.</param>
/// <param name="Width">Width of the page as a reader sees it, in points.</param>
/// <param name="Height">Its height.</param>
/// <param name="Glyphs">Boxes of the glyphs by index, from the upper left corner of the upright page, in points.</param>
public sealed record PdfPagePlaces(PdfPageText Text, double Width, double Height, ImmutableArray<PdfGlyphPlace> Glyphs)
{
    /// <summary>
    /// Six numbers a, b, c, d, e, f that give the place on the upright page, x from its left side and y up from its lower side, of a point of
    /// the page's own space: (a x + c y + e, b x + d y + f).
    /// </summary>
    public ImmutableArray<double> Upright { get; init; } = [1, 0, 0, 1, 0, 0];
}

/// <summary>The box around a glyph.</summary>
/// <param name="X">Left, from the left side of the upright page, in points.</param>
/// <param name="Y">Top, from the upper side.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct PdfGlyphPlace(double X, double Y, double Width, double Height);

/// <summary>Tells where on a page each piece of its text stands: for a page on a screen, with its passages and its selection.</summary>
public static class PdfPlaceReader
{
    private const double Ascent = 0.8;
    private const double Descent = 0.22;

    /// <summary>The pages in order.</summary>
    /// <exception cref="PdfException">The file goes beyond its bounds.</exception>
    public static IEnumerable<PdfPagePlaces> Read(PdfFile file) => PdfTextReader.Pages(file).Select(p => Place(p.Content, p.Text));

    private static PdfPagePlaces Place(PageContent content, PdfPageText text)
    {
        var geometry = content.Geometry;
        return new PdfPagePlaces(text, geometry.Width, geometry.Height, [.. content.Glyphs.Select(g => Place(g, geometry))])
        {
            Upright = [geometry.Upright.A, geometry.Upright.B, geometry.Upright.C, geometry.Upright.D, geometry.Upright.E, geometry.Upright.F],
        };
    }

    private static PdfGlyphPlace Place(in Glyph glyph, in PageGeometry geometry)
    {
        Span<(double X, double Y)> corners =
        [
            (glyph.X - (glyph.UpX * Descent), glyph.Y - (glyph.UpY * Descent)),
            (glyph.X + (glyph.UpX * Ascent), glyph.Y + (glyph.UpY * Ascent)),
            (glyph.X + glyph.AdvanceX - (glyph.UpX * Descent), glyph.Y + glyph.AdvanceY - (glyph.UpY * Descent)),
            (glyph.X + glyph.AdvanceX + (glyph.UpX * Ascent), glyph.Y + glyph.AdvanceY + (glyph.UpY * Ascent)),
        ];
        var box = geometry.Upright.Apply(new Box(Least(corners, c => c.X), Least(corners, c => c.Y), -Least(corners, c => -c.X), -Least(corners, c => -c.Y)));
        return new PdfGlyphPlace(box.Left, geometry.Height - box.Top, box.Width, box.Height);
    }

    private static double Least(Span<(double X, double Y)> corners, Func<(double X, double Y), double> value)
    {
        var least = double.MaxValue;
        foreach (var corner in corners)
        {
            least = Math.Min(least, value(corner));
        }

        return least;
    }
}
