namespace WooPipeline.Privacy;

/// <summary>Words that are the name of a street, square or water, by their ending or by the word itself.</summary>
internal static class StreetNames
{
    public static readonly SuffixSet Endings = new(
        "straat", "laan", "weg", "plein", "gracht", "kade", "singel", "dijk", "pad", "hof", "steeg", "dreef", "markt", "baan", "plantsoen", "park", "wal", "haven", "ring",
        "allee", "boulevard", "brink", "burg", "dam", "donk", "erf", "gaarde", "gang", "hoek", "hoogte", "kamp", "kwartier", "landen", "meent", "oever", "poort", "rak", "rede",
        "schans", "sloot", "stede", "tuin", "veld", "vaart", "vest", "weide", "werf", "zoom", "zijde", "wetering", "akker", "berg", "bos", "brug", "dal", "duin", "eind", "heide", "horst", "land", "molen", "rade", "vliet", "straatje", "laantje", "weggetje", "straetweg", "singels", "kerkhof", "street", "road", "avenue", "lane", "strjitte", "wei", "leane", "dyk", "feart", "buorren", "opslach", "loane", "steich", "steiger", "kreek", "streek", "diepen", "straete", "hoven", "dreven");

    public static readonly SuffixSet Small = new(
        "straat", "laan", "weg", "plein", "gracht", "kade", "dijk", "pad", "singel", "steeg");

    private static readonly SuffixSet Strong = new(
        "straat", "laan", "weg", "plein", "gracht", "kade", "singel", "dijk", "pad", "steeg", "dreef", "plantsoen", "allee", "boulevard", "strjitte", "leane", "straatje", "laantje",
        "street", "road", "avenue", "lane", "baan", "hof", "square", "markt", "park", "dyk", "wei", "kade", "brink", "hoogte", "gaarde", "erf", "wal", "vaart", "dam", "poort", "burgwal", "haven", "oever", "zoom", "weide");

    /// <summary>Endings of streets and works that surnames have as well: <c>Hogendijk</c>, <c>Ebbinkhof</c>, <c>Zwartsluis</c>.</summary>
    private static readonly SuffixSet OfSurnames = new(
        "dijk", "dyk", "hof", "brink", "dam", "poort", "wal", "haven", "weide", "wei", "baan", "steeg", "dreef", "gaarde", "erf", "vaart", "oever", "zoom", "hoogte", "sluis", "brug", "toren", "huis", "straat", "weg", "laan", "kade");

    private const int ShortStem = 5;

    private static readonly string[] Plain = ["straat", "weg", "laan", "kade", "brug", "sluis", "toren", "huis"];

    /// <summary>True where a word that ends as a street or work may be a surname too; a street named for somebody (<c>Frankstraat</c>) may not.</summary>
    public static bool MayEndSurname(ReadOnlySpan<char> word)
    {
        foreach (var ending in Plain)
        {
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                var stem = Folding.Fold(word[..^ending.Length]);
                var work = ending is "brug" or "sluis" or "toren" or "huis";
                return stem.Length > 2 && ((work && stem.Length <= ShortStem) || (!IsName(stem) && !IsName(stem[..^1])));
            }
        }

        return OfSurnames.EndsIn(word);
    }

    private static bool IsName(string stem) => (Lexicon.Default.Find(WordHash.Of(stem)) & (WordClass.Given | WordClass.Surname)) != 0;

    /// <summary>True where a word can be the last word of a street's name.</summary>
    public static bool IsStreet(TokenText words, int k, bool informal)
    {
        var token = words[k];
        if (token.Is(WordClass.Common | WordClass.Function) && !(words[k - 1].IsCapital && words.GapBefore(k) == Gap.Space))
        {
            return false;
        }

        if (IsOfStreet(words, k) || (token.IsCapital && token.Length > 5 && words.Of(k).EndsWith("str", StringComparison.Ordinal) && words.GapAfter(k) is Gap.DotSpace or Gap.Space))
        {
            return true;
        }

        if (!token.IsCapital && !(token.Length > 6 && (Small.EndsIn(words.Of(k)) || (informal && token.Class == WordClass.None && Endings.EndsIn(words.Of(k))))))
        {
            // "Wetering Oost 77", "Van Ostadelaan": the kind of street is written small only in chat.
            return false;
        }

        return Endings.EndsIn(words.Of(k)) || (words.Folded(k) is "oost" or "west" or "noord" or "zuid" or "oostzijde" or "westzijde" && Endings.EndsIn(words.Of(k - 1)));
    }

    /// <summary>The last word of <c>laan van Poot</c>, <c>weg naar de Berg</c>: the kind of street comes first.</summary>
    private static bool IsOfStreet(TokenText words, int k) => KindBefore(words, k) < k;

    /// <summary>The kind of street before particles and a name; the given word where there is none.</summary>
    private static int KindBefore(TokenText words, int k)
    {
        var first = k - 1;
        while (first > 0 && k - first < 4 && words[first].Is(WordClass.Particle) && words.GapBefore(first + 1) is Gap.Space or Gap.Apostrophe)
        {
            first--;
        }

        return first < k - 1 && words.GapBefore(first + 1) == Gap.Space && words.Folded(first) is "laan" or "weg" or "plein" or "straat" or "hof" or "kade" or "park" or "pad" or "plantsoen" or "singel" ? first : k;
    }

    private static bool IsStreetAdjective(string word) => word is "nieuwe" or "oude" or "grote" or "kleine" or "lange" or "korte" or "hoge" or "lage" or "brede" or "smalle" or "kromme" or "eerste" or "tweede" or "derde" or "noorder" or "zuider" or "oosterse" or "dikke" or "dwarse";

    /// <summary>True for endings that hardly a surname has.</summary>
    public static bool IsStreetForCertain(ReadOnlySpan<char> word) => Certain.EndsIn(word);

    private static readonly SuffixSet Certain = new("straat", "laan", "weg", "plein", "kade", "singel", "plantsoen", "gracht");

    /// <summary>True where a word ends as streets do for certain, so that a name in it is no person.</summary>
    public static bool IsStrongStreet(ReadOnlySpan<char> word) => word.Length > 4 && Strong.EndsIn(word);

    /// <summary>First word of the street's name that ends at a word.</summary>
    public static int FirstWord(TokenText words, int k)
    {
        var first = KindBefore(words, k);
        if (first < k && !words[first].IsCapital)
        {
            return first;
        }

        while (first > 0 && k - first < 5 && words.GapBefore(first) is Gap.Space or Gap.Apostrophe or Gap.Hyphen)
        {
            var before = words[first - 1];
            if (!before.IsWord || !(before.IsCapital || (before.Is(WordClass.Particle) && before.Length <= 3 && words[first - 2].IsCapital && words.GapBefore(first - 1) == Gap.Space)))
            {
                break;
            }

            if (before.Is(WordClass.Particle) && !before.IsCapital && words[first - 2].Is(WordClass.Surname | WordClass.Given) && words.GapBefore(first - 2) == Gap.Space && words[first - 3].Is(WordClass.Title | WordClass.Given))
            {
                // "mevrouw Dohmen van Heistraat 27": where she lives.
                break;
            }

            if (before.Is(WordClass.Common) && !before.Is(WordClass.Given | WordClass.Surname | WordClass.Particle | WordClass.Title | WordClass.PublicRole)
                && words.GapBefore(first - 1) is Gap.DotSpace or Gap.Line or Gap.Paragraph or Gap.Other && !IsStreetAdjective(words.Folded(first - 1)))
            {
                break;
            }

            first--;
        }

        while (first > 0 && k - first < 3 && !words[k].IsCapital && words.GapBefore(first) == Gap.Space && !words[first - 1].IsCapital && words[first - 1].Is(WordClass.Given) && !words[first - 1].Is(WordClass.Common | WordClass.Particle | WordClass.Filler | WordClass.Plain))
        {
            // "op jan steenstraat 13".
            first--;
        }

        // Dr. Lelylaan, Burg. Jansenstraat, Prof. dr. Magnuslaan.
        while (first > 0 && k - first < NameReader.MaxWords && words.GapBefore(first) is Gap.DotSpace or Gap.Dot && words[first - 1].Length is >= 2 and <= 5 && (words[first - 1].Is(WordClass.Title) || words.Folded(first - 1) is "burg" or "pres" or "gen" or "past" or "kard" or "st" or "min" or "jac" or "joh"))
        {
            first--;
        }

        return first;
    }
}
