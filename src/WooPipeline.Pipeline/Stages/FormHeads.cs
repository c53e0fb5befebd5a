namespace WooPipeline.Pipeline;

/// <summary>Which of many forms may stand in a short text, by their letters: the time hardly depends on how many there are. Where words begin and end is for <see cref="CompactSearch"/> to see.</summary>
internal sealed class FormHeads
{
    private const int HeadLength = 3;
    private readonly Dictionary<string, List<(string Letters, string Form)>> byHead = new(StringComparer.Ordinal);

    public FormHeads(IEnumerable<string> forms)
    {
        foreach (var form in forms.Distinct(StringComparer.Ordinal))
        {
            var letters = CompactSearch.LettersOf(form);
            if (letters.Length > 0)
            {
                var head = letters[..Math.Min(HeadLength, letters.Length)];
                if (!byHead.TryGetValue(head, out var list))
                {
                    byHead[head] = list = [];
                }

                list.Add((letters, form));
            }
        }
    }

    /// <summary>The forms whose letters stand in a text in a row, whatever signs stand between them.</summary>
    public IEnumerable<string> In(string text)
    {
        if (byHead.Count == 0 || text.Length == 0)
        {
            yield break;
        }

        var letters = CompactSearch.LettersOf(text);
        var lookup = byHead.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < letters.Length; i++)
        {
            for (var length = 1; length <= HeadLength && i + length <= letters.Length; length++)
            {
                foreach (var form in Starting(lookup, letters, i, length))
                {
                    yield return form;
                }
            }
        }
    }

    private static IEnumerable<string> Starting(Dictionary<string, List<(string Letters, string Form)>>.AlternateLookup<ReadOnlySpan<char>> lookup, string letters, int at, int length) =>
        lookup.TryGetValue(letters.AsSpan(at, length), out var forms)
            ? forms.Where(f => letters.AsSpan(at).StartsWith(f.Letters)).Select(f => f.Form)
            : [];
}
