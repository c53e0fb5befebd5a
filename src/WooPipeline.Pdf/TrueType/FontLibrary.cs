using WooPipeline.Pdf.Layout;

namespace WooPipeline.Pdf.TrueType;

/// <summary>Finds the fonts that a style names.</summary>
internal static class FontLibrary
{
    /// <summary>The families to try in turn; the built-in one comes last.</summary>
    public static IReadOnlyList<FontFamily> Families(FlowStyle style)
    {
        _ = style;
        return [BuiltInFonts.Inter];
    }
}
