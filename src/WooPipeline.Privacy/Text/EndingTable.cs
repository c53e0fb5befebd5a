namespace WooPipeline.Privacy;

/// <summary>What follows from how a word ends, for many endings in one look: a word is held against those with its last two letters, eight letters at a time.</summary>
internal sealed class EndingTable
{
    private const int Letters = 27;
    private const int Packed = 8;
    private readonly Ending[]?[] byLastTwo = new Ending[Letters * Letters][];

    /// <summary>Adds folded endings of two letters or more.</summary>
    public void Add(Trigger trigger, IEnumerable<string> endings)
    {
        foreach (var ending in endings)
        {
            ref var place = ref byLastTwo[Place(ending)];
            var mask = ending.Length >= Packed ? ulong.MaxValue : (1UL << (ending.Length * 8)) - 1;
            place = [.. place ?? [], new Ending(Tail(ending), mask, ending.Length, trigger)];
        }
    }

    /// <summary>All that the endings of a word of ASCII letters and digits say. Of an ending of more than eight letters the last eight are looked at.</summary>
    public Trigger Of(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || byLastTwo[Place(word)] is not { } endings)
        {
            return Trigger.None;
        }

        var tail = Tail(word);
        var found = Trigger.None;
        foreach (ref readonly var ending in endings.AsSpan())
        {
            found |= (tail & ending.Mask) == ending.Value && word.Length >= ending.Length ? ending.Trigger : Trigger.None;
        }

        return found;
    }

    /// <summary>The last eight letters, small, a byte each, the last lowest.</summary>
    private static ulong Tail(ReadOnlySpan<char> word)
    {
        var tail = 0UL;
        for (var i = Math.Max(0, word.Length - Packed); i < word.Length; i++)
        {
            tail = (tail << 8) | (byte)(word[i] | 0x20);
        }

        return tail;
    }

    private static int Place(ReadOnlySpan<char> word) => (Index(word[^1]) * Letters) + Index(word[^2]);

    private static int Index(char c) => (uint)((c | 0x20) - 'a') < 26 ? (c | 0x20) - 'a' : Letters - 1;

    private readonly record struct Ending(ulong Value, ulong Mask, int Length, Trigger Trigger);
}
