namespace WooPipeline.Privacy;

/// <summary>
/// Whether the sentence speaks of a person, by what stands before and behind a name: stronger than what its last word looks like, for streets, buildings
/// and firms are written after articles and prepositions of place, and nobody speaks through them.
/// </summary>
internal static class PersonCues
{
    private static readonly WordSet CivilTitles = new(
        "heer", "dhr", "mevrouw", "mevr", "mw", "meneer", "mijnheer", "mej", "juffrouw", "heren", "dames", "mrs", "ms", "miss", "fam", "familie", "jonkheer", "jonkvrouw", "herr", "frau", "madame", "monsieur");

    /// <summary>Words that only somebody who can answer follows, without an article.</summary>
    private static readonly WordSet Before = new(
        "volgens", "namens", "aldus", "collega", "ene", "zekere", "genaamd", "vraag", "vroeg", "bel", "mail", "app", "bedankt", "dank", "sprak", "spreek", "according", "told", "asked", "ask", "met", "with", "tegen", "omdat", "dat", "door", "by", "heet");

    /// <summary>Verbs that streets and works go with as well: <c>krijgt</c>, <c>ligt</c>, <c>is</c>.</summary>
    private static readonly WordSet Placid = new(
        "is", "was", "zijn", "waren", "wordt", "krijgt", "ligt", "loopt", "gaat", "komt", "blijft", "staat", "begint", "bleef", "kreeg", "lag", "liep", "ging", "kwam", "stond", "kan", "zal", "moet", "mag", "zou", "kon", "moest", "mocht", "werkt", "will", "can", "has", "had", "could", "would", "must", "valt", "levert", "biedt", "houdt", "maakt", "heet");

    /// <summary>True for a word with which people are addressed (<c>mevrouw</c>), and not for one that streets are named with as well (<c>professor</c>).</summary>
    public static bool IsCivilTitle(TokenText words, int k) => k >= 0 && CivilTitles.Contains(words[k].Hash);

    /// <summary>True where the sentence says of the words from <paramref name="first"/> to <paramref name="end"/> (exclusive) that they are a person.</summary>
    public static bool Say(TokenText words, int first, int end) => SayBefore(words, first, end) || (!IsPointedAt(words, first) && SayAfter(words, end));

    /// <summary>What somebody is before a surname, and what that person does behind it: <c>getuige Oosterdijk verklaart</c>.</summary>
    public static bool IsNounThatSays(TokenText words, int first, int end) => first > 0 && words.GapBefore(first) == Gap.Space && PersonNouns.Is(words, first - 1) && !PersonNouns.TakesEmployer(words, first - 1)
        && words[first].IsCapital | words[first].Is(WordClass.Particle) && words.GapBefore(end) == Gap.Space && words[end].Is(WordClass.Speech | WordClass.Acting) && !words[end].IsCapital;

    /// <summary>Behind an article: <c>de Koninklijke Metaalunie, die</c>.</summary>
    private static bool IsPointedAt(TokenText words, int first) => words.GapBefore(first) is Gap.Space or Gap.Line && Appositions.IsDeterminer(words, first - 1) && !words[first - 1].IsCapital;

    private static bool SayBefore(TokenText words, int first, int end)
    {
        if (first == 0 || words.GapBefore(first) is not (Gap.Space or Gap.DotSpace or Gap.Line))
        {
            return false;
        }

        if (IsCivilTitle(words, first - 1))
        {
            return true;
        }

        if (words.GapBefore(first) == Gap.DotSpace)
        {
            return false;
        }

        return words.Folded(first - 1) switch
        {
            "aan" or "to" or "naar" => IsHandedOver(words, first - 1) || IsRelativeClause(words, end),
            "van" or "of" => words[first - 2].Is(WordClass.Relative) || words.Folded(first - 2) is "mail" or "brief" or "bericht" or "naam" or "verzoek" or "bezwaar" or "klacht" or "reactie" or "dossier" or "vraag" or "zaak" or "voorstel" or "advies",
            "bij" => words.Folded(end) is "thuis" or "langs" or "aan" && words.Folded(end + 1) is not "de",
            _ => Before.Contains(words[first - 1].Hash),
        };
    }

    /// <summary>What is given or sent to people: <c>overgedragen aan</c>, <c>doorgestuurd naar</c>, <c>vraag dat even aan</c>.</summary>
    private static bool IsHandedOver(TokenText words, int preposition)
    {
        for (var k = preposition - 1; k >= 0 && preposition - k <= 5 && words.GapBefore(k + 1) is Gap.Space or Gap.Line; k--)
        {
            if (words.Folded(k) is "overgedragen" or "doorgestuurd" or "gestuurd" or "verzonden" or "gericht" or "gevraagd" or "gegeven" or "doorgegeven" or "dank" or "vraag" or "vroeg" or "stuur" or "stuurde" or "mail" or "mailde" or "gemaild" or "geef" or "gaf" or "overhandigd" or "voorgelegd" or "toegewezen" or "bericht" or "brief" or "groeten" or "groetjes" or "sent" or "forwarded" or "thanks" or "given" or "handed" or "spoke" or "talked" or "wrote")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRelativeClause(TokenText words, int end) => words.GapBefore(end) == Gap.Comma && words.Folded(end) is "die" or "hij" or "zij" or "who" && words.GapAfter(end) == Gap.Space;

    private static bool SayAfter(TokenText words, int end)
    {
        var after = words[end];
        return words.GapBefore(end) switch
        {
            Gap.Space => after.Is(WordClass.Speech | WordClass.Acting) && !after.IsCapital && !Placid.Contains(after.Hash) || words.Folded(end) is "thuis" or "zelf" || words.Folded(end) is "even" or "ff" && words.Folded(end + 1) is "bellen" or "mailen" or "vragen" or "appen" or "informeren" or "spreken" or "inlichten" or "betrekken" || words.Folded(end) is "en" && words.Folded(end + 1) is "ik",
            Gap.Comma => words.Folded(end) is "die" or "hij" or "zij" or "who" && words.GapAfter(end) == Gap.Space || words.Folded(end) is "tel" or "telefoon" or "geb" or "geboren" || Appositions.IsDeterminer(words, end) && PersonNouns.Is(words, end + 1),
            Gap.OpenParen => PersonNouns.Is(words, end) || after.IsNumber && after.Length is 2 or 10 && words.Folded(end)[0] == '0',
            Gap.Apostrophe => words.Folded(end) == "s" && after.Length == 1,
            _ => false,
        };
    }
}
