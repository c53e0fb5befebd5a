namespace WooPipeline.Formats.Mail;

/// <summary>
/// A little of what a document says, small enough to hold for each document of a dossier: its least hashes, and the keys by which those that say
/// nearly the same find each other (MinHash, Broder). What a sketch can't rule out is compared for good.
/// </summary>
internal sealed class PassageSketch
{
    /// <summary>Keys of a document, each with its number in the lowest bits.</summary>
    public const int Bands = 4;

    private const int RowsInBand = 2;
    private const int Kept = 96;
    private readonly bool isWhole;

    /// <summary>The sketch of a set.</summary>
    public PassageSketch(PassageSet passages)
    {
        var hashes = passages.Hashes;
        Count = hashes.Length;
        Least = hashes.Length > Kept ? hashes[..Kept] : hashes;
        isWhole = Least.Length == hashes.Length;
        Shift = passages.Shift;
        Keys(hashes, BandKeys);
    }

    /// <summary>How many hashes the set has.</summary>
    public int Count { get; }

    /// <summary>How coarse the set is (<see cref="PassageSet.Shift"/>).</summary>
    public int Shift { get; }

    /// <summary>Its least hashes, ascending.</summary>
    public uint[] Least { get; }

    /// <summary>The keys of its bands.</summary>
    public ulong[] BandKeys { get; } = new ulong[Bands];

    /// <summary>False where a hash of this set is surely not in the other, or the other has no more than this.</summary>
    public bool MayBeWithin(PassageSketch other)
    {
        if (Shift != other.Shift)
        {
            return true;
        }

        if (other.Count <= Count)
        {
            return false;
        }

        var (i, limit) = (0, other.isWhole ? uint.MaxValue : other.Least[^1]);
        foreach (var hash in Least)
        {
            if (hash > limit)
            {
                return true;
            }

            while (i < other.Least.Length && other.Least[i] < hash)
            {
                i++;
            }

            if (i == other.Least.Length || other.Least[i] != hash)
            {
                return false;
            }
        }

        return true;
    }

    private static void Keys(uint[] hashes, ulong[] keys)
    {
        Span<uint> least = stackalloc uint[Bands * RowsInBand];
        least.Fill(uint.MaxValue);
        foreach (var hash in hashes)
        {
            for (var i = 0; i < least.Length; i++)
            {
                least[i] = Math.Min(least[i], Mix(hash ^ ((uint)(i + 1) * 0x9E3779B9)));
            }
        }

        for (var band = 0; band < keys.Length; band++)
        {
            keys[band] = ((((ulong)least[band * RowsInBand] << 32) | least[(band * RowsInBand) + 1]) & ~3UL) | (uint)band;
        }
    }

    // The end of MurmurHash3: every bit of the result hangs on every bit of the input.
    private static uint Mix(uint h)
    {
        h = (h ^ (h >> 16)) * 0x85EBCA6B;
        h = (h ^ (h >> 13)) * 0xC2B2AE35;
        return h ^ (h >> 16);
    }
}
