namespace WooPipeline.Privacy;

/// <summary>Whether a word is built as names are or as ordinary words are: groups of its letters, its ends above all.</summary>
internal static class WordShapes
{
    public const int Size = 1 << 14;
    private const int MostPlaces = 96;
    private const int LongestWord = 24;

    /// <summary>How many steps of a logit a score is told in, to each side.</summary>
    private const int Steps = 6;

    /// <summary>The score of a folded word in whole steps, from -6 (an ordinary word) to 6 (a name).</summary>
    public static int Step(LinearModel model, ReadOnlySpan<char> folded)
    {
        Span<int> places = stackalloc int[MostPlaces];
        var count = Places(folded, places);
        return Math.Clamp((int)MathF.Round(model.Score(places[..count]) * 1.5f), -Steps, Steps);
    }

    /// <summary>Places of the groups of two, three and four letters; gives how many.</summary>
    public static int Places(ReadOnlySpan<char> folded, Span<int> places)
    {
        var word = folded.Length > LongestWord ? folded[^LongestWord..] : folded;
        Span<char> letters = stackalloc char[LongestWord + 2];
        letters[0] = '^';
        word.CopyTo(letters[1..]);
        letters[word.Length + 1] = '$';
        letters = letters[..(word.Length + 2)];
        var count = 0;
        for (var length = 2; length <= 4; length++)
        {
            for (var i = 0; i + length <= letters.Length; i++)
            {
                var value = 0UL;
                foreach (var c in letters.Slice(i, length))
                {
                    value = (value << 16) | c;
                }

                places[count++] = FeatureHash.Place(length, value, Size);
            }
        }

        places[count++] = FeatureHash.Place(0, (ulong)Math.Min(folded.Length, 14), Size);
        return count;
    }
}
