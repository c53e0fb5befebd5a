namespace WooPipeline.Privacy;

/// <summary>The hash by which folded words are compared: 64 bits, built letter by letter.</summary>
internal static class WordHash
{
    public const ulong Seed = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    public static ulong Add(ulong hash, char letter) => (hash ^ letter) * Prime;

    /// <summary>Spreads the low bits; a word never hashes to zero.</summary>
    public static ulong Finish(ulong hash)
    {
        hash ^= hash >> 29;
        hash *= 0xBF58476D1CE4E5B9UL;
        hash ^= hash >> 32;
        return hash == 0 ? 1 : hash;
    }

    /// <summary>Hash of a word that is folded already.</summary>
    public static ulong Of(ReadOnlySpan<char> folded) => Finish(AddAll(Seed, folded));

    /// <summary>Adds letters to a hash that is not finished.</summary>
    public static ulong AddAll(ulong hash, ReadOnlySpan<char> folded)
    {
        foreach (var c in folded)
        {
            hash = Add(hash, c);
        }

        return hash;
    }
}
