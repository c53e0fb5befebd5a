using System.Globalization;

namespace WooPipeline.Publication.Verification;

/// <summary>
/// Letters behind glyph names (Adobe Glyph List, as far as folding needs it): signs on letters don't matter here, so <c>eacute</c> is e.
/// </summary>
internal static class PdfGlyphNames
{
    private static readonly Dictionary<string, string> Special = new(StringComparer.Ordinal)
    {
        ["zero"] = "0",
        ["one"] = "1",
        ["two"] = "2",
        ["three"] = "3",
        ["four"] = "4",
        ["five"] = "5",
        ["six"] = "6",
        ["seven"] = "7",
        ["eight"] = "8",
        ["nine"] = "9",
        ["germandbls"] = "ss",
        ["ae"] = "ae",
        ["AE"] = "ae",
        ["oe"] = "oe",
        ["OE"] = "oe",
        ["fi"] = "fi",
        ["fl"] = "fl",
        ["ff"] = "ff",
        ["ffi"] = "ffi",
        ["ffl"] = "ffl",
        ["ij"] = "ij",
        ["IJ"] = "ij",
        ["at"] = "@",
        ["dotlessi"] = "i",
        ["hyphen"] = "-",
        ["period"] = ".",
        ["comma"] = ",",
    };

    /// <summary>The text; a space for a name that is no letter or digit.</summary>
    public static string Text(string name)
    {
        var plain = name.Split('.')[0];
        if (Special.TryGetValue(plain, out var special))
        {
            return special;
        }

        if (plain.Length == 0)
        {
            return " ";
        }

        if (plain.Length == 1)
        {
            return plain;
        }

        var hex = plain.StartsWith("uni", StringComparison.Ordinal) ? plain[3..] : plain[0] == 'u' ? plain[1..] : "";
        if (hex.Length is >= 4 and <= 6 && int.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && code <= 0x10FFFF && code is < 0xD800 or > 0xDFFF)
        {
            return char.ConvertFromUtf32(code);
        }

        string[] signs = ["acute", "grave", "dieresis", "circumflex", "tilde", "cedilla", "caron", "ring", "slash", "ogonek", "macron", "breve", "dotaccent", "croat", "commaaccent", "hungarumlaut"];
        return signs.Contains(plain[1..]) ? plain[..1] : " ";
    }
}
