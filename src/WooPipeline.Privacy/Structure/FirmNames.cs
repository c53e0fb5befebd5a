namespace WooPipeline.Privacy;

/// <summary>
/// Names of firms of several words of which one is a surname (<c>Kamerling Warmte</c>): a document shows that they are a firm by the legal form behind
/// them, or by a mail domain that joins the very words. The dossier then knows the firm wherever it stands without its legal form.
/// </summary>
internal static class FirmNames
{
    private const int LongestName = 4;
    private const int ShortestDomain = 8;

    /// <summary>Adds each name as its folded words parted by spaces.</summary>
    public static void Find(TokenText words, IReadOnlySet<string> domains, SortedSet<string> found)
    {
        for (var k = Math.Max(1, words.Next(0, Trigger.Firm)); k < words.Count; k = NextFirm(words, k + 1))
        {
            if (IsLegalForm(words, k))
            {
                Behind(words, k, domains, found);
            }
            else if (IsShip(words, k - 1))
            {
                Ship(words, k, found);
            }
            else if (words[k].IsAllCaps && IsRegistered(words, k + 2))
            {
                Ship(words, k + 2, found);
            }
        }

        if (domains.Count == 0)
        {
            return;
        }

        for (var k = words.Next(0, Trigger.Capital); k + 1 < words.Count; k = words.Next(k + 1, Trigger.Capital))
        {
            if (words[k].IsCapital && words[k].IsWord && !words[k].Is(WordClass.Given) && words.GapAfter(k) is Gap.Space or Gap.Hyphen && words[k + 1].IsCapital && words[k + 1].IsWord && words[k].Length + words[k + 1].Length >= ShortestDomain
                && words[k].Length > 2 && IsTrade(words.Folded(k + 1)) && domains.Contains(words.Folded(k) + words.Folded(k + 1)))
            {
                found.Add(words.Folded(k) + " " + words.Folded(k + 1));
            }
        }
    }

    /// <summary>The next legal form, or word behind a kind of ship.</summary>
    private static int NextFirm(TokenText words, int from) => Math.Max(from, words.Next(from - 1, Trigger.Firm));

    /// <summary>The words before a legal form, back to the last that has no capital; the last of them must be no name.</summary>
    private static void Behind(TokenText words, int legal, IReadOnlySet<string> domains, SortedSet<string> found)
    {
        var first = legal;
        while (first > 0 && legal - first < LongestName && words.GapBefore(first) is Gap.Space or Gap.Hyphen or Gap.Ampersand && words[first - 1].IsWord && words[first - 1].IsCapital && words[first - 1].Length > 1 && !words[first - 1].Is(WordClass.Title | WordClass.Greeting)
            && !(NameContext.StartsSentence(words, first - 1) && words[first - 1].Is(WordClass.Particle | WordClass.Filler | WordClass.NameCue)))
        {
            first--;
        }

        while (first < legal && words[first].Is(WordClass.Filler | WordClass.Function | WordClass.PersonLabel) && !words[first].Is(WordClass.Surname))
        {
            first++;
        }

        var last = legal - 1;
        if (last - first is < 1 or >= LongestName || (words[first].Is(WordClass.Given) && !domains.Contains(string.Concat(Enumerable.Range(first, legal - first).Select(words.Folded)))) || ((words[first].Class & ~(WordClass.Given | WordClass.Female | WordClass.Male | WordClass.Surname | WordClass.Particle | WordClass.Frequent)) != WordClass.None && !words[first].Is(WordClass.Particle)) || words[last].Is(WordClass.Given | WordClass.Surname))
        {
            return;
        }

        found.Add(string.Join(' ', Enumerable.Range(first, legal - first).Select(words.Folded)));
        if (last - first >= 2 && words.GapBefore(last) == Gap.Space && words.GapBefore(last - 1) == Gap.Space && !words[last - 1].Is(WordClass.Given | WordClass.Particle) && !words[last - 2].Is(WordClass.Given | WordClass.Particle))
        {
            // "Van Rooij Hopman Consulting B.V.": two surnames without a hyphen are the firm without its trade as well.
            found.Add(string.Join(' ', Enumerable.Range(first, last - first).Select(words.Folded)));
        }
    }

    /// <summary>The letters of a harbour and a number before the name of a fishing ship: <c>UK 171 Lubbertje Romkes</c>.</summary>
    public static bool IsRegistered(TokenText words, int first) => words[first - 1].IsNumber && words[first - 1].Length <= 4 && words.GapBefore(first) is Gap.Space or Gap.Comma && words.GapBefore(first - 1) is Gap.Space or Gap.Hyphen
        && words[first - 2].IsAllCaps && words[first - 2].Length is 2 or 3 && Harbours.Contains(words[first - 2].Hash) && words[first].IsCapital;

    /// <summary>Letters under which ships of Dutch harbours fish.</summary>
    public static readonly WordSet Harbours = new("arm", "br", "bru", "bu", "ed", "eh", "go", "ha", "hd", "hn", "ijm", "kg", "kw", "le", "lo", "ol", "rd", "sch", "sl", "st", "th", "tm", "ts", "tx", "uk", "uq", "vd", "vl", "vli", "wl", "wr", "ye", "yer", "zk", "zz");

    /// <summary>A word that only the name of a ship follows: <c>ms</c>, <c>MV</c>, <c>motorschip</c>; <c>Ms</c> is a lady.</summary>
    private static bool IsShip(TokenText words, int k)
    {
        var token = words[k];
        var letters = words.Folded(k) is "ms" or "mv" or "mts" or "mps" or "mt" && (words[k + 1].IsCapital && !token.IsCapital || token.IsAllCaps && words[k + 1].IsAllCaps && words[k + 1].Length > 3);
        return words.GapAfter(k) == Gap.Space && (letters || (token.Length > 5 && Vessels.EndsIn(words.Of(k)) && !token.IsCapital));
    }

    public static readonly SuffixSet Vessels = new("schip", "kotter", "vaartuig", "vessel", "trawler");

    /// <summary>Two or three words with a capital behind it; one alone may be anybody's name elsewhere.</summary>
    private static void Ship(TokenText words, int first, SortedSet<string> found)
    {
        var end = first;
        while (end - first < 3 && words[end].IsCapital && words[end].IsWord && words[end].Length > 1 && (end == first || words.GapBefore(end) == Gap.Space))
        {
            end++;
        }

        if (end - first > 1)
        {
            found.Add(string.Join(' ', Enumerable.Range(first, 2).Select(words.Folded)));
        }
    }

    /// <summary>True where a name that was read as a person's is that of a firm of the dossier.</summary>
    public static bool IsFirm(PersonName name, IReadOnlySet<string> things, IReadOnlySet<string> domains)
    {
        if (name.Initials.Length == 0 && name.Given.Length + name.Surname.Length > 1 && things.Contains(string.Join(' ', name.Given.Concat(name.Particles).Concat(name.Surname))))
        {
            return true;
        }

        if (name.Given.Length + name.Surname.Length < 2 || name.Initials.Length > 0 || (name.Given.Length > 0 && (Lexicon.Default.Find(WordHash.Of(name.Given[0])) & WordClass.Given) != 0))
        {
            return false;
        }

        var parts = name.Given.Concat(name.Particles).Concat(name.Surname);
        return name.Surname.Length > 0 && IsTrade(name.Surname[^1]) && domains.Contains(string.Concat(parts));
    }

    private static bool IsTrade(string word) => Lexicon.Default.Find(WordHash.Of(word)) is var known && (known & (WordClass.Given | WordClass.Surname)) == 0;

    private static bool IsLegalForm(TokenText words, int k)
    {
        if (words.GapBefore(k) != Gap.Space || !words[k].IsCapital)
        {
            return false;
        }

        var dotted = words[k].Length == 1 && words.GapAfter(k) == Gap.Dot && words.Folded(k + 1) == "v" && words.Folded(k) is "b" or "n";
        return dotted || words.Folded(k) is "bv" or "nv" or "vof" or "gmbh" or "ag" or "ltd" or "bvba" or "llp" or "plc" or "inc" && (words[k].IsAllCaps || words[k].Length > 2);
    }
}
