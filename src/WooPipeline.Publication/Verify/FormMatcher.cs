namespace WooPipeline.Publication.Verification;

/// <summary>Finds forms: distinctive ones through any signs between their letters, all of them as whole words.</summary>
internal sealed class FormMatcher
{
    private const int KeyLength = 5;
    private readonly Dictionary<string, List<(SearchForm Form, string Spelling)>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(SearchForm Form, string Spelling)>>.AlternateLookup<ReadOnlySpan<char>> keys;
    private readonly Dictionary<string, List<SearchForm>> byFirstWord = new(StringComparer.Ordinal);

    /// <summary>A matcher of removed forms.</summary>
    public FormMatcher(SearchFormSet set)
    {
        var context = Folding.Words(set.Context).ToHashSet(StringComparer.Ordinal);
        foreach (var form in set.Forms.Where(f => f.Words.Length > 0))
        {
            if (form.IsDistinctive && !(form.Words.Length == 1 && context.Contains(form.Squashed)))
            {
                AddSpellings(form);
            }

            if (form.IsCountable)
            {
                Add(byFirstWord, form.Words[0], form);
            }
        }

        keys = byKey.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>A matcher of names of files, each as distinctive as it is.</summary>
    public FormMatcher(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            var form = new SearchForm(0, [.. Folding.Words(name)], []);
            if (form.Squashed.Length >= KeyLength)
            {
                AddSpellings(form);
            }
        }

        keys = byKey.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Distinctive forms, with the place (UTF-16 units) where each starts.</summary>
    public IReadOnlyList<(SearchForm Form, int Place)> Distinctive(Squashed text)
    {
        var letters = text.Letters;
        List<(SearchForm, int)>? found = null;
        for (var i = 0; i + KeyLength <= letters.Length; i++)
        {
            if (!text.StartsWord(i) || !keys.TryGetValue(letters.Slice(i, KeyLength), out var candidates))
            {
                continue;
            }

            foreach (var (form, spelling) in candidates)
            {
                if (letters[i..].StartsWith(spelling, StringComparison.Ordinal) && text.EndsWord(i + spelling.Length)
                    && (!form.IsOneWord || IsOneWord(text, i, spelling.Length)))
                {
                    (found ??= []).Add((form, text.Place(i)));
                }
            }
        }

        return found ?? (IReadOnlyList<(SearchForm, int)>)[];
    }

    /// <summary>How often each form stands in a text as whole words; only those that do.</summary>
    public Dictionary<SearchForm, int> Count(string text)
    {
        var counts = new Dictionary<SearchForm, int>(ReferenceEqualityComparer.Instance);
        if (byFirstWord.Count == 0)
        {
            return counts;
        }

        string[] words = [.. Folding.Words(text)];
        for (var w = 0; w < words.Length; w++)
        {
            if (byFirstWord.TryGetValue(words[w], out var candidates))
            {
                foreach (var form in candidates.Where(f => f.Words.AsSpan().SequenceEqual(words.AsSpan(w, Math.Min(f.Words.Length, words.Length - w)))))
                {
                    counts[form] = counts.GetValueOrDefault(form) + 1;
                }
            }
        }

        return counts;
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

    private void AddSpellings(SearchForm form)
    {
        foreach (var spelling in PhoneSpellings.Of(form.Squashed))
        {
            Add(byKey, spelling[..KeyLength], (form, spelling));
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> index, string key, T form)
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }

        list.Add(form);
    }
}
