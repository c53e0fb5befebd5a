using System.Text.RegularExpressions;

namespace WooPipeline.Pdf.Redaction;

/// <summary>Names of fonts that may stand in a public file: families of <c>Data/font-families.txt</c> with words of style.</summary>
internal static partial class FontNames
{
    private static readonly Lazy<string[]> Families = new(Load);

    /// <summary>The name where it is a known one; else one that only tells its style.</summary>
    /// <param name="name">Name without the tag of a subset.</param>
    /// <param name="isEmbedded">An embedded font needs no telling name; another is found by it.</param>
    /// <param name="flags">Flags of its descriptor.</param>
    public static string Safe(string name, bool isEmbedded, int flags)
    {
        var plain = name.Replace(" ", "", StringComparison.Ordinal);
        plain = MapSuffix().Replace(plain, "");
        if (IsKnown(plain))
        {
            return plain;
        }

        if (isEmbedded)
        {
            return "Font";
        }

        // Readers choose a stand-in by the flags and fit its widths where the name is none of the standard ones.
        var bold = plain.Contains("bold", StringComparison.OrdinalIgnoreCase) || (flags & 0x40000) != 0;
        var slanted = plain.Contains("italic", StringComparison.OrdinalIgnoreCase) || plain.Contains("oblique", StringComparison.OrdinalIgnoreCase) || (flags & 0x40) != 0;
        return "Unknown" + (bold && slanted ? "-BoldItalic" : bold ? "-Bold" : slanted ? "-Italic" : "");
    }

    /// <summary>True for a family of the list with words of style; spaces don't count.</summary>
    public static bool IsKnown(string name)
    {
        var plain = name.Replace(" ", "", StringComparison.Ordinal);
        return Array.Exists(Families.Value, f => plain.StartsWith(f, StringComparison.OrdinalIgnoreCase) && Style().IsMatch(plain[f.Length..]));
    }

    private static string[] Load()
    {
        using var stream = typeof(FontNames).Assembly.GetManifestResourceStream("WooPipeline.Pdf.Data.font-families.txt")
            ?? throw new InvalidOperationException("Data/font-families.txt is missing from WooPipeline.Pdf.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The name of a character map behind that of a composite font.</summary>
    [GeneratedRegex(@"-(?:Identity|Uni[A-Za-z0-9]+(-UTF16|-UCS2)?)-[HV]$")]
    private static partial Regex MapSuffix();

    [GeneratedRegex(@"^(?:[-,_]|Bold|Italics?|Oblique|Regular|Roman|Light|Medium|Book|Black|Heavy|Thin|Semi|Demi|Extra|Ultra|Narrow|Condensed|Cond|Neue|New|MT|PS|Std|Pro|UI|Math|Text|Display|Unicode|MS|It|LT|BT|W?\d{1,3}|[A-Z]{0,2}\d{1,2})*$", RegexOptions.IgnoreCase)]
    private static partial Regex Style();
}
