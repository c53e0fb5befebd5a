using System.Globalization;
using System.Text;

namespace WooPipeline.Publication.Verification;

/// <summary>
/// Reduces characters to what two spellings of one word share: small letters without signs, and digits. Independent of the code that
/// found and removed, on purpose.
/// </summary>
internal static class Folding
{
    /// <summary>What a character becomes: letters or digits, <see cref="Separator"/>, or <see cref="Nothing"/>.</summary>
    public static string Of(char c) => c < Table.Length ? Table[c] : Slow(c);

    /// <summary>Parts words.</summary>
    public const string Separator = " ";

    /// <summary>Is passed over: soft hyphens, joiners, combining signs.</summary>
    public const string Nothing = "";

    /// <summary>What <see cref="Quick"/> gives for <see cref="Separator"/>.</summary>
    public const char QuickSeparator = '\u0001';

    /// <summary>What <see cref="Quick"/> gives for <see cref="Nothing"/>.</summary>
    public const char QuickNothing = '\u0002';

    /// <summary>What <see cref="Quick"/> gives for a character that becomes several.</summary>
    public const char QuickSeveral = '\u0003';

    /// <summary>As <see cref="Of"/>, as one character.</summary>
    public static char Quick(char c) => c < QuickTable.Length ? QuickTable[c] : Single(Of(c));

    private static readonly string[] Table = [.. Enumerable.Range(0, 0x250).Select(c => Slow((char)c))];

    private static readonly char[] QuickTable = [.. Table.Select(Single)];

    private static char Single(string folded) =>
        folded == Separator ? QuickSeparator : folded.Length == 0 ? QuickNothing : folded.Length > 1 ? QuickSeveral : folded[0];

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

        var special = "ßss ØO øo ŁL łl ÆAE æae ŒOE œoe ĐD đd ıi ÞTH þth".Split(' ').FirstOrDefault(s => s[0] == c);
        var letters = new StringBuilder();
        foreach (var part in special?[1..] ?? c.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(part))
            {
                letters.Append(char.ToLowerInvariant(part));
            }
        }

        return letters.Length > 0 ? letters.ToString() : Separator;
    }

    /// <summary>The words of a text: runs of letters and digits, folded.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var c in text)
        {
            var folded = Of(c);
            if (folded != Separator)
            {
                word.Append(folded);
            }
            else if (word.Length > 0)
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
