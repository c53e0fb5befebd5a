using System.Collections.Frozen;
using System.Reflection;

namespace WooPipeline.Privacy;

/// <summary>The word lists under <c>Data/</c>: one file a class, words parted by white space, <c>#</c> starts a remark.</summary>
internal sealed class Lexicon
{
    private const string Prefix = "WooPipeline.Privacy.Data.words/";

    private static readonly FrozenDictionary<string, WordClass> FileClasses = new Dictionary<string, WordClass>
    {
        ["given"] = WordClass.Given,
        ["surnames"] = WordClass.Surname,
        ["common"] = WordClass.Common,
        ["english"] = WordClass.Common | WordClass.English,
        ["particles"] = WordClass.Particle,
        ["titles"] = WordClass.Title,
        ["functions"] = WordClass.Function,
        ["publicroles"] = WordClass.PublicRole,
        ["places"] = WordClass.Place,
        ["months"] = WordClass.Month,
        ["days"] = WordClass.Day,
        ["organisations"] = WordClass.Organisation,
        ["brands"] = WordClass.Brand,
        ["speech"] = WordClass.Speech,
        ["acting"] = WordClass.Acting,
        ["houses"] = WordClass.HouseCue,
        ["greetings"] = WordClass.Greeting,
        ["cues"] = WordClass.NameCue,
        ["abbreviations"] = WordClass.Abbreviation,
        ["things"] = WordClass.NamedThing,
        ["parties"] = WordClass.Party,
        ["weak"] = WordClass.WeakGiven | WordClass.Given,
        ["female"] = WordClass.Given | WordClass.Female,
        ["male"] = WordClass.Given | WordClass.Male,
        ["placecues"] = WordClass.PlaceCue,
        ["relatives"] = WordClass.Relative,
        ["access"] = WordClass.AccessCue,
        ["ids"] = WordClass.IdCue,
        ["births"] = WordClass.BirthCue,
        ["accounts"] = WordClass.AccountCue,
        ["phones"] = WordClass.PhoneCue,
        ["references"] = WordClass.ReferenceCue,
        ["rooms"] = WordClass.RoomCue,
        ["weakparticles"] = WordClass.WeakParticle,
        ["frequent"] = WordClass.Frequent | WordClass.Surname,
        ["labels"] = WordClass.PersonLabel,
        ["addresses"] = WordClass.AddressCue,
        ["handles"] = WordClass.HandleCue,
        ["closings"] = WordClass.Closing,
        ["ownedbyfirm"] = WordClass.OrganisationCue,
        ["ownedbyperson"] = WordClass.PrivateCue,
        ["fillers"] = WordClass.Filler,
        ["sources"] = WordClass.SourceCue,
        ["plain"] = WordClass.Plain,
        ["mailboxes"] = WordClass.Mailbox,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly HashIndex index;
    private readonly string[] folded;

    private Lexicon(Dictionary<ulong, ulong> classes, Dictionary<ulong, string> words)
    {
        // Short words are the frequent ones: side by side they stay in the cache. The copies are made in that order too.
        var ordered = words.OrderBy(w => w.Value.Length).ThenBy(w => w.Value, StringComparer.Ordinal).ToList();
        index = new HashIndex(ordered.Count, ordered.Select(w => KeyValuePair.Create(w.Key, classes[w.Key])));
        folded = [.. ordered.Select(w => new string(w.Value.AsSpan()))];
    }

    /// <summary>The lists that come with the room.</summary>
    public static Lexicon Default { get; } = Load();

    /// <summary>Every word of the lists with its classes, in order.</summary>
    public IEnumerable<(string Word, WordClass Classes)> All => folded.Order(StringComparer.Ordinal).Select(w => (w, Find(WordHash.Of(w))));

    /// <summary>How many words there are; their entries are numbered from one.</summary>
    public int Count => folded.Length;

    public WordClass Find(ulong hash) => (WordClass)index.Find(hash);

    public WordClass Find(string word) => Find(WordHash.Of(Folding.Fold(word)));

    /// <summary>The classes of a word, and its entry; 0 where no list holds it.</summary>
    public WordClass Find(ulong hash, out int entry)
    {
        entry = index.NumberOf(hash, out var classes) + 1;
        return (WordClass)classes;
    }

    /// <summary>Fills in the classes and entries of words in a row that have none yet, as <see cref="Find(ulong, out int)"/> gives them; in batches, so that the words wait for memory side by side.</summary>
    public void Find(Span<Token> words)
    {
        const int Batch = 32;
        Span<int> guesses = stackalloc int[Batch];
        for (; !words.IsEmpty; words = words[Math.Min(Batch, words.Length)..])
        {
            var some = words[..Math.Min(Batch, words.Length)];
            for (var i = 0; i < some.Length; i++)
            {
                guesses[i] = index.Guess(some[i].Hash);
            }

            for (var i = 0; i < some.Length; i++)
            {
                ref var word = ref some[i];
                if (guesses[i] < 0)
                {
                    continue;
                }

                if (index.IsAt(guesses[i], word.Hash, out var classes))
                {
                    word = word with { Class = (WordClass)classes, Entry = guesses[i] + 1 };
                }
                else
                {
                    var found = Find(word.Hash, out var entry);
                    word = word with { Class = found, Entry = entry };
                }
            }
        }
    }

    /// <summary>The folded word of an entry, so that no text makes it anew.</summary>
    public string Folded(int entry) => folded[entry - 1];

    /// <summary>Asks of every word, folded, whether it has a property.</summary>
    public WordMarks Mark(Func<string, bool> has) => new(folded.Length, entry => has(Folded(entry)));

    private static Lexicon Load()
    {
        var classes = new Dictionary<ulong, ulong>(20000);
        var words = new Dictionary<ulong, string>(20000);
        var assembly = typeof(Lexicon).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var file = name[Prefix.Length..].Split('.', '-')[0];
            if (FileClasses.TryGetValue(file, out var wordClass))
            {
                Read(assembly, name, wordClass, classes, words);
            }
        }

        return new Lexicon(classes, words);
    }

    private static void Read(Assembly assembly, string name, WordClass wordClass, Dictionary<ulong, ulong> classes, Dictionary<ulong, string> words)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var remark = line.IndexOf('#', StringComparison.Ordinal);
            foreach (var word in (remark >= 0 ? line[..remark] : line).Split([' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries))
            {
                var plain = Folding.Fold(word);
                var hash = WordHash.Of(plain);
                classes[hash] = classes.GetValueOrDefault(hash) | (ulong)wordClass;
                words.TryAdd(hash, plain);
            }
        }
    }
}
