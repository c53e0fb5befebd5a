using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Publication.Verification;

/// <summary>
/// Reduces characters to what two spellings of one word share: small letters without signs, and digits. Independent of the code that
/// found and removed, on purpose.
/// </summary>
internal static class Folding
{
    /// <summary>Parts words.</summary>
    public const string Separator = " ";

    /// <summary>Is passed over: soft hyphens, joiners, combining signs.</summary>
    public const string Nothing = "";

    private static readonly FrozenDictionary<char, string> SeveralLetters = Enumerable.Range(0, 0x10000)
        .Select(c => (Character: (char)c, Folded: Slow((char)c))).Where(f => f.Folded.Length > 1).ToFrozenDictionary(f => f.Character, f => f.Folded);

    private static readonly FoldedCharacter[] Table = [.. Enumerable.Range(0, 0x10000).Select(c => FoldedCharacter.Of((char)c, Slow((char)c)))];

    /// <summary>What each of the 65,536 characters becomes: every byte of a package passes through this table.</summary>
    public static ReadOnlySpan<FoldedCharacter> Characters => Table;

    /// <summary>The letters of a character that becomes several.</summary>
    public static string Several(char c) => SeveralLetters[c];

    private static string Slow(char c)
    {
        if (char.IsAsciiLetterOrDigit(c))
        {
            return char.ToLowerInvariant(c).ToString();
        }

        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                return Nothing;
            case UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
                return Separator;
            default:
                break;
        }

        var letters = new StringBuilder();
        foreach (var part in Special(c) ?? Decomposition.Compatible(c))
        {
            if (char.IsLetterOrDigit(part))
            {
                letters.Append(char.ToLowerInvariant(part));
            }
        }

        return letters.Length > 0 ? letters.ToString() : Separator;
    }

    private static string? Special(char c) => c switch
    {
        'ß' => "ss",
        'Ø' or 'ø' => "o",
        'Ł' or 'ł' => "l",
        'Æ' or 'æ' => "ae",
        'Œ' or 'œ' => "oe",
        'Đ' or 'đ' => "d",
        'ı' => "i",
        'Þ' or 'þ' => "th",
        _ => null,
    };

    /// <summary>The words of a text: runs of letters and digits, folded.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            var folded = Table[c];
            if (folded.IsSeveral)
            {
                word.Append(SeveralLetters[c]);
            }
            else if (folded.IsLetter)
            {
                word.Append(folded.Letter);
            }
            else if (folded.IsSeparator && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
