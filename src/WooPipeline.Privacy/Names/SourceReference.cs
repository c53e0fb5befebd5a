namespace WooPipeline.Privacy;

/// <summary>A published author in a source reference, or a judge in a published ruling: they stay (policy, "Stays").</summary>
internal static class SourceReference
{
    private const int Reach = 14;

    public static bool IsCited(TokenText words, NameSpan name) => name.Name.Surname.Length > 0 && IsCited(words, name.First, name.End);

    public static bool IsCited(TokenText words, int first, int end)
    {
        for (var limit = first - NameReader.MaxWords; first > 0 && first > limit && words[first - 1].Is(WordClass.Title) && words.GapBefore(first) is Gap.DotSpace or Gap.Space or Gap.Dot;)
        {
            first--;
        }

        if (words[end].Is(WordClass.BirthCue))
        {
            return false;
        }

        var initials = NameReader.IsInitial(words, first) || words[first].Is(WordClass.Title) || words[first].Is(WordClass.Given);
        return (end - first < 4 && YearFollows(words, end) && IsScholarly(words, first)) || initials && (IsJudge(words, first, end) || (Cue(words, first) && Published(words, end)) || PagesFollow(words, end) || InNewspaper(words, first, end));
    }

    /// <summary>A year in brackets right behind the name, and nothing else in them: <c>A. Author (2015)</c>.</summary>
    private static bool YearFollows(TokenText words, int end) => words.GapBefore(end) == Gap.OpenParen && IsYear(words, words[end]) && words[end].End < words.Text.Length && words.Text[words[end].End] == ')';

    /// <summary>What scholars write stands shortly before: <c>het proefschrift van</c>, <c>voortbouwend op</c>, <c>we refer to</c>.</summary>
    private static bool IsScholarly(TokenText words, int first)
    {
        for (var k = first - 1; k >= 0 && first - k <= 5 && words.GapBefore(k + 1) is not (Gap.Paragraph or Gap.DotSpace); k--)
        {
            if (Scholarly.Contains(words[k].Hash))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly WordSet Scholarly = new("proefschrift", "dissertatie", "studie", "onderzoek", "artikel", "publicatie", "publicaties", "boek", "handboek", "voortbouwt", "voortbouwend", "methode", "model", "theorie", "refer", "study", "paper", "thesis", "ontleend", "beschreven", "literatuur");

    /// <summary>A judge: <c>gewezen door mr. X</c>, <c>uitspraak van mr. X (rechtbank …)</c>, <c>ECLI… (mr. X)</c>, <c>waarin mr. X voorzitter was</c>.</summary>
    private static bool IsJudge(TokenText words, int first, int end)
    {
        if (!words[first].Is(WordClass.Title) || words.Folded(first) is not ("mr" or "mrs" or "mw" or "mevr" or "prof"))
        {
            return false;
        }

        var ruled = false;
        for (var k = first - 1; k >= 0 && first - k <= 16 && words.GapBefore(k + 1) is not Gap.Paragraph; k--)
        {
            ruled |= words[k].Is(WordClass.SourceCue) && words.Folded(k) is "ecli" or "rechtbank" or "rb" or "hof" or "abrvs" or "uitspraak" or "arrest" or "gewezen" or "gerechtshof" or "hr" or "crvb" or "cbb" or "raad";
        }

        var judging = words.Folded(first - 2) is "gewezen" or "uitspraak" or "arrest" or "vonnis" or "voorzitterschap" || words.Folded(first - 1) == "waarin";
        var bracket = words.GapBefore(first) == Gap.OpenParen;
        var office = words.Folded(end) is "rechter" or "rechtbank" or "voorzieningenrechter" or "raadsheer" or "kantonrechter" || (words.Folded(end) == "voorzitter" && words.Folded(end + 1) is not ("van" or "of"));
        return ruled && (judging || bracket || office);
    }

    /// <summary>A title, a year and a page: <c>J.B. Author, Title of the work, 2011, p. 1139</c>.</summary>
    private static bool PagesFollow(TokenText words, int end)
    {
        if (!words.TextBefore(end).StartsWith(",", StringComparison.Ordinal) || !words[end].IsCapital)
        {
            return false;
        }

        for (var k = end + 1; k < end + 18 && words.GapBefore(k) is not Gap.Paragraph; k++)
        {
            if (IsYear(words, words[k]) && words.Folded(k + 1) is "p" or "blz" or "nr" && words[k + 2].IsNumber)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name of an author in brackets with a newspaper and a date, whoever the author is elsewhere in the dossier.</summary>
    public static bool IsByline(TokenText words, int first, int end) => first > 0 && words.GapBefore(first) is Gap.OpenParen or Gap.Space && InNewspaper(words, first, end, dated: true);

    /// <summary>An author in brackets with a newspaper and a date: <c>(NAME, NRC, 27 november 2021)</c>, <c>Dagblad, 13 november 2021 (NAME)</c>.</summary>
    private static bool InNewspaper(TokenText words, int first, int end, bool dated = false)
    {
        if (words.GapBefore(first) == Gap.Space && words.Folded(first - 1) is "en" or "and")
        {
            // The second of two authors: "(A. Vonk en P. Rademaker)".
            first--;
            for (var limit = first - 4; first > limit && words[first - 1].IsCapital && words.TextBefore(first) is [.., ' ']; first--)
            {
            }
        }

        if (words.TextBefore(first) is not [.., '('])
        {
            return false;
        }

        if (words.GapBefore(end) == Gap.Space && words.Folded(end) is "en" or "and")
        {
            end++;
            for (var limit = end + 4; end < limit && words[end].IsCapital && words.GapBefore(end) is Gap.Space or Gap.DotSpace; end++)
            {
            }
        }

        var after = words.GapBefore(end) == Gap.Comma && words.TextBefore(end) is [',', ..] && ((!dated && words[end].Is(WordClass.Brand | WordClass.SourceCue)) || (!dated && words[end].IsCapital && Papers.EndsIn(words.Of(end))) || PaperAndDate(words, end));
        var before = words.TextBefore(end).StartsWith(")", StringComparison.Ordinal) && IsYear(words, words[first - 1]);
        for (var k = first - 2; before && k >= first - 9 && k >= 0; k--)
        {
            if (words[k].Is(WordClass.Brand | WordClass.SourceCue | WordClass.Organisation) || (words[k].IsCapital && Papers.EndsIn(words.Of(k))))
            {
                return true;
            }
        }

        return after;
    }

    private static readonly SuffixSet Papers = new("bode", "courant", "krant", "dagblad", "nieuwsblad", "weekblad", "koerier", "gazet", "omroep", "tijdschrift", "journaal", "times", "herald");

    /// <summary>At most four words of which one is of a newspaper, then a date that closes the bracket: <c>De Hellenrader Courant, 4 mei 2023)</c>.</summary>
    private static bool PaperAndDate(TokenText words, int end)
    {
        var paper = false;
        var k = end;
        for (; k < end + 4 && words[k].IsWord && (k == end || words.GapBefore(k) == Gap.Space); k++)
        {
            paper |= words[k].IsCapital && Papers.EndsIn(words.Of(k));
        }

        return paper && words.GapBefore(k) == Gap.Comma && words[k].IsNumber && IsYear(words, words[k + 2]);
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

    /// <summary>A year, a page, a journal or a title in quotes follows at once, before any verb.</summary>
    private static bool Published(TokenText words, int end)
    {
        if (words.Folded(end) is "e" && words.Folded(end + 1) is "a")
        {
            end += 2;
        }
        else if (words.Folded(end) is "et" or "en" or "and" && words.Folded(end + 1) is "al" or "anderen" or "others")
        {
            end += 2;
        }

        var gap = words.TextBefore(end).TrimStart('.');
        var opens = gap.IndexOfAny('\u2018', '\u201C', '*') >= 0 || gap.Contains(", '", StringComparison.Ordinal) || gap.Contains(", \"", StringComparison.Ordinal) || gap.Contains('_');
        if (opens)
        {
            return true;
        }

        for (var k = end; k < words.Count && k - end < 8 && words.GapBefore(k) is not (Gap.Paragraph or Gap.Semicolon); k++)
        {
            var token = words[k];
            if (IsYear(words, token) || (token.Is(WordClass.SourceCue) || words.Folded(k) is "p" or "blz") && token.IsWord && words[k + 1].HasDigit)
            {
                return gap.StartsWith(",", StringComparison.Ordinal) || gap.StartsWith(" (", StringComparison.Ordinal) || words.Folded(end) == "in";
            }
        }

        return false;
    }

    private static bool IsYear(TokenText words, Token token) => token.IsNumber && token.Length == 4 && words.Text.AsSpan(token.Start, 2) is "19" or "20";
}
