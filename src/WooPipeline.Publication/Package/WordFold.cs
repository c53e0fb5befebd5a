using System.Globalization;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>What a character counts for where words are compared: its lower-case letters, nothing, or the end of a word.</summary>
internal static class WordFold
{
    /// <summary>Up to here the letters are worked out beforehand: Latin with its extensions, which is nearly all of a dossier.</summary>
    private const int Known = 0x250;
    private static readonly string?[] Latin = [.. Enumerable.Range(0, Known).Select(c => Work((char)c))];

    /// <summary>Letters of the folded character; empty for what parts words; null for what is passed over.</summary>
    public static string? Of(char c) => c < Known ? Latin[c] : Work(c);

    private static string? Work(char c)
    {
        if (c < 128)
        {
            return char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c).ToString() : "";
        }

        var category = CharUnicodeInfo.GetUnicodeCategory(c);
        if (category is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark)
        {
            return null;
        }

        var special = c switch { 'ß' => "ss", 'ø' or 'Ø' => "o", 'ł' or 'Ł' => "l", 'æ' or 'Æ' => "ae", 'œ' or 'Œ' => "oe", 'đ' or 'Đ' => "d", 'ı' => "i", _ => null };
        if (special is not null)
        {
            return special;
        }

        if (char.IsSurrogate(c) || category is UnicodeCategory.OtherPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation)
        {
            return "";
        }

        var letters = new StringBuilder();
        foreach (var part in Decomposition.Compatible(c))
        {
            if (char.IsLetterOrDigit(part))
            {
                letters.Append(char.ToLowerInvariant(part));
            }
        }

        return letters.ToString();
    }
}
