using System.Globalization;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// One form for all spellings of a letter: lower case, without diacritics, invisible characters dropped. A letter folds to
/// at most two letters (<c>ß</c> to <c>ss</c>); zero means that the character is dropped.
/// </summary>
internal static class Folding
{
    private const int TableSize = 0x2000;
    private static readonly char[] First = new char[TableSize];
    private static readonly char[] Second = new char[TableSize];
    private static readonly CharKind[] Kinds = new CharKind[65536];

    static Folding()
    {
        for (var c = 0; c < 65536; c++)
        {
            Kinds[c] = Classify((char)c);
        }

        for (var c = 0; c < TableSize; c++)
        {
            var folded = Slow((char)c);
            First[c] = folded.Length > 0 ? folded[0] : '\0';
            Second[c] = folded.Length > 1 ? folded[1] : '\0';
        }
    }

    public static CharKind KindOf(char c) => Kinds[c];

    /// <summary>The folded letter, and a second one where a ligature folds to two.</summary>
    public static char Fold(char c, out char second)
    {
        if (c < TableSize)
        {
            second = Second[c];
            return First[c];
        }

        second = '\0';
        // Letters of full width (U+FF01 and on) stand for ASCII.
        return Kinds[c] == CharKind.Invisible ? '\0' : c is >= '\uFF01' and <= '\uFF5E' ? char.ToLowerInvariant((char)(c - 0xFEE0)) : char.ToLowerInvariant(c);
    }

    /// <summary>Folds a whole string; separators stay as they are.</summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
        {
            return string.Create(text.Length, text, (folded, plain) => Ascii.ToLower(plain, folded, out _));
        }

        const int OnStack = 128;
        Span<char> result = text.Length <= OnStack ? stackalloc char[OnStack * 2] : new char[text.Length * 2];
        var length = 0;
        foreach (var c in text)
        {
            var first = Fold(c, out var second);
            if (first != '\0')
            {
                result[length++] = first;
            }

            if (second != '\0')
            {
                result[length++] = second;
            }
        }

        return new string(result[..length]);
    }

    private static string Slow(char c)
    {
        if (Kinds[c] == CharKind.Invisible)
        {
            return "";
        }

        var special = c switch
        {
            'ß' or 'ẞ' => "ss",
            'æ' or 'Æ' => "ae",
            'œ' or 'Œ' => "oe",
            'ø' or 'Ø' => "o",
            'ł' or 'Ł' => "l",
            'đ' or 'Đ' or 'ð' or 'Ð' => "d",
            'þ' or 'Þ' => "th",
            'ı' or 'İ' => "i",
            'ĳ' or 'Ĳ' => "ij",
            'ŋ' or 'Ŋ' => "n",
            'ħ' or 'Ħ' => "h",
            'ŧ' or 'Ŧ' => "t",
            'ſ' => "s",
            _ => null,
        };
        if (special is not null)
        {
            return special;
        }

        if (c < 0x80)
        {
            return char.ToLowerInvariant(c).ToString();
        }

        var decomposed = Decomposition.Canonical(c);
        var kept = decomposed.Where(d => Kinds[d] != CharKind.Invisible).Select(char.ToLowerInvariant).Take(2);
        return new string([.. kept]);
    }

    private static CharKind Classify(char c)
    {
        if (c is >= '\u200B' and <= '\u200F' or >= '\u202A' and <= '\u202E' or >= '\u2060' and <= '\u2064'
            or >= '\u2066' and <= '\u2069' or '\u00AD' or '\uFEFF' or '\u034F' or '\u061C' or '\u180E')
        {
            return CharKind.Invisible;
        }

        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => CharKind.Upper,
            UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter => CharKind.Lower,
            UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharKind.Invisible,
            UnicodeCategory.Surrogate => CharKind.Symbol,
            _ => c is '\n' or '\r' or '\u2028' or '\u2029' or '\f' or '\v' ? CharKind.Break
                : c == '\t' || char.IsWhiteSpace(c) ? CharKind.Space : CharKind.Symbol,
        };
    }
}
