namespace WooPipeline.Privacy;

/// <summary>
/// Which words of the lists have a property that follows from the word alone, a bit each: what would be asked of a word at each of its
/// places is asked once.
/// </summary>
internal sealed class WordMarks
{
    private readonly ulong[] bits;

    /// <summary>Asks the property of every word by its entry, from 1 on.</summary>
    public WordMarks(int entries, Func<int, bool> has)
    {
        bits = new ulong[(entries >> 6) + 1];
        for (var entry = 1; entry <= entries; entry++)
        {
            if (has(entry))
            {
                bits[entry >> 6] |= 1UL << (entry & 63);
            }
        }
    }

    /// <summary>False where a word certainly lacks the property; of a word that no list holds nothing is known.</summary>
    public bool MayHave(in Token token) => token.Entry == 0 || (bits[token.Entry >> 6] & (1UL << (token.Entry & 63))) != 0;
}
