namespace WooPipeline.Privacy;

/// <summary>Whether a text is written as people jot: most sentences begin with a small letter, and names do too.</summary>
internal static class Informality
{
    private const int FewestSentences = 4;

    public static bool Of(TokenText words)
    {
        var small = 0;
        var large = 0;
        for (var k = words.Next(1, Trigger.Sentence); k < words.Count; k = words.Next(k + 1, Trigger.Sentence))
        {
            ref readonly var token = ref words[k];
            if (token.Before != Gap.DotSpace || !token.IsWord || words[k - 1].Length < 4 || words[k - 1].Is(WordClass.Title | WordClass.Abbreviation))
            {
                continue;
            }

            small += token.IsCapital ? 0 : 1;
            large += token.IsCapital ? 1 : 0;
        }

        return small >= FewestSentences && small > large * 2;
    }
}
