namespace WooPipeline.Privacy;

/// <summary>Words before a value that are two words: <c>vergadering-id</c>, <c>meeting id</c>, <c>user id</c>, <c>id-kaart</c>, <c>pers.nr.</c></summary>
internal static class CompoundCues
{
    /// <summary>The cue that ends at a word; none where there is none.</summary>
    public static WordClass Of(TokenText words, int k)
    {
        switch (words[k].Length)
        {
            case > 10:
                return words[k].IsWord && (words.Of(k).EndsWith("wachtwoord", StringComparison.OrdinalIgnoreCase) || words.Of(k).EndsWith("password", StringComparison.OrdinalIgnoreCase) || words.Of(k).EndsWith("pincode", StringComparison.OrdinalIgnoreCase)) ? WordClass.AccessCue : WordClass.None;
            case 3 when words.Folded(k) is "pas" && words[k + 1].IsAllCaps && words[k + 2].IsNumber && words.GapBefore(k + 2) == Gap.Hyphen:
                return WordClass.AccountCue;
            case 6 when words.Folded(k) is "number" && Before(words, k) is "meeting":
            case 6 when words.Folded(k) is "nummer" && Before(words, k) is "vergader":
                return WordClass.AccessCue;
            case 6 when words.Folded(k) is "nummer" && words.GapBefore(k) == Gap.Hyphen && Before(words, k) is "sap" or "p" or "hr" or "personeels" or "badge" or "pas":
                return WordClass.AccountCue;
            case 2 when words.Folded(k) is "id":
                return Identifier(words, k);
            case 2 when words.Folded(k) is "nr":
                return Before(words, k) is "pers" or "personeels" or "pas" or "badge" or "stam" or "dienst" or "gebruikers" or "lid" or "klant" or "polis" or "patient" ? WordClass.AccountCue
                    : Before(words, k) is "bsn" or "paspoort" or "rijbewijs" ? WordClass.IdCue : WordClass.None;
            default:
                return WordClass.None;
        }
    }

    private static WordClass Identifier(TokenText words, int k) => Before(words, k) switch
    {
        "vergadering" or "vergaderings" or "meeting" or "conference" or "webinar" or "zoom" or "teams" or "event" or "conferentie" or "deelnemers" => WordClass.AccessCue,
        "user" or "account" or "gebruikers" or "employee" or "login" or "medewerker" => WordClass.AccountCue,
        _ => words.GapAfter(k) is Gap.Space or Gap.Other or Gap.Colon && words[k + 1].IsNumber && words[k + 2].IsNumber && words[k + 3].IsNumber ? WordClass.AccessCue : WordClass.None,
    };

    private static string Before(TokenText words, int k) =>
        words.GapBefore(k) is Gap.Hyphen or Gap.Space or Gap.Dot or Gap.DotSpace ? words.Folded(k - 1) : "";
}
