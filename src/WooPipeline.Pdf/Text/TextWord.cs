using WooPipeline.Pdf.Content;

namespace WooPipeline.Pdf.Text;

/// <summary>A word: glyphs that stand together on a line. Coordinates are those of the upright page.</summary>
internal sealed class TextWord
{
    /// <summary>Indexes of its glyphs, in the order of reading.</summary>
    public List<int> Glyphs { get; } = [];

    public double Left { get; set; }

    public double Right { get; set; }

    public double Baseline { get; set; }

    public double Size { get; set; }

    /// <summary>True where a space glyph follows it.</summary>
    public bool SpaceFollows { get; set; }

    /// <summary>Index of the space glyph that follows; -1 where none.</summary>
    public int SpaceGlyph { get; set; } = -1;

    /// <summary>End of the space glyph that follows, or of the word where none does.</summary>
    public double SpaceEnd { get; set; }

    /// <summary>True where it begins a showing operation of its own.</summary>
    public bool StartsOperation { get; set; }

    public GlyphFlags Flags { get; set; }

    public double Top => Baseline + (0.75 * Size);

    public double Bottom => Baseline - (0.22 * Size);
}
