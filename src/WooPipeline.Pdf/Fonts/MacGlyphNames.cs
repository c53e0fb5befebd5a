using System.Collections.Immutable;

namespace WooPipeline.Pdf.Fonts;

/// <summary>The 258 glyph names that <c>post</c> tables count from (Apple TrueType reference, <c>post</c> format 1).</summary>
internal static class MacGlyphNames
{
    private static readonly Lazy<ImmutableArray<string>> Names = new(Load);

    public static ImmutableArray<string> All => Names.Value;

    private static ImmutableArray<string> Load()
    {
        using var stream = typeof(MacGlyphNames).Assembly.GetManifestResourceStream("WooPipeline.Pdf.Data.fonts/mac-glyphs.txt")
            ?? throw new InvalidOperationException("Data/fonts/mac-glyphs.txt is missing from WooPipeline.Pdf.");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
    }
}
