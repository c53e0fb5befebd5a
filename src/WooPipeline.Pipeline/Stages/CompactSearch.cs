using System.Globalization;
using System.Text;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline;

/// <summary>
/// Finds a form in a text by its letters and digits alone, whatever case, accents, signs and spaces stand between them: as widely as
/// <c>verify</c> looks, so that what it refuses can be taken out.
/// </summary>
internal sealed class CompactSearch
{
    private readonly string letters;
    private readonly List<int> places;
    private readonly string text;

    public CompactSearch(string text)
    {
        this.text = text;
        (letters, places) = Compact(text);
    }

    /// <summary>The places of a form that begin and end where words do, each grown to whole words: <c>de Regel</c> doesn't stand in <c>gewijzigde regelgeving</c>.</summary>
    public IEnumerable<TextSpan> Find(string form)
    {
        var (sought, _) = Compact(form);
        if (sought.Length == 0)
        {
            yield break;
        }

        for (var at = letters.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = letters.IndexOf(sought, at + sought.Length, StringComparison.Ordinal))
        {
            var (start, end) = (places[at], places[at + sought.Length - 1] + 1);
            if (IsSeam(start) && IsSeam(end))
            {
                yield return WholeWords(start, end);
            }
        }
    }

    /// <summary>Letters and digits of a form or text alone.</summary>
    public static string LettersOf(string text) => Compact(text).Letters;

    /// <summary>True where the check lets a word begin or end: beside a sign, at a capital behind a small letter, between letters and digits.</summary>
    private bool IsSeam(int at)
    {
        if (at == 0 || at >= text.Length)
        {
            return true;
        }

        var (before, here) = (text[at - 1], text[at]);
        return !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(here) || (char.IsUpper(here) && char.IsLower(before)) || char.IsAsciiDigit(here) != char.IsAsciiDigit(before);
    }

    private TextSpan WholeWords(int start, int end)
    {
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return new TextSpan(start, end);
    }

    private static (string Letters, List<int> Places) Compact(string text)
    {
        var letters = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAscii(text[i]))
            {
                Add(text[i], i);
            }
            else if (!char.IsSurrogate(text[i]))
            {
                foreach (var part in Decomposition.Compatible(text[i]))
                {
                    Add(part, i);
                }
            }
        }

        return (letters.ToString(), places);

        void Add(char c, int place)
        {
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                letters.Append(char.ToLowerInvariant(c));
                places.Add(place);
            }
        }
    }
}
