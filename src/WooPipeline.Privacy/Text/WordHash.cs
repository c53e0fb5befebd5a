using System.Numerics;

namespace WooPipeline.Privacy;

/// <summary>
/// The hash by which folded words are compared: 64 bits, over the letters as bytes (ASCII one, others three) in groups of eight. Words
/// of up to eight letters never share one.
/// </summary>
internal static class WordHash
{
    public const ulong Seed = 14695981039346656037UL;
    private const ulong Prime = 0x9E3779B97F4A7C15UL;

    /// <summary>Adds a group of eight bytes, the first letter lowest; the last group is filled with zeros.</summary>
    public static ulong Mix(ulong hash, ulong group) => BitOperations.RotateLeft((hash ^ group) * Prime, 31);

    /// <summary>Spreads the bits; a word never hashes to zero.</summary>
    public static ulong Finish(ulong hash)
    {
        hash ^= hash >> 29;
        hash *= 0xBF58476D1CE4E5B9UL;
        hash ^= hash >> 32;
        return hash == 0 ? 1 : hash;
    }

    /// <summary>Hash of a word that is folded already.</summary>
    public static ulong Of(ReadOnlySpan<char> folded)
    {
        var hasher = new WordHasher();
        hasher.Add(folded);
        return hasher.Finish();
    }
}

/// <summary>Makes the hash of a word letter by letter. A copy goes on by itself.</summary>
internal struct WordHasher()
{
    private const int GroupBits = 64;
    private ulong hash = WordHash.Seed;
    private ulong group;
    private int filled;

    /// <summary>Adds a folded letter.</summary>
    public void Add(char letter)
    {
        if (letter < 0x80)
        {
            Push(letter);
            return;
        }

        Push(0xFF);
        Push((uint)letter >> 8);
        Push(letter & 0xFFu);
    }

    /// <summary>Adds folded letters.</summary>
    public void Add(ReadOnlySpan<char> letters)
    {
        foreach (var letter in letters)
        {
            Add(letter);
        }
    }

    /// <summary>The hash of what was added.</summary>
    public readonly ulong Finish() => WordHash.Finish(filled > 0 ? WordHash.Mix(hash, group) : hash);

    private void Push(uint value)
    {
        group |= (ulong)value << filled;
        filled += 8;
        if (filled == GroupBits)
        {
            hash = WordHash.Mix(hash, group);
            group = 0;
            filled = 0;
        }
    }
}
