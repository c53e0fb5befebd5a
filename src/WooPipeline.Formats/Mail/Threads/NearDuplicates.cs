namespace WooPipeline.Formats.Mail;

/// <summary>
/// Finds documents that say nearly the same by MinHash (Broder): four keys of two least hashes each. Documents that share a key are compared for
/// good. Memory is four keys a document, and only documents that repeat no other are kept to compare with.
/// </summary>
internal sealed class NearDuplicates
{
    private const int Bands = 4;
    private const int RowsInBand = 2;
    private const int MostCompared = 16;
    private const int LeastPassages = 20;
    private const double LeastLikeness = 0.9;
    private readonly Dictionary<ulong, List<DuplicateCandidate>> byKey = [];

    /// <summary>The earlier document that this one nearly repeats; null where there is none, and then it is kept.</summary>
    public DuplicateCandidate? Find(DuplicateCandidate candidate, PassageSet passages)
    {
        if (passages.Hashes.Length < LeastPassages)
        {
            return null;
        }

        Span<ulong> keys = stackalloc ulong[Bands];
        Keys(passages.Hashes, keys);
        foreach (var key in keys)
        {
            foreach (var other in byKey.GetValueOrDefault(key) ?? [])
            {
                if (passages.Likeness(PassageSet.Read(other.PassagesOrMessage)) >= LeastLikeness)
                {
                    return other;
                }
            }
        }

        foreach (var key in keys)
        {
            if (!byKey.TryGetValue(key, out var list))
            {
                byKey[key] = list = [];
            }

            if (list.Count < MostCompared)
            {
                list.Add(candidate);
            }
        }

        return null;
    }

    private static void Keys(uint[] hashes, Span<ulong> keys)
    {
        Span<uint> least = stackalloc uint[Bands * RowsInBand];
        least.Fill(uint.MaxValue);
        foreach (var hash in hashes)
        {
            for (var i = 0; i < least.Length; i++)
            {
                var mixed = Mix(hash ^ ((uint)(i + 1) * 0x9E3779B9));
                least[i] = Math.Min(least[i], mixed);
            }
        }

        for (var band = 0; band < Bands; band++)
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
