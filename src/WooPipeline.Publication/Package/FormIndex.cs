using System.Globalization;
using System.Text;

namespace WooPipeline.Publication;

/// <summary>
/// Finds forms in text as whole words: letters and digits only, case, diacritics and signs aside. <c>verify</c> counts by code of its
/// own; the two must agree on what a word is (a run of letters and digits).
/// </summary>
internal sealed class FormIndex
{
    private readonly Dictionary<string, List<(string[] Words, int Form)>> byFirst = new(StringComparer.Ordinal);

    /// <summary>Makes an index of forms; their numbers are their places in the list.</summary>
    public FormIndex(IReadOnlyList<string> forms)
    {
        for (var form = 0; form < forms.Count; form++)
        {
            var words = Words(forms[form]).Select(w => w.Word).ToArray();
            if (words.Length > 0)
            {
                if (!byFirst.TryGetValue(words[0], out var list))
                {
                    byFirst[words[0]] = list = [];
                }

                list.Add((words, form));
            }
        }
    }

    /// <summary>Every occurrence: the form's number, and where it starts and ends in the text's UTF-16 units.</summary>
    public IEnumerable<(int Form, int Start, int End)> Find(string text)
    {
        var words = Words(text);
        for (var w = 0; w < words.Count; w++)
        {
            if (!byFirst.TryGetValue(words[w].Word, out var candidates))
            {
                continue;
            }

            foreach (var (sought, form) in candidates)
            {
                if (Matches(words, w, sought))
                {
                    yield return (form, words[w].Start, words[w + sought.Length - 1].End);
                }
            }
        }
    }

    /// <summary>The words of a text, folded, with their places.</summary>
    public static List<(string Word, int Start, int End)> Words(string text)
    {
        var result = new List<(string, int, int)>();
        var word = new StringBuilder();
        var start = 0;
        var end = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var folded = Fold(text[i]);
            if (folded is null)
            {
                continue; // a soft hyphen or combining sign doesn't part a word
            }

            if (folded.Length == 0)
            {
                Close();
                continue;
            }

            start = word.Length == 0 ? i : start;
            word.Append(folded);
            end = i + 1;
        }

        Close();
        return result;

        void Close()
        {
            if (word.Length > 0)
            {
                result.Add((word.ToString(), start, end));
                word.Clear();
            }
        }
    }

    private static bool Matches(List<(string Word, int Start, int End)> words, int at, string[] sought)
    {
        for (var i = 0; i < sought.Length; i++)
        {
            if (at + i >= words.Count || words[at + i].Word != sought[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Letters of the folded character; empty for what parts words; null for what is passed over.</summary>
    private static string? Fold(char c)
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

        if (char.IsSurrogate(c))
        {
            return "";
        }

        var letters = new StringBuilder();
        foreach (var part in c.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(part))
            {
                letters.Append(char.ToLowerInvariant(part));
            }
        }

        return letters.ToString();
    }
}
