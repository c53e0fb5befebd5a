using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Shortened given names of persons who are in the document: <c>Fati</c> of Fatima, <c>Tjits</c> of Tjitske.</summary>
internal sealed class NicknameFinder(DocumentAnalysis analysis, PersonRegister register, List<NameHit> hits)
{
    private const int Shortest = 3;
    private const int FilterWords = 64;

    public void Run()
    {
        var words = analysis.Words;
        Span<ulong> wanted = stackalloc ulong[FilterWords];
        var candidates = Candidates(words, wanted);
        if (candidates.Count == 0)
        {
            return;
        }

        var starts = new Dictionary<ulong, int>();
        var seen = new HashSet<int>();
        var taken = new SpanSet(words.Count);
        foreach (var hit in hits)
        {
            taken.Add(hit.First, hit.End);
            if (hit.Person >= 0 && seen.Add(hit.Person) && register.Persons[hit.Person].Role is null)
            {
                AddStarts(hit.Person, wanted, starts);
            }

            if (hit is { Person: >= 0, IsPublic: false } && hit.End - hit.First is 2 or 3 && words[hit.First] is { IsCapital: true, IsAllCaps: false, Class: WordClass.None, Length: > 3 } given && words.GapAfter(hit.First) == Gap.Space && !words[hit.First + 1].Is(WordClass.Given) && (wanted[Place(given.Hash)] & (1UL << (int)given.Hash)) != 0)
            {
                // "Saulius Kazlauskas": a given name that only the surname behind it gave away.
                starts.TryAdd(given.Hash, hit.Person);
            }
        }

        foreach (var k in candidates)
        {
            if (!taken.Overlaps(k, k + 1) && starts.TryGetValue(words[k].Hash, out var person))
            {
                hits.Add(new NameHit(k, k + 1, person, "name.short", 0.7, false));
            }
        }
    }

    /// <summary>The words that may be short names; their hashes are noted in a filter, so that other starts need not be kept.</summary>
    private List<int> Candidates(TokenText words, Span<ulong> wanted)
    {
        var found = new List<int>();
        if (hits.Count == 0)
        {
            return found;
        }

        var isInformal = analysis.IsInformal;
        var shapes = isInformal ? Shape.Letter : Shape.Capital;
        for (var k = words.Next(0, WordClass.None, shapes); k < words.Count; k = words.Next(k + 1, WordClass.None, shapes))
        {
            ref readonly var token = ref words[k];
            if (token.IsWord && token.Length >= 2 && MayBeShort(words, k, isInformal) && !analysis.Blocked[k])
            {
                found.Add(k);
                wanted[Place(token.Hash)] |= 1UL << (int)token.Hash;
            }
        }

        return found;
    }

    private static int Place(ulong hash) => (int)(hash >> 6) & (FilterWords - 1);

    /// <summary>A word that no list claims, or the last one of a message: <c>Groet! Jo</c>.</summary>
    private static bool MayBeShort(TokenText words, int k, bool isInformal)
    {
        ref readonly var token = ref words[k];
        if (token.Class == WordClass.None && token.Length is >= Shortest and <= 8 && (token.IsCapital || isInformal))
        {
            return true;
        }

        if (isInformal && IsSpokenTo(words, k))
        {
            return true;
        }

        return token.IsCapital && !token.IsAllCaps && words.GapBefore(k) is Gap.Other or Gap.Paragraph or Gap.Line or Gap.DotSpace
            && (words.GapAfter(k) == Gap.Paragraph || (words.GapAfter(k) == Gap.Line && words.GapBefore(k) is Gap.Other or Gap.DotSpace))
            && !token.Is(WordClass.Particle | WordClass.Greeting | WordClass.Closing);
    }

    /// <summary>At the head of what is said to somebody, or behind a greeting at the end: <c>meh heb je de kaart</c>, <c>gr mo</c>, <c>niet hier dj</c>.</summary>
    private static bool IsSpokenTo(TokenText words, int k)
    {
        ref readonly var token = ref words[k];
        if (token.Is(WordClass.Filler | WordClass.Particle | WordClass.Greeting | WordClass.Closing))
        {
            return false;
        }

        return (token.Length > 2 && LowerNames.IsAddressed(words, k, k + 1))
            || (words.GapBefore(k) == Gap.Space && words.GapAfter(k) is Gap.Paragraph or Gap.Line or Gap.Other or Gap.CloseParen
                && (words[k - 1].Is(WordClass.Closing) || words.Folded(k - 1) is "beterschap" or "ok" or "oke" or "hoi" or "thx" or "hier" or "niet"));
    }

    private void AddStarts(int person, ReadOnlySpan<ulong> wanted, Dictionary<ulong, int> starts)
    {
        foreach (var form in register.ShortForms.Of(person))
        {
            if ((wanted[Place(form)] & (1UL << (int)form)) != 0)
            {
                starts.TryAdd(form, person);
            }
        }
    }
}
