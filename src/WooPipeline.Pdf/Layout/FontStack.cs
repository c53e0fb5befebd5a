using System.Globalization;
using WooPipeline.Pdf.TrueType;

namespace WooPipeline.Pdf.Layout;

/// <summary>The fonts of one document in the order in which they are tried, and what each of them is used for.</summary>
internal sealed class FontStack(IReadOnlyList<FontFamily> families, FlowProblems problems)
{
    private const int DirectSize = 0x250;
    private const int ReplacementCharacter = 0xFFFD;
    private readonly StyledGlyph[][] direct = [new StyledGlyph[DirectSize], new StyledGlyph[DirectSize], new StyledGlyph[DirectSize], new StyledGlyph[DirectSize]];
    private readonly Dictionary<int, StyledGlyph>[] others = [[], [], [], []];
    private readonly Dictionary<TrueTypeFont, SubsetFont> subsets = [];
    private readonly List<SubsetFont> order = [];

    /// <summary>The subsets in order of first use.</summary>
    public IReadOnlyList<SubsetFont> Subsets => order;

    /// <summary>How a character is shown; one that no font has is shown as a box that still reads as the character.</summary>
    public StyledGlyph Resolve(int codePoint, bool bold, bool italic)
    {
        var face = (bold ? 1 : 0) + (italic ? 2 : 0);
        if (codePoint < DirectSize)
        {
            ref var glyph = ref direct[face][codePoint];
            return glyph.Font is null ? glyph = Find(codePoint, bold, italic) : glyph;
        }

        if (!others[face].TryGetValue(codePoint, out var found))
        {
            others[face].Add(codePoint, found = Find(codePoint, bold, italic));
        }

        return found;
    }

    /// <summary>The advance of a character as a part of the size, without its being used.</summary>
    public double WidthOf(int codePoint, bool bold)
    {
        foreach (var family in families)
        {
            var (font, _) = family.Face(bold, italic: false);
            if (font.GlyphOf(codePoint) is > 0 and var glyph)
            {
                return (double)font.AdvanceOf(glyph) / font.UnitsPerEm;
            }
        }

        return 0.6;
    }

    private StyledGlyph Find(int codePoint, bool bold, bool italic)
    {
        // A no-break space and its narrow sister look like a space in every font.
        var shown = codePoint is 0xA0 or 0x202F ? ' ' : codePoint;
        for (var f = 0; f < families.Count; f++)
        {
            var (font, slant) = families[f].Face(bold, italic);
            var glyph = font.GlyphOf(shown);
            if (glyph != 0)
            {
                if (f > 0)
                {
                    problems.Add("font-fallback", Name(codePoint));
                }

                return Make(font, glyph, codePoint, slant);
            }
        }

        problems.Add("font-missing-glyph", Name(codePoint));
        return Replacement(codePoint, bold, italic);
    }

    private StyledGlyph Replacement(int codePoint, bool bold, bool italic)
    {
        foreach (var family in families)
        {
            var (font, slant) = family.Face(bold, italic);
            if (font.GlyphOf(ReplacementCharacter) is > 0 and var glyph)
            {
                return Make(font, glyph, codePoint, slant);
            }
        }

        return Make(families[0].Regular, 0, codePoint, slant: false);
    }

    private StyledGlyph Make(TrueTypeFont font, int glyph, int codePoint, bool slant)
    {
        if (!subsets.TryGetValue(font, out var subset))
        {
            subset = new SubsetFont(font, "F" + (order.Count + 1).ToString(CultureInfo.InvariantCulture));
            subsets.Add(font, subset);
            order.Add(subset);
        }

        var number = subset.Use(glyph, codePoint);
        return new StyledGlyph(subset, number, subset.WidthOf(number), slant);
    }

    private static string Name(int codePoint) => "U+" + codePoint.ToString("X4", CultureInfo.InvariantCulture);
}

/// <summary>A glyph of a subset.</summary>
/// <param name="Font">The subset.</param>
/// <param name="Number">Its number there.</param>
/// <param name="Width">Its advance as a part of the size.</param>
/// <param name="Slant">True where it must be slanted.</param>
internal readonly record struct StyledGlyph(SubsetFont Font, ushort Number, double Width, bool Slant);
