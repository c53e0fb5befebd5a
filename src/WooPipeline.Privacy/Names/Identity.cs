namespace WooPipeline.Privacy;

/// <summary>Chooses whom a surname means where more than one person bears it, and whether it means somebody who is public.</summary>
internal sealed class Identity(TokenText words, PersonRegister register, int reachFirst, int first, int end, char letter, PrivacyDocument document)
{
    private const int Near = 120;

    /// <summary>The person, or -1 for a stranger of that name.</summary>
    public (int Person, bool IsPublic) Choose(List<int> candidates, bool hasRole, Dictionary<int, int> lastSeen)
    {
        if (candidates.FindIndex(IsTitled) is var titled and >= 0)
        {
            return (candidates[titled], true);
        }

        if (candidates.Count == 1 && candidates[0] is var only && !IsPublic(only) && (letter == '\0' || FitsLetter(only)))
        {
            return (only, hasRole && letter == '\0' && IsWeak(only));
        }

        var fitting = letter == '\0' ? candidates : candidates.FindAll(FitsLetter);
        if (fitting.Count == 0)
        {
            // A role makes a public person whatever the letter: registers hold nicknames.
            return hasRole && candidates.FirstOrDefault(IsPublic, -1) is var official and >= 0 ? (official, true) : (-1, false);
        }

        var publics = new List<int>();
        var privates = new List<int>();
        foreach (var person in fitting)
        {
            if (!IsPublic(person))
            {
                privates.Add(person);
            }
            else if (hasRole || !IsFrequentBuiltIn(person))
            {
                publics.Add(person);
            }
        }

        if (hasRole && publics.Count > 0)
        {
            return (publics[0], true);
        }

        if (!hasRole && publics.Count > 0 && IsOtherPerson(words, reachFirst, end) && !publics.Exists(p => RoleContext.SaysTitleBefore(words, reachFirst, register.Persons[p].Role!)))
        {
            return privates.Count > 0 ? (Nearest(privates, lastSeen), false) : (-1, false);
        }

        if (publics.Count == 0 && privates.Count == 0)
        {
            return (-1, false);
        }

        if (publics.Count == 0)
        {
            return hasRole && letter == '\0' && privates.TrueForAll(IsWeak) ? (privates[0], true) : (Nearest(privates, lastSeen), false);
        }

        if (privates.Count == 0)
        {
            return OtherSex(publics[0]) ? (-1, false) : (publics[0], true);
        }

        return Between(publics, privates, lastSeen);
    }

    private (int Person, bool IsPublic) Between(List<int> publics, List<int> privates, Dictionary<int, int> lastSeen)
    {
        if (privates.FirstOrDefault(OrganisationFollows, -1) is var colleague and >= 0)
        {
            return (colleague, false);
        }

        var sex = SexOfTitle();
        if (sex is { } female && letter == '\0')
        {
            var publicFits = publics.FindAll(p => SexOf(p) is not { } s || s == female);
            var privateFits = privates.FindAll(p => SexOf(p) is not { } s || s == female);
            if (publicFits.Count == 0 || privateFits.Count == 0)
            {
                return publicFits.Count == 0 ? (Nearest(privateFits.Count > 0 ? privateFits : privates, lastSeen), false) : (publicFits[0], true);
            }
        }

        // A stranger of that name in another document does not take the name from somebody public.
        if (privates.TrueForAll(p => IsWeak(p) && !lastSeen.ContainsKey(p) && !register.Persons[p].Scope.Contains(document.Id)))
        {
            return (publics[0], true);
        }

        var seenPublic = publics.Select(p => lastSeen.GetValueOrDefault(p, -1)).Max();
        var seenPrivate = privates.Select(p => lastSeen.GetValueOrDefault(p, -1)).Max();
        return seenPublic > seenPrivate && first - seenPublic < Near ? (publics[0], true) : (Nearest(privates, lastSeen), false);
    }

    /// <summary>Somebody public by the dossier's own register, with the very title that it gives.</summary>
    private bool IsTitled(int person) => register.Persons[person] is { Role: { } role, IsBuiltIn: false } && RoleContext.IsOwnTitleBeside(words, reachFirst, end, role) && (letter == '\0' || FitsLetter(person));

    /// <summary>"De Jonge van het RIVM": what follows is where that person works.</summary>
    private bool OrganisationFollows(int person)
    {
        if (!(words.Folded(end) is "van" or "from" or "of" or "bij") && words.GapBefore(end) is not (Gap.OpenParen or Gap.Comma))
        {
            return false;
        }

        var known = register.Persons[person];
        for (var k = end; k < end + 4; k++)
        {
            var word = words.Folded(k);
            if (word.Length > 2 && (known.Organisation.Contains(word, StringComparison.OrdinalIgnoreCase) || known.Emails.Any(e => e[(e.IndexOf('@', StringComparison.Ordinal) + 1)..].StartsWith(word + ".", StringComparison.Ordinal))))
            {
                return true;
            }
        }

        return false;
    }

    private static int Nearest(List<int> persons, Dictionary<int, int> lastSeen) => persons.Count == 1 ? persons[0] : persons.MaxBy(p => lastSeen.GetValueOrDefault(p, -1));

    /// <summary>A well-known bearer of a frequent name says nothing where no role stands near.</summary>
    private bool IsFrequentBuiltIn(int person) => register.Persons[person].IsBuiltIn
        && (words[end - 1].Is(WordClass.Frequent) || !register.Persons[person].Role!.HoldsOn(document.Date));

    private bool IsPublic(int person) => register.Persons[person].Role is not null;

    private bool IsWeak(int person) => register.Persons[person].Strength != Strength.Confirmed;

    private bool FitsLetter(int person)
    {
        var wanted = letter;
        var names = register.Persons[person].Names;
        var bare = true;
        foreach (var name in names)
        {
            if ((name.Initials.Length > 0 && name.Initials[0] == wanted) || HasGiven(name, wanted))
            {
                return true;
            }

            bare &= name.Initials.Length == 0 && name.Given.Length == 0;
        }

        return bare && register.Persons[person].Role is null;
    }

    private static bool HasGiven(PersonName name, char letter)
    {
        foreach (var given in name.Given)
        {
            if (given[0] == letter)
            {
                return true;
            }
        }

        return name.Given.Length > 0 && Nicknames.Fits(name.Given[0], letter);
    }

    /// <summary>
    /// The text says of the name that it is nobody public: a function before it (<c>penningmeester Roelofsen</c>) or behind it
    /// (<c>Kuipers, onze archivaris</c>), a family, <c>ene</c>, <c>niet verwarren met</c>.
    /// </summary>
    public static bool IsOtherPerson(TokenText words, int first, int end)
    {
        var before = words.Folded(first - 1);
        if (words.GapBefore(first) is Gap.Space or Gap.DotSpace && (before is "fam" or "familie" or "ene" or "zekere" or "heet" || (before is "een" && words.Folded(first - 2) is "ook" or "nog") || (before == "met" && words.Folded(first - 2) is "verwarren")))
        {
            return true;
        }

        if (words.GapBefore(first) == Gap.Space && PersonNouns.Is(words, first - 1) && words.Folded(first - 1) is not ("partijleider" or "fractievoorzitter" or "lijsttrekker" or "portefeuillehouder" or "voorzitter" or "spreker" or "lid" or "leden"))
        {
            return true;
        }

        if (words.GapBefore(end) is Gap.OpenParen or Gap.Comma && words.Folded(end) is "geen" or "niet" or "no" && words.Folded(end + 1) is "familie" or "fam" or "verwant" or "relation" or "relative" or "te" or "het")
        {
            // "Boswijk (geen familie van het Kamerlid)".
            return true;
        }

        if (IsOfDepartment(words, end) || (words.GapBefore(end) == Gap.Space && words.Folded(end) is "junior" or "senior"))
        {
            return true;
        }

        return words.GapBefore(end) == Gap.Comma && Appositions.IsDeterminer(words, end) && (PersonNouns.Is(words, end + 1) || PersonNouns.Is(words, end + 2) && words.GapBefore(end + 2) == Gap.Space && !words[end + 1].Is(WordClass.PublicRole));
    }

    /// <summary>What follows is a part of an office: <c>Winter van handhaving</c>, <c>Kuipers van de balie</c>.</summary>
    public static bool IsOfDepartment(TokenText words, int end)
    {
        if (words.Folded(end) is not ("van" or "from" or "of") || words.GapBefore(end) != Gap.Space)
        {
            return false;
        }

        var k = words.Folded(end + 1) is "de" or "het" or "the" or "onze" or "our" ? end + 2 : end + 1;
        return words.Folded(k) is "handhaving" or "beleid" or "inkoop" or "facilitair" or "communicatie" or "voorlichting" or "jeugd" or "sport" or "financien" or "ict" or "hr" or "administratie" or "beheer" or "toezicht" or "vergunningen" or "juridische" or "juridisch" or "subsidies" or "balie" or "receptie" or "planning" or "archief" or "griffie"
            or "secretariaat" or "personeelszaken" or "onderhoud" or "techniek" or "beveiliging" or "redactie" or "personeel" or "zorg" or "onderwijs" or "cultuur" or "groen" or "verkeer" or "bouwtoezicht" or "ruimte" or "milieu" or "klantcontact" or "webcare" or "bewaking" or "catering" or "schoonmaak" or "procurement" or "finance" or "security" or "accounts" or "legal" or "planologie" or "dienst" or "afdeling" or "provincie" or "gemeente" or "politie" or "brandweer" or "school" or "woningbouw" or "woningcorporatie" or "boa";
    }

    private bool OtherSex(int person) => SexOfTitle() is { } title && SexOf(person) is { } own && title != own;

    private bool? SexOfTitle()
    {
        var k = reachFirst - 1;
        for (var steps = 0; steps < 3 && k >= 0; steps++, k--)
        {
            switch (words.Folded(k))
            {
                case "heer" or "dhr" or "meneer" or "mijnheer" or "heren" or "jonkheer" or "jhr":
                    return false;
                case "mr":
                    // Dutch "mr." is a degree, English "Mr" a man.
                    return words.GapAfter(k) == Gap.Space ? false : null;
                case "mevrouw" or "mevr" or "mw" or "mevrouwen" or "ms" or "mrs" or "juffrouw" or "jkvr":
                    return true;
                default:
                    if (!words[k].Is(WordClass.Title))
                    {
                        return null;
                    }

                    break;
            }
        }

        return null;
    }

    private bool? SexOf(int person)
    {
        var known = register.Persons[person];
        if (known.Role?.IsFemale is { } female)
        {
            return female;
        }

        foreach (var given in known.Names.Where(n => n.Given.Length > 0).Select(n => n.Given[0]))
        {
            var found = Lexicon.Default.Find(WordHash.Of(given));
            if ((found & (WordClass.Female | WordClass.Male)) is WordClass.Female or WordClass.Male)
            {
                return (found & WordClass.Female) != 0;
            }
        }

        return null;
    }
}
