using System.Globalization;
using System.Text;

namespace WooPipeline.Pdf.Verify;

/// <summary>Brings text to the form in which it is compared: compatibility forms undone, no accents, no invisible signs, lower case, single spaces.</summary>
internal static class TextFolding
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Valid(text).Normalize(NormalizationForm.FormKD))
        {
            var kind = char.GetUnicodeCategory(c);
            if (kind is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || c == '\u00AD')
            {
                continue;
            }

            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else
            {
                folded.Append(Plain(char.ToLowerInvariant(c)));
            }
        }

        return folded.ToString().Trim();
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

    private static string Valid(string text)
    {
        // Bytes read as UTF-16 give halves of pairs and code points that are no characters, which can't be normalised.
        var valid = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0 ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
        if (valid.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') >= 0)
        {
            valid = string.Concat(valid.EnumerateRunes().Select(r => (r.Value & 0xFFFE) == 0xFFFE ? "\uFFFD" : r.ToString()));
        }

        return valid.AsSpan().IndexOfAny("\uFFFE\uFFFF") >= 0 || valid.AsSpan().IndexOfAnyInRange('\uFDD0', '\uFDEF') >= 0
            ? string.Concat(valid.Select(c => c is '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF') ? '\uFFFD' : c)) : valid;
    }
}
