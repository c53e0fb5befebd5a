namespace WooPipeline.Privacy;

/// <summary>Tells whether a word ends in one of many endings, whatever its case; looks only at those with the same last two letters.</summary>
internal sealed class SuffixSet
{
    /// <summary>The letters a to z, and one place for every other unit.</summary>
    private const int Letters = 27;
    private const int Packed = 8;
    private readonly Ending[]?[] byLastTwo = new Ending[Letters * Letters][];

    /// <summary>Makes a set of endings of two small letters or more.</summary>
    public SuffixSet(params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            ref var place = ref byLastTwo[Place(ending)];
            place = [.. place ?? [], Ending.Of(ending)];
        }
    }

    /// <summary>The endings, folded.</summary>
    public IEnumerable<string> All => byLastTwo.Where(e => e is not null).SelectMany(e => e!).Select(e => Folding.Fold(e.Text));

    public bool EndsIn(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || byLastTwo[Place(word)] is not { } endings)
        {
            return false;
        }

        var isAscii = TryPack(word, out var tail);
        foreach (ref readonly var ending in endings.AsSpan())
        {
            if (isAscii ? (tail & ending.Mask) == ending.Value && ending.Mask != 0 && (ending.Text.Length <= Packed || IsEnd(word, ending.Text)) && word.Length >= ending.Text.Length : IsEnd(word, ending.Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsEnd(ReadOnlySpan<char> word, string ending) => word.Length >= ending.Length && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    /// <summary>The last eight letters, small, a byte each, the last lowest; false where one of them is no ASCII.</summary>
    private static bool TryPack(ReadOnlySpan<char> word, out ulong tail)
    {
        tail = 0;
        var all = 0;
        for (var i = Math.Max(0, word.Length - Packed); i < word.Length; i++)
        {
            all |= word[i];
            tail = (tail << 8) | (byte)(word[i] | 0x20);
        }

        return all < 0x80;
    }

    private static int Place(ReadOnlySpan<char> word) => (Index(word[^1]) * Letters) + Index(word[^2]);

    private static int Index(char c) => (uint)((c | 0x20) - 'a') < 26 ? (c | 0x20) - 'a' : Letters - 1;

    /// <summary>An ending with its last eight letters packed, so that one look tells most words apart; a mask of zero where a letter is no ASCII.</summary>
    private readonly record struct Ending(ulong Value, ulong Mask, string Text)
    {
        public static Ending Of(string text)
        {
            var mask = text.Length >= Packed ? ulong.MaxValue : (1UL << (text.Length * 8)) - 1;
            return TryPack(text, out var tail) ? new Ending(tail & mask, mask, text) : new Ending(0, 0, text);
        }
    }
}
