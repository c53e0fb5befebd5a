using System.Numerics;

namespace WooPipeline.Privacy;

/// <summary>Tells of nearly every hash that is not in a set that it is not, by one bit of a small table.</summary>
internal sealed class HashFilter
{
    /// <summary>Of the hashes that are not in the set one in so many passes.</summary>
    private const int BitsPerHash = 16;
    private const int FewestBits = 1 << 12;
    private readonly ulong[] bits;
    private readonly int mask;

    public HashFilter(IReadOnlyCollection<ulong> hashes)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(FewestBits, hashes.Count * BitsPerHash));
        bits = new ulong[size / 64];
        mask = size - 1;
        foreach (var hash in hashes)
        {
            bits[((int)hash & mask) >> 6] |= 1UL << ((int)hash & 63);
        }
    }

    /// <summary>A bit for each of at most 64 words that may be in the set; without a branch, so that the looks wait for memory side by side.</summary>
    public ulong Mark(ReadOnlySpan<Token> words)
    {
        var found = 0UL;
        for (var i = 0; i < words.Length; i++)
        {
            var hash = (int)words[i].Hash & mask;
            found |= ((bits[hash >> 6] >> (hash & 63)) & 1) << i;
        }

        return found;
    }

    /// <summary>False where a hash is certainly not in the set.</summary>
    public bool MayHold(ulong hash) => (bits[((int)hash & mask) >> 6] & (1UL << ((int)hash & 63))) != 0;
}
