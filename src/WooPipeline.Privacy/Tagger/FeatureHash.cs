namespace WooPipeline.Privacy;

/// <summary>Turns what is seen of a word into places of a table of weights: a template and a value share a place by their hash.</summary>
internal static class FeatureHash
{
    private const ulong Prime = 0x9E3779B97F4A7C15UL;

    /// <summary>The place of a value under a template, in a table of a power of two.</summary>
    public static int Place(int template, ulong value, int size)
    {
        var hash = ((ulong)template + 1) * Prime;
        hash = (hash ^ value) * 0xBF58476D1CE4E5B9UL;
        hash ^= hash >> 31;
        hash *= 0x94D049BB133111EBUL;
        return (int)(hash >> 33) & (size - 1);
    }
}
