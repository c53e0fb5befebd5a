namespace WooPipeline.Privacy;

/// <summary>The part that takes words for ranks, offices and bodies as surnames, where only a surname can stand.</summary>
internal static partial class NameReader
{
    /// <summary>A word for an office or rank at the end of a name: <c>P.A.J. Meester</c>, <c>Anna Baron</c>, <c>mevrouw Pastoor</c>.</summary>
    private static bool IsTitleAsSurname(TokenText text, int k, int first)
    {
        var token = text[k];
        return token.IsCapital && token.IsWord && !token.IsAllCaps && token.Length > 4 && token.Is(WordClass.Title) && !token.Is(WordClass.PublicRole | WordClass.Greeting) && !(text[k + 1].IsCapital && text.GapAfter(k) is Gap.Space or Gap.DotSpace)
            && (k > first ? IsInitial(text, k - 1) || text[k - 1].Is(WordClass.Given) && text.GapBefore(k) == Gap.Space : text[k - 1].Is(WordClass.Title) && text[k - 1].Length <= 7 && text.Folded(k - 1) is not ("dokter" or "meester" or "juf" or "echtgenoot"));
    }

    /// <summary>A word for an office with a capital right behind a given name: <c>Tom Burgemeester</c>, <c>Noor de Rechter</c>; offices behind a name are written small.</summary>
    private static bool IsOfficeAsSurname(TokenText text, int k, int first)
    {
        var token = text[k];
        if (IsBodyAsSurname(text, k, first))
        {
            return true;
        }

        var given = k - 1;
        while (given > first && text[given].Is(WordClass.Particle) && !text[given].IsCapital && text.GapAfter(given) == Gap.Space)
        {
            given--;
        }

        return k > first && token.IsCapital && token.IsWord && !token.IsAllCaps && token.Length > 3 && token.Is(WordClass.Function | WordClass.PublicRole) && !token.Is(WordClass.Organisation | WordClass.NamedThing | WordClass.Title) && text.GapBefore(k) == Gap.Space && text.GapAfter(given) == Gap.Space
            && text[given].Is(WordClass.Given) && text[given].IsCapital && !text[given].IsAllCaps && !text[given].Is(WordClass.Common | WordClass.Place | WordClass.Month)
            && text.GapAfter(k) is not (Gap.Tab or Gap.Paragraph or Gap.Hyphen) && !(text.GapAfter(k) is Gap.Space or Gap.DotSpace && text[k + 1].IsCapital);
    }

    /// <summary>A word for a body or a building behind initials, or behind a title with a particle in capitals: <c>A.J.W. de Raad</c>, <c>de heer De Raad</c>, <c>mevrouw Winkel</c>.</summary>
    private static bool IsBodyAsSurname(TokenText text, int k, int first)
    {
        var token = text[k];
        if (!token.IsCapital || !token.IsWord || token.IsAllCaps || token.Length < 4 || !token.Is(WordClass.Organisation | WordClass.NamedThing | WordClass.Function) || token.Is(WordClass.Title | WordClass.Greeting)
            || (text[k + 1].IsCapital && text.GapAfter(k) == Gap.Space) || text.GapAfter(k) == Gap.Hyphen)
        {
            return false;
        }

        var before = k - 1;
        while (before >= 0 && k - before < 4 && text[before].Is(WordClass.Particle) && text.GapAfter(before) == Gap.Space)
        {
            before--;
        }

        if (before < 0 || !(text.GapAfter(before) is Gap.Space or Gap.DotSpace or Gap.Line or Gap.CloseParen))
        {
            return false;
        }

        var particle = before < k - 1;
        return (text[before].Length == 1 && text[before].IsCapital && before >= first && text.GapAfter(before) == Gap.DotSpace)
            || (PersonCues.IsCivilTitle(text, before) && text.Folded(before) is not ("familie" or "fam" or "dames" or "heren")) || (particle && text[before + 1].IsCapital && text[before].Is(WordClass.Title) && !text[before].Is(WordClass.PublicRole));
    }
}
