namespace WooPipeline.Privacy;

/// <summary>The part that knows a home by the form or the sentence that it stands in.</summary>
internal static partial class AddressOwner
{
    /// <summary>The line of a form that asks where somebody lives: <c>PC/Woonplaats:</c>, <c>Straat + huisnr:</c>.</summary>
    private static bool IsHomeForm(RecogniserContext context, int first)
    {
        var start = context.Words[first].Start;
        var label = context.Text.AsSpan(context.LineStart(start), start - context.LineStart(start)).TrimEnd(" *|\t");
        return label.Length is > 5 and <= 2 * LongestLabel && label[^1] == ':' && label.ContainsAny(HomeLabels) && !IsFormOfFirm(context.Words, first);
    }

    private static readonly System.Buffers.SearchValues<string> HomeLabels = System.Buffers.SearchValues.Create(["woonplaats", "huisnr", "huisnummer", "woonadres"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The lines before it name an organisation.</summary>
    private static bool IsFormOfFirm(TokenText words, int first)
    {
        var line = 0;
        for (var k = first - 1; k >= 0 && first - k < 24; k--)
        {
            line += words.TextBefore(k + 1).Count('\n');
            if (line > 3)
            {
                return false;
            }

            if (words[k].IsCapital && line > 0 && (words[k].Is(WordClass.Organisation | WordClass.OrganisationCue) || (words[k].Length > 8 && NameContext.EndsAsOrganisation(words.Of(k)))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Words in small letters stand before it on its line, and no colon: <c>Wij wonen op Parklaan 88</c>, <c>de bomen bij ons (Parklaan 88)</c>.</summary>
    private static bool IsAmidSentence(TokenText words, int first, int line)
    {
        if (words.GapBefore(first) is not (Gap.Space or Gap.OpenParen or Gap.Comma))
        {
            return false;
        }

        var small = 0;
        for (var k = first - 1; k >= 0 && words[k].Start >= line; k--)
        {
            if (words.GapBefore(k + 1) is Gap.Colon or Gap.Tab)
            {
                return false;
            }

            small += words[k].IsWord && !words[k].IsCapital && words[k].Length > 1 && !words[k].Is(WordClass.Title) ? 1 : 0;
        }

        return small >= 2;
    }
}
