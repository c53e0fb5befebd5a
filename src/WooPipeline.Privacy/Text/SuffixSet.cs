namespace WooPipeline.Privacy;

/// <summary>Tells whether a word ends in one of many endings, whatever its case; looks only at those with the same last two letters.</summary>
internal sealed class SuffixSet
{
    /// <summary>The letters a to z, and one place for every other unit.</summary>
    private const int Letters = 27;
    private readonly string[]?[] byLastTwo = new string[Letters * Letters][];

    /// <summary>Makes a set of endings of two small letters or more.</summary>
    public SuffixSet(params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            ref var place = ref byLastTwo[Place(ending)];
            place = [.. place ?? [], ending];
        }
    }

    /// <summary>The endings, folded.</summary>
    public IEnumerable<string> All => byLastTwo.Where(e => e is not null).SelectMany(e => e!).Select(e => Folding.Fold(e));

    public bool EndsIn(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || byLastTwo[Place(word)] is not { } endings)
        {
            return false;
        }

        foreach (var ending in endings)
        {
            if (word.Length >= ending.Length && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int Place(ReadOnlySpan<char> word) => (Index(word[^1]) * Letters) + Index(word[^2]);

    private static int Index(char c) => (uint)((c | 0x20) - 'a') < 26 ? (c | 0x20) - 'a' : Letters - 1;
}
