namespace WooPipeline.Privacy;

/// <summary>
/// Streets whose name says nothing, behind a word for living: <c>wonende te Merwestad aan de Smidse 5</c>, <c>woont op Lijsterhof 11</c>,
/// <c>wonende Achter de Hoven 10</c>.
/// </summary>
internal static class AnnouncedAddresses
{
    private const int Reach = 7;
    private const int LongestName = 5;

    /// <summary>The street's words before a house number, where somebody lives there by the words before; null where not. First word and word after.</summary>
    public static int FirstWord(TokenText words, int number)
    {
        var first = number;
        while (first > 0 && number - first < LongestName && (words.GapBefore(first) is Gap.Space or Gap.Apostrophe or Gap.Hyphen || words.TextBefore(first) is [' ', '\'' or '\u2019']) && words[first - 1].IsWord && (words[first - 1].IsCapital || IsInner(words, first - 1, first == number)))
        {
            first--;
        }

        while (first < number && !words[first].IsCapital && !IsClipped(words, first))
        {
            // "aan de Smidse": the article before the name belongs to the sentence.
            first++;
        }

        return first < number && IsAnnounced(words, first) ? first : number;
    }

    /// <summary>The word after an address in numbered parts: <c>Block 21, House 14, Street 41</c>, <c>Al-Arda Street, house 31</c>; the word itself where there is none.</summary>
    public static int PartsEnd(TokenText words, int k)
    {
        var parts = 0;
        var end = k;
        while (IsPart(words.Folded(end)) && words[end + 1].HasDigit && words[end + 1].Length <= 4 && words.GapAfter(end) == Gap.Space && (parts == 0 || words.GapBefore(end) == Gap.Comma))
        {
            end += 2;
            parts++;
        }

        return parts >= 2 && words[k].IsCapital ? end : k;
    }

    private static bool IsPart(string word) => word is "block" or "house" or "street" or "flat" or "building" or "villa" or "plot" or "apartment" or "road" or "zone" or "blok" or "huis" or "square" or "floor";

    private static bool IsClipped(TokenText words, int k) => words[k].Length == 1 && words.Folded(k) is "t" or "s" && words[k].Start > 0 && words.Text[words[k].Start - 1] is '\'' or '\u2019';

    private static bool IsInner(TokenText words, int k, bool last) => !last && (words[k].Is(WordClass.Particle) || IsClipped(words, k) || words.Folded(k) is "achter" or "naar");

    private static bool IsAnnounced(TokenText words, int first)
    {
        var near = words.GapBefore(first) is Gap.Space or Gap.Comma or Gap.Colon or Gap.Other;
        for (var i = first - 1; near && i >= 0 && first - i <= Reach; i--)
        {
            if (IsLiving(words, i))
            {
                // "woont sinds Pasen 2019", "woont met Jan 3 jaar": only prepositions and a town may stand between.
                return true;
            }

            var between = words.Folded(i) is "te" or "van" or "aan" or "op" or "in" or "de" or "het" or "at" or "the" or "is" or "nu" or "d" or "thans" or "zelf" or "ook" or "on" || words[i].IsCapital && (words.Folded(i - 1) is "te" or "in" or "van" || words.GapBefore(i) == Gap.CloseParen || words.TextBefore(i) is [')', ..]) || words[i].Is(WordClass.Place) || (words[i].IsAllCaps && words[i].Length == 2)
                || (words[i].HasDigit && words[i].Length is 4 or 6) || words[i].Is(WordClass.AddressCue);
            // "woont sinds 2010 aan Lange Mare 12A".
            between |= words.Folded(i) is "sinds" or "al" or "nog" or "steeds" or "tijdelijk" or "momenteel" or "samen" && words.Folded(first - 1) is "aan" or "op";
            if (!between || words.GapBefore(i + 1) is Gap.Paragraph or Gap.Line or Gap.DotSpace or Gap.Tab)
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsLiving(TokenText words, int k) => words.Folded(k) is "huis" or "house" or "woning" && (words.Folded(k - 1) is "mijn" or "zijn" or "haar" or "hun" or "my" or "his" or "her" or "their" || words.Folded(k - 1) is "het" or "the" && words.Folded(k + 1) is "van" or "of" && words[k + 2].IsCapital) || words[k].Is(WordClass.AddressCue) && words.Folded(k) is "wonende" or "wonend" or "woonachtig" or "woonachtige" or "woont" or "woon" or "wonen" or "woonadres" or "huisadres" or "thuisadres" or "prive-adres" or "priveadres" or "adres" or "verblijvende" or "verblijvend" or "verblijft" or "lives" or "living" or "residing" or "domicilie" or "verblijfadres" or "bewoont" or "logeert" or "logeeradres" or "woning"
        || words.Folded(k) is "woonde" or "woonden" or "verhuisd" or "live" or "lived";
}
