using System.Buffers;

namespace WooPipeline.Publication.Verification;

/// <summary>Finds rows of two bytes a letter (UTF-16, either order) in which one of the forms may stand; in outlines and compressed bytes they are few.</summary>
internal sealed class PairRows
{
    private const int Shortest = SpellingIndex.KeyLength;
    private const byte Punctuation = 0x20;

    /// <summary>Blocks of Latin letters, which are folded to each other.</summary>
    private static readonly byte[] Latin = [0, 1, 2, 0x1E];

    private readonly bool[] scripts = new bool[256];

    /// <summary>Rows for the forms of a set: other scripts than Latin only where a form is written in one.</summary>
    public PairRows(SearchFormSet set)
    {
        foreach (var letter in set.Forms.SelectMany(f => f.Words).SelectMany(w => w))
        {
            scripts[letter >> 8] = true;
        }

        scripts[Punctuation] = false;
        foreach (var block in Latin)
        {
            scripts[block] = false;
        }

        Heads = SearchValues.Create([.. Enumerable.Range(0, 256).Where(b => scripts[b]).Select(b => (byte)b), .. Latin]);
    }

    /// <summary>The bytes that a letter of a form may begin with.</summary>
    public SearchValues<byte> Heads { get; }

    /// <summary>The next row, from a unit on, of at least five units that are characters of names; start and end (exclusive) in units.</summary>
    public (int Start, int End)? Next(ReadOnlySpan<byte> bytes, bool bigEndian, int from)
    {
        var high = bigEndian ? 0 : 1;
        var count = bytes.Length / 2;
        while (from + Shortest <= count)
        {
            var found = bytes[((2 * from) + high)..].IndexOfAny(Heads);
            if (found < 0)
            {
                return null;
            }

            from += found / 2;
            if ((found & 1) != 0)
            {
                from++;
                continue;
            }

            var end = End(bytes, high, from, count);
            if (end - from >= Shortest)
            {
                return (from, end);
            }

            from = Math.Max(end, from + 1);
        }

        return null;
    }

    private int End(ReadOnlySpan<byte> bytes, int high, int from, int count)
    {
        while (from < count)
        {
            var (h, l) = (bytes[(2 * from) + high], bytes[(2 * from) + 1 - high]);
            if (!(h == 0 ? NameBytes.Plain.Contains(l) || l >= 0xA0 : h is 1 or 2 or 0x1E or Punctuation || scripts[h]))
            {
                return from;
            }

            from++;
        }

        return from;
    }
}
