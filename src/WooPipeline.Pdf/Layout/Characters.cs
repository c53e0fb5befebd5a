using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Layout;

/// <summary>What characters do on a page, apart from their shape.</summary>
internal static class Characters
{
    public const int Replacement = 0xFFFD;

    /// <summary>Text in composed form and without halves of characters, so that what is read back is plain Unicode.</summary>
    public static string Clean(string text)
    {
        var plain = true;
        foreach (var c in text)
        {
            plain &= c < 0x300;
        }

        if (plain)
        {
            return text;
        }

        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune.ToString());
        }

        return UnicodeForms.Composed(whole.ToString());
    }

    /// <summary>Text for a title: clean, on one line, without control characters.</summary>
    public static string CleanLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in Clean(text).EnumerateRunes())
        {
            line.Append(IsSpace(rune.Value) || EndsLine(rune.Value) || IsControl(rune.Value) ? " " : IsInvisible(rune.Value) ? "" : rune.ToString());
        }

        return string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>True for what ends a line by itself; a carriage return is left to the line feed after it.</summary>
    public static bool EndsLine(int c) => c is '\n' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029;

    /// <summary>True for white space at which a line may end.</summary>
    public static bool IsSpace(int c) => c is ' ' or '\t' or 0x1680 or (>= 0x2000 and <= 0x2006) or (>= 0x2008 and <= 0x200A) or 0x205F or 0x3000;

    /// <summary>True for what shapes or orders text and isn't seen itself: joiners, marks of direction, variants, soft hyphens.</summary>
    public static bool IsInvisible(int c) =>
        c is 0xAD or 0x34F or 0x61C or 0x180E or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E)
            or (>= 0x2060 and <= 0x206F) or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or (>= 0xE0000 and <= 0xE0FFF);

    /// <summary>True for control characters and those that no one may give a meaning (noncharacters).</summary>
    public static bool IsControl(int c) => c < 0x20 || c is (>= 0x7F and < 0xA0) or (>= 0xFDD0 and <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;

    /// <summary>What a character of the private use area stands for: the bullets of symbol fonts, else the replacement character.</summary>
    public static int FromPrivateUse(int c) => c switch
    {
        0xF0B7 or 0xF06C or 0xF09F => 0x2022,
        0xF0A7 or 0xF06E => 0x25AA,
        0xF0D8 or 0xF076 => 0x203A,
        0xF0FC => 0x2713,
        0xF0A8 or 0xF06F => 0x25A1,
        0xF0E0 => 0x2192,
        >= 0xF020 and <= 0xF07E => c - 0xF000,
        _ => Replacement,
    };

    public static bool IsPrivateUse(int c) => c is (>= 0xE000 and <= 0xF8FF) or >= 0xF0000;

    /// <summary>True for letters written from right to left.</summary>
    public static bool IsRightToLeft(int c) =>
        c is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFE) or (>= 0x10800 and <= 0x10FFF)
        && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.DecimalDigitNumber;

    /// <summary>True for scripts written without spaces, where a line may end after any character.</summary>
    public static bool IsIdeographic(int c) => c is (>= 0x2E80 and <= 0x9FFF) or (>= 0xAC00 and <= 0xD7AF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    /// <summary>True where a word too long for its line may be cut after this character: the seams of addresses and names.</summary>
    public static bool IsSeam(int c) => c is '/' or '?' or '&' or '=' or '.' or '_' or '@' or ':' or ';' or ',' or '#' or '%' or '+' or '|' or '\\';
}
