using System.Globalization;
using System.Text;

namespace WooPipeline.Pdf.Fonts;

/// <summary>From glyph names to text, by the rules of the Adobe glyph list specification: parts, suffixes, <c>uniXXXX</c>, <c>uXXXXXX</c>.</summary>
internal static class GlyphNames
{
    /// <summary>The text of a name; empty where it tells none (<c>g23</c>, <c>.notdef</c>).</summary>
    public static string TextOf(string name)
    {
        if (FontData.TextOfName(name) is { } known)
        {
            return known;
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var stem = dot >= 0 ? name[..dot] : name;
        if (!stem.Contains('_', StringComparison.Ordinal))
        {
            return OfPart(stem);
        }

        var text = new StringBuilder();
        foreach (var part in stem.Split('_'))
        {
            text.Append(OfPart(part));
        }

        return text.ToString();
    }

    /// <summary>A name of a character: of the standard fonts where one has it, else by its number.</summary>
    public static string NameOf(Rune rune)
    {
        var known = Array.Find(FontData.Encoding("symbol"), n => n is not null && TextOf(n) == rune.ToString());
        return known ?? string.Create(CultureInfo.InvariantCulture, $"{(rune.Value > 0xFFFF ? "u" : "uni")}{rune.Value:X4}");
    }

    private static string OfPart(string part)
    {
        if (part.Length == 0)
        {
            return "";
        }

        if (FontData.TextOfName(part) is { } known)
        {
            return known;
        }

        if (part.StartsWith("uni", StringComparison.Ordinal) && part.Length >= 7 && part.Length % 4 == 3)
        {
            var text = new StringBuilder();
            for (var i = 3; i < part.Length; i += 4)
            {
                if (!ushort.TryParse(part.AsSpan(i, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
                {
                    return "";
                }

                text.Append((char)unit);
            }

            return text.ToString();
        }

        if (part[0] == 'u' && part.Length is >= 5 and <= 7
            && int.TryParse(part.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code))
        {
            return new Rune(code).ToString();
        }

        return "";
    }
}
