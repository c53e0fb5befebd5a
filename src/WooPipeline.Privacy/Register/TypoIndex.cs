using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>
/// Finds long names that were mistyped by one letter: a letter too many, too few, changed or swapped. Every name is stored with
/// each of its letters left out; a word with one of its letters left out meets it there.
/// </summary>
internal sealed class TypoIndex
{
    private const int Shortest = 6;
    private const int Longest = 24;
    private readonly HashIndex index;

    public TypoIndex(ImmutableArray<Person> persons, Lexicon lexicon)
    {
        var entries = new Dictionary<ulong, ulong>();
        for (var p = 0; p < persons.Length; p++)
        {
            var person = persons[p];
            if (person.Role is not null || person.Strength != Strength.Confirmed)
            {
                continue;
            }

            foreach (var word in person.Names.SelectMany(n => n.Surname.Concat(n.Given)).Where(w => w.Length >= Shortest && w.Length <= Longest).Distinct())
            {
                entries.TryAdd(WordHash.Of(word), (ulong)p + 1);
                for (var i = 0; i < word.Length; i++)
                {
                    entries.TryAdd(WordHash.Of(word.Remove(i, 1)), (ulong)p + 1);
                }

                entries.TryAdd(WordHash.Of(Sound(word)), (ulong)p + 1);
            }
        }

        index = new HashIndex(entries);
        IsEmpty = entries.Count == 0;
        _ = lexicon;
    }

    public bool IsEmpty { get; }

    /// <summary>Index of the person whose name the word may be; -1 where none.</summary>
    public int Find(string word)
    {
        if (IsEmpty || word.Length < Shortest - 1 || word.Length > Longest + 1)
        {
            return -1;
        }

        var found = index.Find(WordHash.Of(word));
        found = found != 0 ? found : index.Find(WordHash.Of(Sound(word)));
        if (word.Length >= Shortest)
        {
            Span<char> shorter = stackalloc char[word.Length - 1];
            for (var i = 0; i < word.Length && found == 0; i++)
            {
                word.AsSpan(0, i).CopyTo(shorter);
                word.AsSpan(i + 1).CopyTo(shorter[i..]);
                found = index.Find(WordHash.Of(shorter));
            }
        }

        return (int)found - 1;
    }

    /// <summary>A word by its Dutch sound, roughly: names are spelled by ear on the telephone.</summary>
    private static string Sound(string word) => word
        .Replace("ij", "ei", StringComparison.Ordinal).Replace("y", "ei", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal)
        .Replace("ph", "f", StringComparison.Ordinal).Replace("th", "t", StringComparison.Ordinal).Replace("dt", "d", StringComparison.Ordinal)
        .Replace("ae", "aa", StringComparison.Ordinal).Replace("oe", "u", StringComparison.Ordinal).Replace("sch", "sg", StringComparison.Ordinal)
        .Replace('c', 'k').Replace('z', 's').Replace('v', 'f') + "~";
}
