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
    private readonly HashFilter filter;

    public TypoIndex(ImmutableArray<Person> persons)
    {
        var entries = new Dictionary<ulong, int>();
        var sound = new char[(Longest * 2) + 1];
        for (var p = 0; p < persons.Length; p++)
        {
            var person = persons[p];
            if (person.Role is not null || person.Strength != Strength.Confirmed)
            {
                continue;
            }

            foreach (var word in person.Names.SelectMany(n => n.Surname.Concat(n.Given)).Where(w => w.Length >= Shortest && w.Length <= Longest).Distinct())
            {
                entries.TryAdd(WordHash.Of(word), p + 1);
                var head = new WordHasher();
                for (var i = 0; i < word.Length; i++)
                {
                    var shorter = head;
                    shorter.Add(word.AsSpan(i + 1));
                    entries.TryAdd(shorter.Finish(), p + 1);
                    head.Add(word[i]);
                }

                entries.TryAdd(WordHash.Of(Sound(word, sound)), p + 1);
            }
        }

        index = new HashIndex(entries.Count, entries.Select(e => KeyValuePair.Create(e.Key, (ulong)e.Value)));
        filter = new HashFilter(entries.Keys);
        IsEmpty = entries.Count == 0;
    }

    public bool IsEmpty { get; }

    /// <summary>Index of the person whose name the word may be; -1 where none.</summary>
    public int Find(string word)
    {
        if (IsEmpty || word.Length < Shortest - 1 || word.Length > Longest + 1)
        {
            return -1;
        }

        var found = Look(WordHash.Of(word));
        if (found == 0)
        {
            Span<char> sound = stackalloc char[(word.Length * 2) + 1];
            found = Look(WordHash.Of(Sound(word, sound)));
        }

        if (word.Length >= Shortest)
        {
            var head = new WordHasher();
            for (var i = 0; i < word.Length && found == 0; i++)
            {
                var shorter = head;
                shorter.Add(word.AsSpan(i + 1));
                found = Look(shorter.Finish());
                head.Add(word[i]);
            }
        }

        return (int)found - 1;
    }

    private ulong Look(ulong hash) => filter.MayHold(hash) ? index.Find(hash) : 0;

    /// <summary>A word by its Dutch sound, roughly: names are spelled by ear on the telephone.</summary>
    private static ReadOnlySpan<char> Sound(string word, Span<char> sound)
    {
        var length = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var (first, second, step) = (word[i], next) switch
            {
                ('i', 'j') => ('e', 'i', 2),
                ('y', _) => ('e', 'i', 1),
                ('c', 'k') => ('k', '\0', 2),
                ('p', 'h') => ('f', '\0', 2),
                ('t', 'h') => ('t', '\0', 2),
                ('d', 't') => ('d', '\0', 2),
                ('a', 'e') => ('a', 'a', 2),
                ('o', 'e') => ('u', '\0', 2),
                ('c', _) => ('k', '\0', 1),
                ('z', _) => ('s', '\0', 1),
                ('v', _) => ('f', '\0', 1),
                var (letter, _) => (letter, '\0', 1),
            };
            sound[length++] = first;
            if (second != '\0')
            {
                sound[length++] = second;
            }

            i += step - 1;
        }

        // The mark keeps sounds apart from spellings.
        sound[length++] = '~';
        return sound[..length];
    }
}
