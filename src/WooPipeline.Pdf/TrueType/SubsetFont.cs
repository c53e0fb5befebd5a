namespace WooPipeline.Pdf.TrueType;

/// <summary>
/// The glyphs of a font that one document uses, numbered in order of first use. A glyph that stands for two characters (a
/// space and a no-break space) is numbered twice, so that each number has one text.
/// </summary>
internal sealed class SubsetFont(TrueTypeFont font, string resourceName)
{
    private const int CodePointMask = 0x1FFFFF;
    private const int SpaceFlag = 0x200000;
    private readonly Dictionary<(int Glyph, int CodePoint), ushort> numbers = [];
    private readonly List<int> glyphs = [0];
    private readonly List<int> codePoints = [0];
    private readonly List<byte> codes = [0];

    public TrueTypeFont Font { get; } = font;

    /// <summary>Its name in the pages' resources: <c>F1</c>.</summary>
    public string ResourceName { get; } = resourceName;

    /// <summary>The name of the composite font of the same glyphs: <c>F1C</c>.</summary>
    public string CompositeName { get; } = resourceName + "C";

    /// <summary>Glyphs of the whole font by their new number; number 0 is the missing glyph, which no text uses.</summary>
    public IReadOnlyList<int> Glyphs => glyphs;

    /// <summary>The character of a new number.</summary>
    public int CodePointOf(int number) => codePoints[number] & CodePointMask;

    /// <summary>The one-byte code by which the glyph of a new number is shown with the simple font of this subset; 0 where only the composite one has it.</summary>
    public byte CodeOf(int number) => codes[number];

    /// <summary>The text that is read for a new number.</summary>
    public string TextOf(int number) => char.ConvertFromUtf32(CodePointOf(number)) + (codePoints[number] > CodePointMask ? " " : "");

    /// <summary>
    /// The new number of the same glyph with a space in its text: for a hyphen at the end of a line, which extractors would
    /// otherwise take for a split word and join with the next.
    /// </summary>
    public ushort WithSpace(int number) => Use(glyphs[number], codePoints[number] | SpaceFlag);

    /// <summary>The new number of a glyph for a character.</summary>
    public ushort Use(int glyph, int codePoint)
    {
        if (!numbers.TryGetValue((glyph, codePoint), out var number))
        {
            number = (ushort)glyphs.Count;
            numbers.Add((glyph, codePoint), number);
            glyphs.Add(glyph);
            codePoints.Add(codePoint);
            codes.Add(codePoint <= CodePointMask ? SimpleCodes.Of(codePoint) : (byte)0);
        }

        return number;
    }

    /// <summary>Advance of a new number as a part of the em, rounded as the file's widths are.</summary>
    public double WidthOf(int number) => Math.Round(1000.0 * Font.AdvanceOf(glyphs[number]) / Font.UnitsPerEm, 2) / 1000;
}
