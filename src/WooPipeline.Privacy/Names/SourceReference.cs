namespace WooPipeline.Privacy;

/// <summary>A published author in a source reference, or a judge in a published ruling: they stay (policy, "Stays").</summary>
internal static class SourceReference
{
    private const int Reach = 14;

    public static bool IsCited(TokenText words, NameSpan name)
    {
        if (name.Name.Surname.Length == 0)
        {
            return false;
        }

        return Cue(words, name.First) && (name.Name.Initials.Length > 0 || name.Name.Given.Length > 0) && Published(words, name.End);
    }

    private static bool Cue(TokenText words, int first)
    {
        for (var k = first - 1; k >= 0 && first - k <= Reach; k--)
        {
            if (words.GapBefore(k + 1) is Gap.Paragraph)
            {
                return false;
            }

            if (words[k].Is(WordClass.SourceCue))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A year, a page or a title in quotes follows.</summary>
    private static bool Published(TokenText words, int end)
    {
        for (var k = end; k < words.Count && k - end < Reach; k++)
        {
            if (words.GapBefore(k) is Gap.Paragraph)
            {
                break;
            }

            var token = words[k];
            if ((token.IsNumber && token.Length == 4 && words.Text[token.Start] is '1' or '2') || words.TextBefore(k).IndexOfAny('\u2018', '\u201C', '*') >= 0 || token.Is(WordClass.SourceCue))
            {
                return true;
            }
        }

        return false;
    }
}
