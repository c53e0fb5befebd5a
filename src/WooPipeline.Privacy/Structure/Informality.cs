namespace WooPipeline.Privacy;

/// <summary>Whether a text is written as people jot: most sentences begin with a small letter, and names do too.</summary>
internal static class Informality
{
    private const int FewestSentences = 3;
    private const int ShortestSentence = 5;

    public static bool Of(TokenText words)
    {
        var small = 0;
        var large = 0;
        for (var k = words.Next(1, Trigger.Sentence); k < words.Count; k = words.Next(k + 1, Trigger.Sentence))
        {
            ref readonly var token = ref words[k];
            var starts = token.Before == Gap.DotSpace || (token.Before == Gap.Other && words.TextBefore(k) is ['?' or '!', ' ']) || (token.Before == Gap.Paragraph && IsSentence(words, k));
            if (!starts || !token.IsWord || (token.Before == Gap.DotSpace && words[k - 1].Length < 4) || words[k - 1].Is(WordClass.Title | WordClass.Abbreviation))
            {
                continue;
            }

            small += token.IsCapital ? 0 : 1;
            large += token.IsCapital ? 1 : 0;
        }

        return small >= FewestSentences && small > large * 2;
    }

    /// <summary>A line that goes on as a sentence does, and no heading, field or cell.</summary>
    private static bool IsSentence(TokenText words, int k)
    {
        for (var i = k + 1; i < k + ShortestSentence; i++)
        {
            if (words.GapBefore(i) is not (Gap.Space or Gap.Comma or Gap.Apostrophe or Gap.Hyphen))
            {
                return false;
            }
        }

        return true;
    }
}
