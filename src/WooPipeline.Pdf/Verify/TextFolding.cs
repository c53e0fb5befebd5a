using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Verify;

/// <summary>Brings text to the form in which it is compared: compatibility forms undone, no accents, no invisible signs, lower case, single spaces.</summary>
internal static class TextFolding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value >= 0x80 && UnicodeForms.PartsOf(rune) is { } parts)
            {
                foreach (var part in parts)
                {
                    Add(folded, part);
                }
            }
            else if (rune.IsBmp)
            {
                Add(folded, (char)rune.Value);
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
            {
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return folded.ToString().Trim();
    }

    private static void Add(StringBuilder folded, char c)
    {
        var kind = char.GetUnicodeCategory(c);
        if (kind is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || c == '\u00AD')
        {
            return;
        }

        if (!char.IsWhiteSpace(c) && !char.IsControl(c))
        {
            folded.Append(Plain(char.ToLowerInvariant(c)));
        }
        else if (folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }

    /// <summary>Letters and digits only.</summary>
    public static string Squeeze(string folded) => string.Concat(folded.Where(char.IsLetterOrDigit));

    private static char Plain(char c) => c switch
    {
        '‘' or '’' or '‛' or '′' or '`' => '\'',
        '“' or '”' or '„' => '"',
        '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
        'ø' => 'o',
        'ł' => 'l',
        'đ' => 'd',
        'ı' => 'i',
        _ => c,
    };
}
