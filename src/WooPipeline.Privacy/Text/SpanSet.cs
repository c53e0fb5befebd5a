namespace WooPipeline.Privacy;

/// <summary>Which units of a text are claimed: a bit each.</summary>
internal sealed class SpanSet(int length)
{
    private readonly ulong[] bits = new ulong[(length >> 6) + 1];

    /// <summary>Claims a span; what lies outside the text is left out.</summary>
    public void Add(int start, int end)
    {
        var stop = Math.Min(end, length);
        for (var i = start; i < stop;)
        {
            var next = Math.Min(stop, (i | 63) + 1);
            bits[i >> 6] |= Mask(i, next);
            i = next;
        }
    }

    /// <summary>True where a unit of the span is claimed.</summary>
    public bool Overlaps(int start, int end)
    {
        var stop = Math.Min(end, length);
        for (var i = start; i < stop;)
        {
            var next = Math.Min(stop, (i | 63) + 1);
            if ((bits[i >> 6] & Mask(i, next)) != 0)
            {
                return true;
            }

            i = next;
        }

        return false;
    }

    /// <summary>The bits of a span within one word of 64.</summary>
    private static ulong Mask(int start, int end) => ulong.MaxValue >> (64 - (end - start)) << (start & 63);
}
