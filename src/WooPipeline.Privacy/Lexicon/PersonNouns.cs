namespace WooPipeline.Privacy;

/// <summary>Words for what somebody is: a function, a trade, a relation; by the lists, and by how such words end (<c>gezinsbegeleidster</c>, <c>veearts</c>).</summary>
internal static class PersonNouns
{
    private const int ShortestCompound = 6;

    private static readonly SuffixSet Endings = new(
        "arts", "meester", "kundige", "adviseur", "adviseuse", "leider", "leidster", "ambtenaar", "begeleider", "begeleidster", "consulent", "consulente", "coach", "functionaris", "medewerker", "medewerkster", "specialist", "specialiste",
        "therapeut", "therapeute", "inspecteur", "inspectrice", "wetenschapper", "agent", "agente", "houder", "houdster", "voerder", "voerster", "chauffeur", "directeur", "directrice", "manager", "secretaris", "secretaresse", "rechercheur",
        "assistent", "assistente", "meisje", "jongen", "vrouw", "broer", "zus", "vader", "moeder", "zoon", "dochter", "ouder", "vriend", "vriendin", "collega", "genoot", "genote", "werker", "werkster", "bezorger", "bezorgster", "monteur",
        "planner", "schrijver", "schrijfster", "eigenaar", "eigenares", "bewoner", "bewoonster", "maker", "maakster", "trainer", "trainster", "docent", "docente", "leraar", "lerares", "onderzoeker", "onderzoekster", "analist", "analiste",
        "jurist", "juriste", "advocaat", "advocate", "notaris", "psycholoog", "psychologe", "oloog", "ologe", "bestuurder", "bestuurster", "wachter", "wachtster", "opzichter", "machinist", "installateur", "architect", "ingenieur", "tekenaar", "tekenares",
        "voogd", "tolk", "chef", "coördinator", "coordinator", "beheerder", "beheerster", "beveiliger", "boer", "boerin", "aannemer", "verzorger", "verzorgster", "hulpverlener", "hulpverleenster", "verlener", "verleenster", "regisseur", "portier",
        "huurder", "huurster", "drager", "griffier", "geleider", "recherche", "bode", "klerk", "loods", "schipper", "kapitein", "visser", "kweker", "fokker", "teler", "handelaar", "verkoper", "verkoopster", "kassière", "kok", "bakker", "kapper", "kapster",
        "lid", "influencer", "blogger", "vlogger", "speler", "speelster", "officer", "manager", "worker", "keeper", "teacher", "nurse", "driver", "inspector", "assistant", "neighbour", "neighbor", "doctor", "engineer");

    private static readonly SuffixSet Employees = new(
        "directeur", "directrice", "medewerker", "medewerkster", "adviseur", "voorzitter", "woordvoerder", "secretaris", "manager", "bestuurder", "coördinator", "coordinator", "hoofd", "team", "lid", "leden", "voorlichter", "director", "manager", "bewoner", "bewoners", "eigenaar", "beheerder");

    /// <summary>True where a word says what a person is and makes nobody public.</summary>
    public static bool Is(TokenText words, int k) => words.Knows(k, Note.PersonNoun, out var known) ? known : words.Keep(k, Note.PersonNoun, IsNoun(words, k));

    private static bool IsNoun(TokenText words, int k)
    {
        var token = words[k];
        return token.IsWord && !token.Is(WordClass.PublicRole | WordClass.Title) && (token.Is(WordClass.Function | WordClass.Relative) || (token.Length >= ShortestCompound && !token.Is(WordClass.Given | WordClass.Surname) && Endings.EndsIn(words.Of(k))));
    }

    /// <summary>True where the name of an employer may follow such a word as well as a person's: <c>directeur Deltares</c>.</summary>
    public static bool TakesEmployer(TokenText words, int k) => Employees.EndsIn(words.Of(k));
}
