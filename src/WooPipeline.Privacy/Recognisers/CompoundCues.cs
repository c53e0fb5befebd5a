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
    private static readonly ulong Nrs = WordHash.Of("nummers");
    private static readonly ulong Code = WordHash.Of("code");
    public static readonly WordSet Heads = new("pas", "number", "nummer", "id", "no", "nr", "nummers", "code", "key", "visum", "passer", "card", "bewijs");
    private static readonly SuffixSet Numbers = new("nummer", "nummers", "nr", "nrs");
    private static readonly SuffixSet Passes = new("pas");
    private static readonly SuffixSet Documents = new("paspoort", "paspoorten", "rijbewijs", "visum", "reisdocument", "identiteitskaart", "verblijfsdocument", "nooddocument", "passer", "visumsticker", "zeemansboek", "zeemansboekje", "monsterboekje");
    private static readonly string[] DocumentParts = ["paspoort", "rijbewijs", "visum", "reisdocument", "identiteit", "vreemdeling", "nooddocument", "verblijfs", "burgerservice", "zeemansboek", "legitimatiebewijs"];

    /// <summary>Whom a number of a file, a card or a member is given to: what stands before <c>nummer</c> and <c>nr</c>.</summary>
    private static readonly string[] Holders =
    [
        "patient", "client", "klant", "lid", "leden", "lidmaatschap", "deelnemer", "student", "leerling", "medewerker", "werknemer", "personeel", "bewoner", "huurder", "kandidaat", "abonnee", "relatie", "debiteur",
        "dienst", "stam", "badge", "pas", "toegangspas", "insigne", "penning", "legitimatie", "toezicht", "toezichthouder", "tolk", "bond", "speler", "studenten", "sporter", "agent", "verbalisant", "gebruiker", "bezoeker", "donor", "vrijwilliger", "reiziger", "passagier",
        "verzekerde", "verzekerden", "burger", "inwoner", "cursist", "stagiair", "docent", "arts", "zorgverlener", "inschrijf", "creditcard", "pers", "leg", "pnr", "ambtenaren", "politie", "bsn", "lener", "lezer", "ouder", "kind", "pensioen", "uitkering", "wao", "gast", "parkeerpas", "rijder", "chauffeur", "coach", "scheidsrechter", "trainer", "licentiehouder", "collegekaart", "bibliotheekpas", "ov", "zorgpas", "detachering", "uitzend", "sollicitant", "kiezer", "aanvrager", "coa", "zorg", "asielzoeker", "vluchteling", "examen", "examinator", "instructeur", "rijschoolhouder", "opvarende", "bemanningslid", "monsterboekje", "bezoekers", "gezins", "gezin",
    ];

    private static readonly ulong Key = WordHash.Of("key");
    private static readonly ulong Visum = WordHash.Of("visum");
    private static readonly ulong Passer = WordHash.Of("passer");
    private static readonly ulong Card = WordHash.Of("card");
    private static readonly ulong Bewijs = WordHash.Of("bewijs");
    private static readonly SuffixSet Secrets = new("wachtwoord", "password", "pincode", "kluis", "kluisje", "toegangscode", "slot", "paswoord");
    private static readonly SuffixSet Codes = new("code", "codes");

    /// <summary>Words that only in capitals are numbers of persons, and the end of <c>w-document</c>.</summary>
    public static readonly WordSet Abbreviations = new("ssn", "dni", "nie", "cnp", "cpr", "nin", "nif", "egn", "nino", "pesel", "jmbg", "puk", "document");

    /// <summary>All endings of cues in one word, folded.</summary>
    public static IEnumerable<string> Endings => Numbers.All.Concat(Passes.All).Concat(Documents.All).Concat(Secrets.All).Concat(Codes.All);

    /// <summary>What a code opens; other codes (of posts, colours, conduct) name no secret.</summary>
    private static readonly string[] Opened =
    [
        "slagboom", "poort", "deur", "alarm", "hek", "kluis", "sleutel", "toegang", "inlog", "kast", "garage", "slot", "lift", "kelder", "wifi", "scherm", "portiek", "ingang", "terrein", "keet", "werf", "bouwplaats", "portaal", "box", "berging", "schuur", "gast", "noodoplos", "ontgrendel", "beveilig", "bezoekers", "uitnodig", "deelnem", "vergader", "log", "download", "nood", "magazijn", "bord", "sessie", "batch",
    ];

    private const int LongestShort = 7;

    /// <summary>False for a folded word that ends no cue, whatever stands before it.</summary>
    public static bool MayEnd(string word) => Heads.Contains(WordHash.Of(word)) || OfAbbreviation(word) != WordClass.None || Numbers.EndsIn(word) || Passes.EndsIn(word) || Documents.EndsIn(word) || Secrets.EndsIn(word) || Codes.EndsIn(word) || IsDocumentPart(word);

    /// <summary>The cue that ends at a word; none where there is none.</summary>
    public static WordClass Of(TokenText words, int k)
    {
        ref readonly var token = ref words[k];
        var hash = token.Hash;
        if (token.Length > LongestShort)
        {
            return OfLong(words, k);
        }

        if (!Heads.Contains(hash) && !(token.IsAllCaps && token.Length is 3 or 4 or 5) && !Numbers.EndsIn(words.Of(k)))
        {
            return WordClass.None;
        }

        return token.Length switch
        {
            3 when hash == Pas => words[k + 1].IsAllCaps && words.GapBefore(k + 2) == Gap.Hyphen && (words[k + 2].IsNumber || words[k + 3].IsNumber && words.GapBefore(k + 3) == Gap.Hyphen) ? WordClass.AccountCue : WordClass.None,
            6 when hash == Number => words.Folded(k - 1) == "service" && words.Folded(k - 2) == "citizen" ? WordClass.IdCue : OfEnglishNumber(Before(words, k)),
            6 when hash == Nummer => OfNumber(words, k),
            7 when hash == Nrs => IsHolder(Before(words, k)) ? WordClass.AccountCue : WordClass.None,
            4 when hash == Code => words.GapBefore(k) == Gap.Hyphen && OpensShort(words.Folded(k - 1)) ? WordClass.AccessCue : WordClass.None,
            4 when hash == Card => Before(words, k) is "ghana" or "identity" or "id" ? WordClass.IdCue : WordClass.None,
            3 when hash == Key => Before(words, k) is "host" or "api" or "stream" or "recovery" ? WordClass.AccessCue : WordClass.None,
            5 when hash == Visum => WordClass.IdCue,
            6 when hash == Passer => Before(words, k) == "laissez" ? WordClass.IdCue : WordClass.None,
            6 when hash == Bewijs => Before(words, k) is "id" or "legitimatie" ? WordClass.IdCue : WordClass.None,
            3 or 4 or 5 when token.IsAllCaps => OfAbbreviation(words.Folded(k)),
            2 when hash == Id => Identifier(words, k),
            2 when hash == No => Before(words, k) is "interpreter" || IsHolder(Before(words, k)) ? WordClass.AccountCue : WordClass.None,
            2 when hash == Nr => OfShortNumber(Before(words, k)),
            >= 4 => token.IsWord && Numbers.EndsIn(words.Of(k)) ? OfHolder(words.Folded(k), token.Class) : WordClass.None,
            _ => WordClass.None,
        };
    }

    private static WordClass OfLong(TokenText words, int k)
    {
        ref readonly var token = ref words[k];
        if (!token.IsWord)
        {
            return WordClass.None;
        }

        var word = words.Of(k);
        if (token.Length == 8 && words.GapBefore(k) == Gap.Hyphen && words.Folded(k - 1) == "w" && words.Folded(k) == "document")
        {
            return WordClass.IdCue;
        }

        if (Numbers.EndsIn(word))
        {
            return OfHolder(words.Folded(k), token.Class);
        }

        if (Passes.EndsIn(word) && IsHolder(words.Folded(k)[..^3]))
        {
            return WordClass.AccountCue;
        }

        return Documents.EndsIn(word) || IsDocumentPart(word) ? WordClass.IdCue
            : (token.Length > 10 && Secrets.EndsIn(word)) || (Codes.EndsIn(word) && Opens(word)) ? WordClass.AccessCue : WordClass.None;
    }

    private static WordClass OfEnglishNumber(string before) => before switch
    {
        "meeting" => WordClass.AccessCue,
        "security" or "insurance" or "identity" or "national" or "passport" or "licence" or "license" or "visa" => WordClass.IdCue,
        _ => IsHolder(before) ? WordClass.AccountCue : WordClass.None,
    };

    private static WordClass OfShortNumber(string before) => before is "bsn" or "paspoort" or "rijbewijs" or "visum" or "v" or "reisdocument" or "visumsticker" ? WordClass.IdCue : IsHolder(before) ? WordClass.AccountCue : WordClass.None;

    /// <summary>Numbers of persons in other countries, written in capitals only; and of a telephone's card.</summary>
    private static WordClass OfAbbreviation(string word) => word switch
    {
        "ssn" or "dni" or "nie" or "cnp" or "cpr" or "nin" or "nif" or "egn" or "nino" or "pesel" or "jmbg" => WordClass.IdCue,
        "puk" => WordClass.AccessCue,
        _ => WordClass.None,
    };

    private static bool OpensShort(string word) => word is "pin" or "sms" or "tan" or "2fa" or "login" || Opens(word);

    /// <summary>What a number of somebody is: of a document by law, of a file or pass; nothing where a list knows the word already or it is of no person.</summary>
    private static WordClass OfHolder(string word, WordClass known)
    {
        if ((known & (WordClass.ReferenceCue | WordClass.PhoneCue)) != 0)
        {
            return WordClass.None;
        }

        if (IsDocumentPart(word))
        {
            return WordClass.IdCue;
        }

        var stem = word.AsSpan(0, word.LastIndexOf('n')).ToString();
        return stem != "pers" && IsHolder(stem) ? WordClass.AccountCue : WordClass.None;
    }

    public static bool IsDocumentPart(ReadOnlySpan<char> word)
    {
        if (word.Length <= LongestShort)
        {
            return false;
        }

        foreach (var part in DocumentParts)
        {
            // Two letters tell most words apart.
            if ((word[0] | 0x20) == part[0] && (word[2] | 0x20) == part[2] && word.StartsWith(part, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Somebody who has a number, right before one: <c>speler 88120431</c>, <c>player 88120431</c>, <c>cliënt 4471002</c>.</summary>
    public static bool IsNumbered(TokenText words, int k) => words.Folded(k) is "speler" or "player" or "patient" or "client" or "klant" or "lid" or "deelnemer" or "student" or "leerling" or "customer" or "member" or "abonnee" or "gebruiker" or "user" or "passagier" or "cursist" or "kandidaat" or "huurder" or "medewerker" or "verzekerde" or "donor" or "speelster" or "inschrijver";

    private static bool IsHolder(string stem)
    {
        var plain = stem is [.., 's'] && stem.Length > 4 ? stem[..^1] : stem;
        return HolderSet.Contains(stem) || HolderSet.Contains(plain);
    }

    private static readonly System.Collections.Frozen.FrozenSet<string> HolderSet = System.Collections.Frozen.FrozenSet.ToFrozenSet([.. Holders, "customer", "member", "membership", "employee", "staff", "subscriber", "participant", "volunteer", "pupil", "tenant", "account", "badge", "sap", "hr", "p", "u"]);

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
        "v" or "bsn" or "ind" or "zorg" or "a" or "big" when words.GapBefore(k) == Gap.Hyphen => WordClass.IdCue,
        "visum" or "paspoort" or "rijbewijs" => WordClass.IdCue,
        var before => IsHolder(before) && (words.GapBefore(k) == Gap.Hyphen || before.Length > 3) ? WordClass.AccountCue : WordClass.None,
    };

    private static WordClass Identifier(TokenText words, int k) => Before(words, k) switch
    {
        "vergadering" or "vergaderings" or "meeting" or "conference" or "webinar" or "zoom" or "teams" or "event" or "conferentie" or "deelnemers" => WordClass.AccessCue,
        "user" or "beheer" or "account" or "gebruikers" or "employee" or "login" or "medewerker" or "student" or "patient" or "customer" or "member" or "staff" or "client" or "klant" => WordClass.AccountCue,
        _ => words.GapAfter(k) is Gap.Space or Gap.Other or Gap.Colon && words[k + 1].IsNumber && words[k + 2].IsNumber && words[k + 3].IsNumber ? WordClass.AccessCue : WordClass.None,
    };

    private static string Before(TokenText words, int k) =>
        words.GapBefore(k) is Gap.Hyphen or Gap.Space or Gap.Dot or Gap.DotSpace ? words.Folded(k - 1) : "";
}
