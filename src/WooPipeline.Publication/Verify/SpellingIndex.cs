namespace WooPipeline.Publication.Verification;

/// <summary>
/// Spellings by their first letters: a bit table says of most places at once that none starts there, and where one may, the sorted
/// list is narrowed letter by letter. So a thousand names that begin alike cost no more than one.
/// </summary>
internal sealed class SpellingIndex
{
    /// <summary>Letters that every spelling has at least.</summary>
    public const int KeyLength = 5;

    private const int BitsPerKey = 32;
    private readonly (string Spelling, SearchForm Form)[] sorted;
    private readonly Dictionary<string, (int Low, int High)>.AlternateLookup<ReadOnlySpan<char>> ranges;
    private readonly ulong[] bits;
    private readonly int shift;

    /// <summary>An index over spellings of at least <see cref="KeyLength"/> letters.</summary>
    public SpellingIndex(IEnumerable<(string Spelling, SearchForm Form)> spellings)
    {
        // A stable order, so that findings come in the same order on every run.
        sorted = [.. spellings.OrderBy(s => s.Spelling, StringComparer.Ordinal)];
        var byKey = new Dictionary<string, (int Low, int High)>(StringComparer.Ordinal);
        for (var i = 0; i < sorted.Length; i++)
        {
            var key = sorted[i].Spelling[..KeyLength];
            byKey[key] = (byKey.TryGetValue(key, out var range) ? range.Low : i, i + 1);
        }

        ranges = byKey.GetAlternateLookup<ReadOnlySpan<char>>();
        var size = Math.Max(10, 32 - int.LeadingZeroCount(byKey.Count * BitsPerKey));
        bits = new ulong[(1 << size) / 64];
        shift = 64 - size;
        foreach (var key in byKey.Keys)
        {
            var hash = Hash(key);
            bits[hash >> 6] |= 1UL << (hash & 63);
        }
    }

    /// <summary>False where no spelling starts here; true where one may. The text has at least <see cref="KeyLength"/> letters.</summary>
    public bool MayStart(ReadOnlySpan<char> text)
    {
        var hash = Hash(text);
        return (bits[hash >> 6] & (1UL << (hash & 63))) != 0;
    }

    /// <summary>All spellings that the text starts with, with their lengths.</summary>
    public IReadOnlyList<(SearchForm Form, int Length)> Starting(ReadOnlySpan<char> text)
    {
        if (!ranges.TryGetValue(text[..KeyLength], out var range))
        {
            return [];
        }

        List<(SearchForm, int)>? found = null;
        var (low, high) = range;
        for (var length = KeyLength; low < high; length++)
        {
            for (; low < high && sorted[low].Spelling.Length == length; low++)
            {
                (found ??= []).Add((sorted[low].Form, length));
            }

            if (length == text.Length)
            {
                break;
            }

            var letter = text[length];
            var first = Bound(low, high, length, letter, after: false);
            (low, high) = (first, Bound(first, high, length, letter, after: true));
        }

        return found ?? (IReadOnlyList<(SearchForm, int)>)[];
    }

    /// <summary>The first of a range whose letter at a place is the given one or comes later (<paramref name="after"/>: comes later).</summary>
    private int Bound(int low, int high, int place, char letter, bool after)
    {
        while (low < high)
        {
            var middle = (low + high) / 2;
            var there = sorted[middle].Spelling[place];
            if (there < letter || (after && there == letter))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private int Hash(ReadOnlySpan<char> text) =>
        (int)(unchecked((text[0] + (text[1] * 0x1F3UL) + (text[2] * 0x3A2E9UL) + (text[3] * 0x71A93BUL) + (text[4] * 0xDD8E5B3UL)) * 0x9E3779B97F4A7C15UL) >> shift);
}
