namespace WooPipeline.Privacy;

/// <summary>A few words by their hash; most words are told not to be among them by one look.</summary>
internal sealed class WordSet
{
    private readonly ulong[] slots;

    /// <summary>Makes a set of folded words.</summary>
    public WordSet(params ReadOnlySpan<string> words)
    {
        var size = 8;
        while (size < words.Length * 8)
        {
            size *= 2;
        }

        slots = new ulong[size];
        foreach (var word in words)
        {
            var hash = WordHash.Of(word);
            var at = (int)hash & (size - 1);
            while (slots[at] != 0 && slots[at] != hash)
            {
                at = (at + 1) & (size - 1);
            }

            slots[at] = hash;
        }
    }

    /// <summary>The hashes of the words.</summary>
    public IEnumerable<ulong> All => slots.Where(s => s != 0);

    /// <summary>True where a word of this hash is among them.</summary>
    public bool Contains(ulong hash)
    {
        var table = slots;
        for (var at = (int)hash & (table.Length - 1); (uint)at < (uint)table.Length; at = (at + 1) & (table.Length - 1))
        {
            // The place before the first word and behind the last has no hash and is in no set.
            if (table[at] == 0)
            {
                return false;
            }

            if (table[at] == hash)
            {
                return true;
            }
        }

        return false;
    }
}
