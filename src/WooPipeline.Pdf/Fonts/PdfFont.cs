using WooPipeline.Pdf.Content;
using WooPipeline.Pdf.Objects;

namespace WooPipeline.Pdf.Fonts;

/// <summary>A font of a PDF: cuts strings into codes and says what each shows (§9.5 to §9.10).</summary>
internal abstract class PdfFont
{
    protected PdfFont(PdfDictionary dictionary, string name)
    {
        Dictionary = dictionary;
        Name = name;
        IsBold = Has(name, "bold") || Has(name, "black") || Has(name, "heavy");
        IsItalic = Has(name, "italic") || Has(name, "oblique");
        IsMonospace = Has(name, "courier") || Has(name, "mono") || Has(name, "consolas");
    }

    public PdfDictionary Dictionary { get; }

    /// <summary>Its name without the tag of a subset.</summary>
    public string Name { get; }

    public bool IsBold { get; protected init; }

    public bool IsItalic { get; protected init; }

    public bool IsMonospace { get; protected init; }

    public virtual bool IsVertical => false;

    /// <summary>True for the font that stands in for one that is missing; the file has none to write.</summary>
    public bool IsStandIn => Dictionary["Name"] is PdfName { Value: FontLoader.StandInName };

    /// <summary>True for fonts whose glyphs are content streams.</summary>
    public virtual bool IsType3 => false;

    /// <summary>From glyph space to text space; a thousandth except for Type 3.</summary>
    public virtual Matrix GlyphSpace => new(0.001, 0, 0, 0.001, 0, 0);

    /// <summary>Reads the code that starts at a place; gives the number of bytes, at least one.</summary>
    public abstract int ReadCode(ReadOnlySpan<byte> text, int at, out int code);

    /// <summary>What a code shows.</summary>
    public abstract FontGlyph GlyphOf(int code);

    /// <summary>Name of a font without the tag of its subset (<c>ABCDEF+</c>).</summary>
    public static string WithoutTag(string name) =>
        name.Length > 7 && name[6] == '+' && name.AsSpan(0, 6).IndexOfAnyExceptInRange('A', 'Z') < 0 ? name[7..] : name;

    private static bool Has(string name, string part) => name.Contains(part, StringComparison.OrdinalIgnoreCase);
}
