namespace WooPipeline.Pdf.TrueType;

/// <summary>The faces of a family; a face that is missing is made from the next best one.</summary>
internal sealed record FontFamily(string Name, TrueTypeFont Regular)
{
    public TrueTypeFont? Bold { get; init; }

    public TrueTypeFont? Italic { get; init; }

    public TrueTypeFont? BoldItalic { get; init; }

    /// <summary>The face for a style, and whether it must be slanted to look italic.</summary>
    public (TrueTypeFont Font, bool Slant) Face(bool bold, bool italic) => (bold, italic) switch
    {
        (true, true) when BoldItalic is not null => (BoldItalic, false),
        (true, true) => (Bold ?? Regular, true),
        (true, false) => (Bold ?? Regular, false),
        (false, true) when Italic is not null => (Italic, false),
        (false, true) => (Regular, true),
        _ => (Regular, false),
    };
}
