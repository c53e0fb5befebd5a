using System.Collections.Immutable;

namespace WooPipeline.Publication.Verification;

/// <summary>
/// Finds forms: distinctive ones through any signs between their letters, all of them as whole words. What it costs grows with the
/// text and hardly with the number of forms.
/// </summary>
internal sealed class FormMatcher
{
    private readonly SpellingIndex spellings;
    private readonly WordTrie words = new();

    /// <summary>A matcher of removed forms.</summary>
    public FormMatcher(SearchFormSet set)
    {
        var context = Folding.Words(set.Context).ToHashSet(StringComparer.Ordinal);
        var distinctive = new List<(string Spelling, SearchForm Form)>();
        foreach (var form in set.Forms.Where(f => f.Words.Length > 0))
        {
            if (form.IsDistinctive && !(form.Words.Length == 1 && context.Contains(form.Squashed)))
            {
                distinctive.AddRange(PhoneSpellings.Of(form.Squashed).Select(s => (s, form)));
            }

            if (form.IsCountable)
            {
                words.Add(form.Words.AsSpan(), form);
            }
        }

        spellings = new SpellingIndex(distinctive);
    }

    /// <summary>A matcher of names of files, each as distinctive as it is.</summary>
    public FormMatcher(IEnumerable<string> names) =>
        spellings = new SpellingIndex(names.Select(n => new SearchForm(0, [.. Folding.Words(n)], ImmutableDictionary<string, int>.Empty))
            .Where(f => f.Squashed.Length >= SpellingIndex.KeyLength)
            .SelectMany(f => PhoneSpellings.Of(f.Squashed), (f, spelling) => (spelling, f)));

    /// <summary>Distinctive forms, with the places (UTF-16 units) where each starts and where its last letter stands.</summary>
    public IReadOnlyList<(SearchForm Form, int Place, int Last)> Distinctive(Squashed text)
    {
        var letters = text.Letters;
        List<(SearchForm, int, int)>? found = null;
        for (var i = 0; i + SpellingIndex.KeyLength <= letters.Length; i++)
        {
            if (!text.StartsWord(i) || !spellings.MayStart(letters[i..]))
            {
                continue;
            }

            foreach (var (form, length) in spellings.Starting(letters[i..]))
            {
                if (text.EndsWord(i + length) && (!form.IsOneWord || IsOneWord(text, i, length)) && !IsAmongNumbers(text, i, length) && !GroundCodes.IsPartOf(text, i, length))
                {
                    (found ??= []).Add((form, text.Place(i), text.Place(i + length - 1)));
                }
            }
        }

        return found ?? (IReadOnlyList<(SearchForm, int, int)>)[];
    }

    /// <summary>How often each form stands in a text (<see cref="Squashed.FillText"/>) as whole words; null where none does.</summary>
    public Dictionary<SearchForm, int>? Count(Squashed text)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        Dictionary<SearchForm, int>? counts = null;
        var letters = text.Letters;
        for (var start = 0; start < letters.Length; start = WordEnd(text, start))
        {
            var node = 0;
            for (var at = start; at < letters.Length;)
            {
                var end = WordEnd(text, at);
                if (!words.TryNext(node, letters[at..end], out node))
                {
                    break;
                }

                foreach (var form in GroundCodes.IsPartOf(text, start, end - start) ? [] : words.Ending(node))
                {
                    counts ??= new Dictionary<SearchForm, int>(ReferenceEqualityComparer.Instance);
                    counts[form] = counts.GetValueOrDefault(form) + 1;
                }

                at = end;
            }
        }

        return counts;
    }

    private static int WordEnd(Squashed text, int start)
    {
        var end = start + 1;
        while (end < text.Length && !text.IsParted(end))
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// True in bytes where digits come together only across signs and more digits stand beside them: a row of numbers (places, offsets,
    /// widths) holds every telephone number sooner or later, and so do the numbers that end one line of a list and begin the next.
    /// </summary>
    private static bool IsAmongNumbers(Squashed text, int start, int length)
    {
        var letters = text.Letters;
        return text.IsRaw && !letters.Slice(start, length).ContainsAnyExceptInRange('0', '9') && !IsOneWord(text, start, length)
            && (IsOverLines(text, start, length) || (start > 0 && char.IsAsciiDigit(letters[start - 1])) || (start + length < letters.Length && char.IsAsciiDigit(letters[start + length])));
    }

    private static bool IsOverLines(Squashed text, int start, int length)
    {
        for (var i = start + 1; i < start + length; i++)
        {
            if (text.IsOverLine(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where no sign stands within: <c>Smash '78</c> is not the word <c>smash78</c>.</summary>
    private static bool IsOneWord(Squashed text, int start, int length)
    {
        for (var i = start + 1; i < start + length; i++)
        {
            if (text.IsParted(i))
            {
                return false;
            }
        }

        return true;
    }
}
