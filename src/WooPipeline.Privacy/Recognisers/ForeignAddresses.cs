namespace WooPipeline.Privacy;

/// <summary>
/// Street and number as other countries write them: the number first (<c>14 Tan-y-Bryn Road</c>, <c>12 rue de la Paix</c>), the kind of street
/// first (<c>Calle Mayor 12</c>, <c>ul. Długa 12/4</c>), German and Nordic endings (<c>Hauptstraße 12</c>), and the postcode that follows.
/// </summary>
internal static class ForeignAddresses
{
    private const int LongestName = 5;
    public static readonly SuffixSet Endings = new("strasse", "straße", "gasse", "platz", "gatan", "gade", "vej", "veien", "vagen", "ufer", "chaussee", "caddesi", "sokak", "sokagi", "utca", "katu", "tie", "stra\u00DFe");

    /// <summary>The word after an address that starts with its number; the word itself where there is none.</summary>
    public static int NumberFirst(TokenText words, int k)
    {
        ref readonly var token = ref words[k];
        if (!token.HasDigit || token.Length > 5 || !char.IsAsciiDigit(words.Text[token.Start]) || words.GapAfter(k) is not (Gap.Space or Gap.Comma))
        {
            return k;
        }

        if (IsKind(words, k + 1))
        {
            return NameEnd(words, k + 2) is var end && end > k + 2 ? end : k;
        }

        var last = k + 1;
        while (last - k <= LongestName + 1 && words[last].IsWord && (words[last].IsCapital || (last > k + 1 && words.GapBefore(last) == Gap.Hyphen)) && (last == k + 1 || words.GapBefore(last) is Gap.Space or Gap.Hyphen or Gap.Apostrophe or Gap.DotSpace))
        {
            if (last > k + 1 && words[last].IsCapital && words.Folded(last) is "street" or "avenue" or "road" or "lane" or "drive" or "court" or "terrace" or "close" or "crescent" or "boulevard" or "gardens" or "place" or "square" or "st" or "ave" or "rd" or "way" or "grove" or "hill" or "mews" or "row" or "parade" or "quay" or "walk" or "rise" or "view" or "green" or "park")
            {
                return Flat(words, last + 1);
            }

            last++;
        }

        return k;
    }

    /// <summary>A flat behind the street: <c>, Apt. 9C</c>.</summary>
    private static int Flat(TokenText words, int end)
    {
        var flat = words.Folded(end) is "apt" or "flat" or "apartment" or "suite" or "unit" && words[end + 1].HasDigit ? end + 2 : end;
        return words.Folded(end) is "nw" or "ne" or "sw" or "se" && words[end].IsAllCaps ? end + 1 : flat;
    }

    /// <summary>First word of the flat before the number: <c>Flat 3, 14 Park Road</c>; the number itself where there is none.</summary>
    public static int FirstOf(TokenText words, int k) => words.GapBefore(k) == Gap.Comma && words[k - 1].HasDigit && words[k - 1].Length <= 4 && words.Folded(k - 2) is "flat" or "apt" or "apartment" or "unit" ? k - 2 : k;

    /// <summary>The word after an address that starts with the kind of street; the word itself where there is none.</summary>
    public static int KindFirst(TokenText words, int k)
    {
        if (!IsKind(words, k) || NameEnd(words, k + 1) is var name && name == k + 1)
        {
            return k;
        }

        name = NameEnd(words, k + 1);
        name += words.Folded(name) is "no" or "nr" or "num" or "n" && words[name + 1].HasDigit ? 1 : 0;
        return IsNumber(words, name) ? NumberEnd(words, name) : k;
    }

    /// <summary>The word after a street with a German, Nordic or Turkish ending and its number; the word itself where there is none.</summary>
    public static int WithEnding(TokenText words, int k)
    {
        ref readonly var token = ref words[k];
        if (!token.IsWord || !(token.IsCapital || words.GapBefore(k) == Gap.Hyphen) || token.Length < 5 || !Endings.EndsIn(words.Of(k)))
        {
            return k;
        }

        var number = words.Folded(k + 1) is "no" or "nr" ? k + 2 : k + 1;
        return IsNumber(words, number) && words[k].Length > 5 ? NumberEnd(words, number) : k;
    }

    /// <summary>The word after a foreign postcode at a word: <c>48455</c>, <c>D-48455</c>, <c>31-147</c>, <c>LL28 4AD</c>, <c>NY 10003</c>; the word itself where there is none.</summary>
    public static int Postcode(TokenText words, int k)
    {
        ref readonly var token = ref words[k];
        if (token.IsAllCaps && token.IsWord && token.Length <= 2 && words[k + 1].IsNumber && words[k + 1].Length is 4 or 5 && words.GapAfter(k) is Gap.Hyphen or Gap.Space)
        {
            return k + 2;
        }

        if (IsBritish(words, k))
        {
            return k + 2;
        }

        if (!token.IsNumber)
        {
            return k;
        }

        return token.Length == 5 && words.GapAfter(k) == Gap.Space && words[k + 1].IsCapital ? k + 1
            : token.Length == 2 && words[k + 1].IsNumber && words[k + 1].Length == 3 && words.GapAfter(k) == Gap.Hyphen ? k + 2
            : token.Length == 3 && words[k + 1].IsNumber && words[k + 1].Length == 2 && words.GapAfter(k) == Gap.Space && words[k + 2].IsCapital ? k + 2 : k;
    }

    /// <summary><c>LL28 4AD</c>, <c>NW1 6XE</c>: one or two capitals, a digit or two, a digit and two capitals.</summary>
    public static bool IsBritish(TokenText words, int k) => words[k].IsCapital && words[k].HasDigit && words[k].Length is 2 or 3 or 4 && words.GapAfter(k) == Gap.Space && words[k + 1].Length == 3
        && words.Of(k + 1) is [>= '0' and <= '9', >= 'A' and <= 'Z', >= 'A' and <= 'Z'] && words.Of(k) is [>= 'A' and <= 'Z', .. var rest] && !rest.ContainsAnyInRange('a', 'z') && rest.ContainsAnyInRange('0', '9');

    public static readonly WordSet Kinds = new("rue", "avenue", "boulevard", "calle", "carrer", "avenida", "piazza", "viale", "chemin", "chaussee", "quai", "ulica", "strada", "jalan", "impasse", "allee", "place", "ul", "jl", "via", "rua", "am", "im", "an", "auf", "in");

    /// <summary>True for the hash of a word that may be the kind of street before its name.</summary>
    public static bool MayBeKind(ulong word) => Kinds.Contains(word);

    private static bool IsKind(TokenText words, int k) => words[k].IsWord && words[k].Length is >= 2 and <= 9 && words.Folded(k) switch
    {
        "rue" or "avenue" or "boulevard" or "calle" or "carrer" or "avenida" or "piazza" or "viale" or "chemin" or "chaussee" or "quai" or "ulica" or "strada" or "jalan" or "impasse" or "allee" or "place" => words[k + 1].IsCapital || words[k + 1].Is(WordClass.Particle),
        "ul" or "jl" => words.GapAfter(k) is Gap.DotSpace or Gap.Dot,
        "via" or "rua" or "am" or "im" => words[k].IsCapital && words[k + 1].IsCapital,
        "an" or "auf" or "in" => words[k].IsCapital && words.Folded(k + 1) is "der" or "dem" && words[k + 2].IsCapital,
        _ => false,
    };

    /// <summary>Word after the name of a street: particles and up to five words with a capital.</summary>
    private static int NameEnd(TokenText words, int k)
    {
        var end = k;
        var capital = false;
        while (end - k < LongestName && words[end].IsWord && (words[end].IsCapital || words[end].Is(WordClass.Particle) || words.Folded(end) is "des" or "las" or "los" or "do" or "dos") && words.GapBefore(end) is Gap.Space or Gap.DotSpace or Gap.Dot or Gap.Apostrophe or Gap.Hyphen)
        {
            capital |= words[end].IsCapital;
            end++;
        }

        return capital ? end : k;
    }

    /// <summary>The word after a street whose house comes last: <c>Al-Arda Street, house 31</c>; the word itself where there is none.</summary>
    public static int HouseLast(TokenText words, int k) => words[k].IsCapital && words.Folded(k) is "street" or "road" or "avenue" or "lane" && words[k - 1].IsCapital && words.Folded(k + 1) is "house" or "no" or "number" or "villa" or "flat" or "plot" && words[k + 2].HasDigit && words[k + 2].Length <= 4 && words.GapBefore(k + 1) is Gap.Comma or Gap.Space
        ? k + 3 : k;

    private static bool IsNumber(TokenText words, int k) => words[k].HasDigit && words[k].Length <= 5 && char.IsAsciiDigit(words.Text[words[k].Start]) && words.GapBefore(k) is Gap.Space or Gap.Comma or Gap.DotSpace or Gap.Colon && !words[k + 1].Is(WordClass.Month);

    private static int NumberEnd(TokenText words, int k)
    {
        var end = k + 1;
        while (end - k < 3 && words.GapBefore(end) is Gap.Slash or Gap.Hyphen && words[end].Length <= 3 && (words[end].HasDigit || words[end].Length == 1))
        {
            end++;
        }

        return words.Folded(end) is "bus" or "apt" or "m" && words[end + 1].IsNumber && words[end + 1].Length <= 3 ? end + 2 : end;
    }
}
