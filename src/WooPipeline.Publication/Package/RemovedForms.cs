using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>Collects what was removed, with how often the same string rightly still stands where.</summary>
public static class RemovedForms
{
    private static readonly HashSet<string> Particles =
        new(DataTable.Read("particles.csv").Select(r => r[0]), StringComparer.Ordinal);

    /// <summary>Words that every mark of ours shows (<c>gelakt, artikel 5.1, tweede lid, aanhef en onder e, Woo</c>): where one is removed by itself, no check can tell the two apart.</summary>
    private static readonly HashSet<string> Marked = new(DataTable.Read("mark-words.csv").Select(r => r[0]), StringComparer.Ordinal);

    /// <summary>
    /// All removed forms of a dossier. A form of several distinguishing words, or a number, may stand only where it was expressly kept;
    /// a single word may also stand where nothing was decided about it (<c>de bakker</c>). Counts come from the source minus the decisions,
    /// never from the redacted output, so that a fault of the redactor is found.
    /// </summary>
    /// <param name="texts">All texts: sources, and rendered texts with what was removed from them.</param>
    public static ImmutableArray<RemovedForm> Collect(IEnumerable<RedactedText> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var all = texts.ToArray();
        return Collect(all.SelectMany(t => t.RemovedTexts), [.. all.Select(t => (Func<RedactedText>)(() => t))]);
    }

    /// <summary>As <see cref="Collect(IEnumerable{RedactedText})"/>, with a few texts in memory at once.</summary>
    /// <param name="removed">All that was removed, in any order.</param>
    /// <param name="texts">Gives the texts that are published.</param>
    public static ImmutableArray<RemovedForm> Collect(IEnumerable<string> removed, IReadOnlyList<Func<RedactedText>> texts)
    {
        ArgumentNullException.ThrowIfNull(removed);
        ArgumentNullException.ThrowIfNull(texts);
        var forms = Distinct(removed);
        var index = new FormIndex(forms);
        bool[] distinctive = [.. forms.Select(IsDistinctive)];
        var allowed = new List<KeyValuePair<string, int>>?[forms.Count];
        Parallel.ForEach(texts, Cores.All, make => Count(make(), index, distinctive, allowed));
        return [.. forms.Select((form, i) => new RemovedForm(form, PathCounts.Of(allowed[i] ?? [])))];
    }

    private static void Count(RedactedText text, FormIndex index, bool[] distinctive, List<KeyValuePair<string, int>>?[] allowed)
    {
        if (text.PublicFiles.IsEmpty)
        {
            return;
        }

        var (gone, kept) = (new SpanSet(text.Removed.Concat(text.Dropped)), new SpanSet(text.Kept));
        var standing = new Dictionary<int, int>();
        foreach (var (form, start, end) in index.Find(text.Text))
        {
            var found = new TextSpan(start, end);
            if (!gone.Overlaps(found) && (!distinctive[form] || kept.Overlaps(found)))
            {
                standing[form] = standing.GetValueOrDefault(form) + 1;
            }
        }

        lock (allowed)
        {
            foreach (var (form, count) in standing)
            {
                (allowed[form] ??= []).AddRange(text.PublicFiles.Select(path => KeyValuePair.Create(path, count)));
            }
        }
    }

    /// <summary>
    /// True for a form that no chance would put in a text: two or more words that aren't particles or single letters, or seven or more
    /// digits that are no date.
    /// </summary>
    public static bool IsDistinctive(string form)
    {
        var words = FormIndex.Words(form).Select(w => w.Word).ToArray();
        var digits = words.Sum(w => w.Count(char.IsAsciiDigit));
        return words.Count(w => w.Length > 1 && !Particles.Contains(w) && !w.All(char.IsAsciiDigit)) >= 2 || (digits >= 7 && !IsDate(words) && words.SelectMany(w => w).Where(char.IsAsciiDigit).Distinct().Count() >= 3);
    }

    /// <summary>A date in digits, with or without a time behind it.</summary>
    private static bool IsDate(string[] words) =>
        words.Length >= 3 && words.All(w => w.All(char.IsAsciiDigit) && w.Length is 1 or 2 or 4) && words.Take(3).Sum(w => w.Length) <= 8
        && words.Skip(3).All(w => w.Length <= 2);

    private static List<string> Distinct(IEnumerable<string> removed)
    {
        // One spelling stands for all that differ only in case and signs, so that counts aren't split.
        var byWords = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var form in removed.Distinct(StringComparer.Ordinal).Select(r => r.Trim()))
        {
            var words = string.Join(' ', FormIndex.Words(form).Select(w => w.Word));

            // A particle alone (van, de) names no one and stands everywhere.
            if (words.Length > 1 && !Particles.Contains(words) && !Marked.Contains(words) && (!byWords.TryGetValue(words, out var known) || string.CompareOrdinal(form, known) < 0))
            {
                byWords[words] = form;
            }
        }

        return [.. byWords.Values];
    }
}
