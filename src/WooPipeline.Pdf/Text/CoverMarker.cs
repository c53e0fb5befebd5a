using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Text;

/// <summary>
/// Finds glyphs under an opaque rectangle or image that was painted later: a reader of the page doesn't see them (a bad
/// redaction, as a rule), a program does.
/// </summary>
internal static class CoverMarker
{
    private const int MaxCovers = 2000;

    public static void Mark(Span<Glyph> glyphs, List<PaintedPath> paths, List<PaintedImage> images)
    {
        var covers = new List<(Box Box, int Order)>();
        foreach (var path in paths)
        {
            if (path is { IsOpaque: true, IsRectangle: true } && path.Bounds is { Width: > 2, Height: > 4 })
            {
                covers.Add((path.Bounds.Grow(0.5), path.PaintOrder));
            }
        }

        foreach (var image in images)
        {
            if (image.IsOpaque)
            {
                covers.Add((image.Bounds.Grow(0.5), image.PaintOrder));
            }
        }

        if (covers.Count is 0 or > MaxCovers || glyphs.Length == 0 || covers.Max(c => c.Order) < glyphs[0].PaintOrder)
        {
            return;
        }

        foreach (ref var glyph in glyphs)
        {
            foreach (var (box, order) in covers)
            {
                if (order >= glyph.PaintOrder && (glyph.Flags & GlyphFlags.Invisible) == 0 && glyph.Ink is not { Width: 0, Height: 0 } && box.Contains(glyph.Ink))
                {
                    glyph.Flags |= GlyphFlags.Covered;
                    break;
                }
            }
        }
    }
}
