using System.Collections.Frozen;
using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>
/// Names of several words that belong to works, ships, halls, firms or places rather than to anybody in a dossier: painters and sea heroes, brands called
/// after their founders, cities (<c>Data/eponyms.txt</c>). A person of the dossier who is known for certain by such a name comes first.
/// </summary>
internal static class Eponyms
{
    private const string Resource = "WooPipeline.Privacy.Data.eponyms.txt";

    private static readonly Lazy<FrozenSet<string>> Names = new(() => Load().ToFrozenSet(StringComparer.Ordinal));
    private static readonly Lazy<WordListMatcher> Matcher = new(() => new WordListMatcher([.. Load().Select(n => new WordRow(n, "", "", ""))]));

    public static bool Contains(string name) => Names.Value.Contains(name);

    /// <summary>Adds those that a document writes with capitals and without a title before them.</summary>
    public static void Find(TokenText words, SortedSet<string> found)
    {
        foreach (var span in Matcher.Value.Spans(words))
        {
            var first = words.IndexAt(span.Start);
            var end = first;
            while (end < words.Count && words[end].Start < span.End)
            {
                end++;
            }

            if (words[first].IsCapital && words[end - 1].IsCapital && !words[first - 1].Is(WordClass.Title | WordClass.Relative) && words.GapBefore(end) != Gap.Hyphen)
            {
                found.Add(string.Join(' ', Enumerable.Range(first, end - first).Select(words.Folded)));
            }
        }
    }

    /// <summary>The things of a dossier without those whose name somebody bears for certain.</summary>
    public static IEnumerable<string> Without(IEnumerable<string> things, IEnumerable<PersonName> borne)
    {
        var names = borne.Select(n => string.Join(' ', n.Given.Concat(n.Particles).Concat(n.Surname))).Where(Contains).ToHashSet(StringComparer.Ordinal);
        return names.Count == 0 ? things : things.Where(t => !names.Contains(t));
    }

    private static ImmutableArray<string> Load()
    {
        using var stream = typeof(Eponyms).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
