namespace WooPipeline.Privacy;

/// <summary>Words before a value that are two words: <c>vergadering-id</c>, <c>meeting id</c>, <c>user id</c>, <c>id-kaart</c>, <c>pers.nr.</c></summary>
internal static class CompoundCues
{
    private static readonly ulong Pas = WordHash.Of("pas");
    private static readonly ulong Number = WordHash.Of("number");
    private static readonly ulong Nummer = WordHash.Of("nummer");
    private static readonly ulong Id = WordHash.Of("id");
    private static readonly ulong No = WordHash.Of("no");
    private static readonly ulong Nr = WordHash.Of("nr");
    private static readonly SuffixSet Secrets = new("wachtwoord", "password", "pincode", "kluis", "toegangscode", "slot", "paswoord");
    private static readonly SuffixSet Codes = new("code", "codes");

    /// <summary>What a code opens; other codes (of posts, colours, conduct) name no secret.</summary>
    private static readonly string[] Opened =
    [
        "slagboom", "poort", "deur", "alarm", "hek", "kluis", "sleutel", "toegang", "inlog", "kast", "garage", "slot", "lift", "kelder", "wifi", "scherm", "portiek", "ingang", "terrein", "keet", "werf", "bouwplaats", "portaal", "box", "berging", "schuur", "gast", "noodoplos", "ontgrendel", "beveilig", "bezoekers", "uitnodig", "deelnem", "vergader", "log", "download", "nood", "magazijn",
    ];

    /// <summary>The cue that ends at a word; none where there is none.</summary>
    public static WordClass Of(TokenText words, int k)
    {
        ref readonly var token = ref words[k];
        var hash = token.Hash;
        return token.Length switch
        {
            > 7 => token.IsWord && ((token.Length > 10 && Secrets.EndsIn(words.Of(k))) || (Codes.EndsIn(words.Of(k)) && Opens(words.Of(k)))) ? WordClass.AccessCue : WordClass.None,
            3 when hash == Pas => words[k + 1].IsAllCaps && words[k + 2].IsNumber && words.GapBefore(k + 2) == Gap.Hyphen ? WordClass.AccountCue : WordClass.None,
            6 when hash == Number => Before(words, k) is "meeting" ? WordClass.AccessCue : WordClass.None,
            6 when hash == Nummer => OfNumber(words, k),
            2 when hash == Id => Identifier(words, k),
            2 when hash == No => Before(words, k) is "interpreter" or "employee" or "staff" or "badge" or "tolk" ? WordClass.AccountCue : WordClass.None,
            2 when hash == Nr => Before(words, k) is "pers" or "personeels" or "leg" or "legitimatie" or "penning" or "pas" or "badge" or "stam" or "dienst" or "gebruikers" or "lid" or "klant" or "polis" or "patient" ? WordClass.AccountCue
                : Before(words, k) is "bsn" or "paspoort" or "rijbewijs" ? WordClass.IdCue : WordClass.None,
            _ => WordClass.None,
        };
    }

    private static bool Opens(ReadOnlySpan<char> word)
    {
        foreach (var opened in Opened)
        {
            if (word.StartsWith(opened, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static WordClass OfNumber(TokenText words, int k) => Before(words, k) switch
    {
        "vergader" => WordClass.AccessCue,
        "v" or "bsn" or "ind" or "zorg" when words.GapBefore(k) == Gap.Hyphen => WordClass.IdCue,
        "sap" or "p" or "hr" or "personeels" or "badge" or "pas" when words.GapBefore(k) == Gap.Hyphen => WordClass.AccountCue,
        _ => WordClass.None,
    };

    private static WordClass Identifier(TokenText words, int k) => Before(words, k) switch
    {
        "vergadering" or "vergaderings" or "meeting" or "conference" or "webinar" or "zoom" or "teams" or "event" or "conferentie" or "deelnemers" => WordClass.AccessCue,
        "user" or "account" or "gebruikers" or "employee" or "login" or "medewerker" => WordClass.AccountCue,
        _ => words.GapAfter(k) is Gap.Space or Gap.Other or Gap.Colon && words[k + 1].IsNumber && words[k + 2].IsNumber && words[k + 3].IsNumber ? WordClass.AccessCue : WordClass.None,
    };

    private static string Before(TokenText words, int k) =>
        words.GapBefore(k) is Gap.Hyphen or Gap.Space or Gap.Dot or Gap.DotSpace ? words.Folded(k - 1) : "";
}
