using System.Runtime.InteropServices;

namespace WooPipeline.Privacy;

/// <summary>How the words that may be names are written over a whole document: small, with a capital amid a sentence, behind an article.</summary>
internal sealed class DocumentWords
{
    private readonly Dictionary<ulong, Counts> counts;

    private DocumentWords(Dictionary<ulong, Counts> counts) => this.counts = counts;

    /// <summary>Counts of a word that was asked for.</summary>
    public Counts Of(ulong hash) => counts.GetValueOrDefault(hash);

    /// <summary>Counts the words at the given places wherever they stand.</summary>
    public static DocumentWords Count(TokenText words, List<int> candidates)
    {
        var counts = new Dictionary<ulong, Counts>(candidates.Count);
        foreach (var k in candidates)
        {
            counts.TryAdd(words[k].Hash, default);
        }

        var tokens = words.Tokens;
        for (var k = 0; k < tokens.Length; k++)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrNullRef(counts, tokens[k].Hash);
            if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref count))
            {
                continue;
            }

            if (!tokens[k].IsCapital)
            {
                count.Small++;
            }
            else
            {
                count.Capital++;
                count.Amid += NameContext.StartsSentence(words, k) ? 0 : 1;
            }

            count.Pointed += Appositions.IsDeterminer(words, k - 1) && words.GapBefore(k) == Gap.Space ? 1 : 0;
        }

        return new DocumentWords(counts);
    }

    /// <summary>Where and how often a word stands.</summary>
    internal struct Counts
    {
        public int Small;
        public int Capital;
        public int Amid;
        public int Pointed;
    }
}
