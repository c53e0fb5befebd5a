using System.Numerics;
using System.Runtime.CompilerServices;

namespace WooPipeline.Privacy;

/// <summary>
/// A frozen map from word hashes to small values. A table of marks of four bytes (some bits of the hash and the number of the entry) says
/// where an entry stands, so that a word that is not there touches one cache line of a small table, and entries lie close together in the
/// order in which they were given.
/// </summary>
internal sealed class HashIndex
{
    private readonly uint[] marks;
    private readonly Entry[] entries;
    private readonly int mask;
    private readonly uint numberBits;

    /// <summary>Makes a map of so many keys, each of which comes once.</summary>
    public HashIndex(int keys, IEnumerable<KeyValuePair<ulong, ulong>> content)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, keys * 2));
        marks = new uint[size];
        entries = new Entry[keys];
        mask = size - 1;
        // Numbers count from one; a mark of zero is an empty place.
        numberBits = (uint)size - 1;
        var count = 0;
        foreach (var (key, value) in content)
        {
            entries[count++] = new Entry(key, value);
            var at = (int)key & mask;
            while (marks[at] != 0)
            {
                at = (at + 1) & mask;
            }

            marks[at] = Tag(key) | (uint)count;
        }
    }

    /// <summary>How many entries there are.</summary>
    public int Count => entries.Length;

    /// <summary>The value of a key; 0 where it has none.</summary>
    public ulong Find(ulong key)
    {
        NumberOf(key, out var value);
        return value;
    }

    /// <summary>The number of a key's entry, in the order in which they were given, and its value; -1 and 0 where it has none.</summary>
    public int NumberOf(ulong key, out ulong value)
    {
        var table = marks;
        var tag = Tag(key);
        for (var at = (int)key & mask; (uint)at < (uint)table.Length; at = (at + 1) & mask)
        {
            var found = table[at] ^ tag;
            if (found == tag)
            {
                break;
            }

            // What is left of a mark with the same tag is the entry's number.
            if (found <= numberBits && entries[(int)found - 1] is var entry && entry.Key == key)
            {
                value = entry.Value;
                return (int)found - 1;
            }
        }

        value = 0;
        return -1;
    }

    /// <summary>
    /// Where the entry of a key probably is: its number, -1 where the key has none, or 0 where the first look does not tell. Nothing is decided yet, so
    /// that such looks for many keys wait for memory side by side.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Guess(ulong key)
    {
        var mark = marks[(int)key & mask];
        var found = mark ^ Tag(key);
        return mark == 0 ? -1 : found - 1 < (uint)entries.Length ? (int)found - 1 : 0;
    }

    /// <summary>True where a guess was right; gives the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAt(int guess, ulong key, out ulong value)
    {
        ref readonly var entry = ref entries[guess];
        value = entry.Value;
        return entry.Key == key;
    }

    /// <summary>The bits of the hash that the place does not tell.</summary>
    private uint Tag(ulong key) => (uint)(key >> 32) & ~numberBits;

    private readonly record struct Entry(ulong Key, ulong Value);
}
