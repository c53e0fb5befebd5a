namespace WooPipeline.Privacy;

/// <summary>What stands around a name: whether it names a thing, whether it starts a sentence, whether something acts.</summary>
internal static class NameContext
{
    private static readonly System.Buffers.SearchValues<char> SentenceMarks = System.Buffers.SearchValues.Create("!?\"“„‘•*");

    /// <summary>True where a name is part of the name of a law, motion, firm, street, place or product.</summary>
    public static bool IsThing(TokenText words, NameSpan name) => IsThing(words, name.First, name.End);

    public static bool IsThing(TokenText words, int first, int end)
    {
        var last = words[end - 1];
        var endsAsThing = !last.Is(WordClass.Surname) && (StreetNames.IsStrongStreet(words.Of(end - 1)) || (last.Length > 6 && EndsAsWork(words.Of(end - 1))));
        return (endsAsThing && !EndsAsSurname(words, first, end)) || IsThingAround(words, first, end);
    }

    /// <summary>The same for a form that somebody of the dossier bears: what its last word looks like counts only where it is placed (<c>op de Oosterdijk</c>).</summary>
    public static bool IsThingNotPerson(TokenText words, int first, int end)
    {
        var endsAsThing = !words[end - 1].Is(WordClass.Surname) && (StreetNames.IsStrongStreet(words.Of(end - 1)) || (words[end - 1].Length > 6 && EndsAsWork(words.Of(end - 1))));
        return (endsAsThing && IsPlaced(words, first, end) && !(end - first > 1 && IsNoPlace(words, first, end))) || IsThingAround(words, first, end);
    }

    /// <summary>True where what stands around a name makes it a thing, whatever its own last word looks like.</summary>
    public static bool IsThingAround(TokenText words, int first, int end) => ThingBefore(words, first) || (!LivesThere(words, first, end) && !DoubleSurnameAfter(words, first, end) && ThingAfter(words, end));

    /// <summary>
    /// A full name whose surname ends as streets and works do: <c>Marit Oosterdijk</c>, <c>Esmee Verschuren-Zwartsluis</c>. Nothing points at it
    /// as at a place, and the ending is one that surnames have.
    /// </summary>
    public static bool EndsAsSurname(TokenText words, int first, int end)
    {
        if (Institutions.EndsIn(words.Of(end - 1)) && words[end - 1].Length > 8)
        {
            // "Anna van Buurenschool": whatever it is said to do.
            return false;
        }

        if (StreetNames.IsStreetForCertain(words.Of(end - 1)) && !words[end - 1].Is(WordClass.Surname) && ((words.GapBefore(end) == Gap.Comma && words[end].Is(WordClass.Place)) || (words.GapBefore(first) == Gap.Comma && words[first - 1].Is(WordClass.Place))))
        {
            // "Pieter de Hoochstraat, Arnhem".
            return false;
        }

        var given = end - first > 1 && (words[first].Is(WordClass.Given) && words[first].IsCapital || NameReader.IsInitial(words, first)) && words[end - 1].IsCapital && words.GapBefore(end - 1) is Gap.Space or Gap.Hyphen or Gap.DotSpace;
        if (IsPlaced(words, first, end) && !(given && IsNoPlace(words, first, end)))
        {
            return false;
        }

        if (PersonCues.IsCivilTitle(words, first - 1) || (given && PersonCues.Say(words, first, end)) || PersonCues.IsNounThatSays(words, first, end))
        {
            return true;
        }

        var doubled = end - 1 > first && words.GapBefore(end - 1) == Gap.Hyphen && words[end - 2].IsCapital && words[end - 2].Length > 2 && !words[end - 2].Is(WordClass.Given);
        var named = end - first > 1 && (NameReader.IsInitial(words, first) || (words[first].Is(WordClass.Given) && words[first].IsCapital && !words[first].Is(WordClass.Common | WordClass.Place | WordClass.Title | WordClass.Month)))
            && words[end - 1].IsCapital;
        return doubled ? named || words[first - 1].Is(WordClass.Title) : (named || words[first - 1].Is(WordClass.Title) && words.GapBefore(first) is Gap.Space or Gap.DotSpace && (!StreetNames.IsStreetForCertain(words.Of(end - 1)) || PersonCues.Say(words, first, end))) && StreetNames.MayEndSurname(words.Of(end - 1));
    }

    private static readonly SuffixSet Institutions = new("school", "college", "lyceum", "gymnasium", "ziekenhuis", "museum", "instituut", "stichting", "stadion", "kliniek", "kazerne", "theater", "kapel");

    /// <summary>An article or a preposition of place before it, or a number behind it: <c>op de Marit Oosterdijk</c>, <c>Oosterdijk 12</c>.</summary>
    private static bool IsPlaced(TokenText words, int first, int end) => (words.GapBefore(first) == Gap.Space && (words[first - 1].Is(WordClass.PlaceCue) && words.Folded(first - 1) is not ("van" or "naar" or "bij" or "from") || words.Folded(first - 1) is "de" or "het" or "the" or "aan" or "op" or "in"))
        || (words.GapBefore(end) == Gap.Space && words[end].HasDigit);

    /// <summary>A preposition that goes with a person named in full as well as with a place (<c>overgedragen aan</c>), and no number.</summary>
    private static bool IsNoPlace(TokenText words, int first, int end) => words.Folded(first - 1) is "aan" or "te" && !(words.GapBefore(end) == Gap.Space && words[end].HasDigit);

    /// <summary>A hyphen and the other half of a double surname behind a full name: <c>Esmee Verschuren-Zwartsluis</c>.</summary>
    private static bool DoubleSurnameAfter(TokenText words, int first, int end) => words.GapBefore(end) == Gap.Hyphen && words[end].IsCapital && words[end].IsWord && !words[end].Is(WordClass.Organisation | WordClass.NamedThing)
        && EndsAsSurname(words, first, end + 1);

    /// <summary>A titled person and a street with a number: <c>mevrouw Dohmen van Heistraat 27</c>.</summary>
    private static bool LivesThere(TokenText words, int first, int end) => words[first - 1].Is(WordClass.Title) && words.Folded(end) is "van" or "uit" or "op" or "of" && words[end + 1].IsCapital && words[end + 2].HasDigit;

    /// <summary>True where a word ends as buildings and works do; German valleys (<c>Löwenthal</c>) are no halls.</summary>
    public static bool EndsAsWork(ReadOnlySpan<char> word) => Works.EndsIn(word) && !(word.EndsWith("thal", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("sporthal", StringComparison.OrdinalIgnoreCase));

    private static readonly SuffixSet Works = new(
        "brug", "tunnel", "sluis", "viaduct", "school", "plein", "instituut", "ziekenhuis", "museum", "stadion", "gebouw", "centrum", "theater", "stichting", "toren", "kazerne", "sporthal", "fonds", "prijs", "bridge", "umc", "zaal", "kliniek", "lyceum", "paviljoen", "beheer", "systeem", "portaal", "applicatie", "registratie", "administratie", "planning", "research", "lezing", "penning", "hal");

    public static bool StartsSentence(TokenText words, int k) => words.Knows(k, Note.StartsSentence, out var known) ? known : words.Keep(k, Note.StartsSentence, OpensSentence(words, k));

    private static bool OpensSentence(TokenText words, int k) => k == 0
        || words.GapBefore(k) is Gap.DotSpace or Gap.Paragraph or Gap.Line or Gap.Other or Gap.Tab or Gap.Colon
        || words.TextBefore(k).IndexOfAny(SentenceMarks) >= 0;

    /// <summary>True for a word that no list knows and that ends as words for what somebody is: <c>Programmasecretaris</c>.</summary>
    public static bool EndsAsOccupation(TokenText words, int k) => words[k].Class == WordClass.None && words[k].Length >= 9 && Occupations.EndsIn(words.Of(k));

    /// <summary>What somebody is, with the capital of its sentence, before a name: <c>Dakdekker Mirek</c>, <c>Statenlid Rutten</c>, <c>Dirigent Ad van Oeveren</c>.</summary>
    public static bool OpensAsNoun(TokenText words, int k) => StartsSentence(words, k) && words[k].Length >= 6 && words.GapAfter(k) == Gap.Space && (words[k + 1].IsCapital || words[k + 1].Is(WordClass.Particle)) && !words[k].Is(WordClass.Given | WordClass.Surname) && Occupations.EndsIn(words.Of(k));

    private static readonly SuffixSet Occupations = new(
        "dekker", "lid", "gent", "secretaris", "meester", "houder", "leider", "leidster", "kundige", "arts", "oloog", "ologe", "aris", "ateur", "atrice", "eerder", "teur", "nist", "list", "rist", "tist", "ente", "dent", "ster", "vrouw", "ler", "aar", "ares", "smid", "snijder", "draaier", "maker", "zetter", "bouwer", "rijder", "varder", "wachter", "handelaar", "werker", "loper", "visser", "boer", "boerin", "monteur", "chauffeur", "directeur", "regisseur", "griffier", "notaris", "voogd", "tolk", "graaf", "heemraad", "raadslid");

    /// <summary>True where a given name by itself is meant as one.</summary>
    public static bool GivenAloneCounts(TokenText words, NameSpan name)
    {
        var token = words[name.First];
        if (name.End - name.First == 2 && words.GapBefore(name.First + 1) == Gap.Hyphen && words[name.First + 1].Is(WordClass.Given) && words[name.First + 1].IsCapital && token.IsCapital && !token.IsAllCaps && words.GapBefore(name.First) != Gap.Hyphen && words.GapBefore(name.End) != Gap.Hyphen)
        {
            // "Jan-Kees": the halves may be words, both together are not.
            return true;
        }

        if (words.Folded(name.First) == "ad" && words[name.End].IsNumber && words[name.End].Length <= 2)
        {
            // "Ad 1."
            return false;
        }

        if (!token.Is(WordClass.Day | WordClass.Common | WordClass.Place | WordClass.Month | WordClass.WeakGiven | WordClass.Surname | WordClass.Brand | WordClass.English | WordClass.Abbreviation | WordClass.Organisation | WordClass.Greeting))
        {
            return true;
        }

        if (token.Is(WordClass.Surname) && !token.Is(WordClass.Common | WordClass.Place | WordClass.Month | WordClass.WeakGiven | WordClass.Brand | WordClass.Abbreviation | WordClass.Organisation | WordClass.Greeting | WordClass.English))
        {
            return true;
        }

        var amid = words.GapBefore(name.First) == Gap.Space && !StartsSentence(words, name.First) && words[name.First - 1].IsWord && !words[name.First - 1].IsCapital && !words[name.First - 1].Is(WordClass.PlaceCue | WordClass.Organisation | WordClass.NamedThing | WordClass.Particle)
            && !Appositions.IsDeterminer(words, name.First - 1) && !token.Is(WordClass.Day | WordClass.Month | WordClass.Place | WordClass.Brand | WordClass.Abbreviation | WordClass.Organisation | WordClass.Greeting) && token.IsCapital && !token.IsAllCaps && token.Length > 2
            && words.GapBefore(name.End) is not Gap.Hyphen && !words[name.End].IsCapital;
        return amid || HasPersonCue(words, name.First, name.End) || (words.GapBefore(name.First) == Gap.OpenParen && words.TextBefore(name.End) is [')', ..] && !token.Is(WordClass.Month | WordClass.Place | WordClass.Brand | WordClass.Abbreviation | WordClass.Organisation) && token.Length > 2);
    }

    /// <summary>A word next to a name that only goes with persons: <c>namens</c>, <c>collega</c>, <c>zegt</c>, a vocative comma.</summary>
    public static bool HasPersonCue(TokenText words, int first, int end)
    {
        var before = words[first - 1];
        var near = words.GapBefore(first) is Gap.Space or Gap.Line or Gap.DotSpace or Gap.Colon or Gap.Comma;
        if (near && before.Is(WordClass.Title | WordClass.Greeting | WordClass.Function | WordClass.Relative | WordClass.NameCue | WordClass.Closing) && words.GapBefore(first) != Gap.Comma)
        {
            return true;
        }

        var after = words[end];
        if (words[first].Is(WordClass.Place) && words.Folded(end) is "en" && words[end + 1].Is(WordClass.Place))
        {
            // Maas en Waal.
            return false;
        }

        if (after.Length is 2 or 3 && !after.IsCapital && words.Folded(end) is "en" or "and" && words.Folded(end + 1) is "mijn" or "zijn" or "haar" or "my" or "his" or "her" or "hun" && words[end + 2].Is(WordClass.Relative))
        {
            return true;
        }

        return words.GapBefore(end) is Gap.Space && ((after.Is(WordClass.Speech) && !(words[first].Is(WordClass.Month) && words.Folded(end) is "is" or "was" or "will")) || (after.Is(WordClass.Acting) && (!words[first].Is(WordClass.Month) || words.Folded(first) == "jan" && !words[first - 1].IsNumber)));
    }

    private static bool ThingBefore(TokenText words, int first) => words.Knows(first, Note.ThingBefore, out var known) ? known : words.Keep(first, Note.ThingBefore, IsThingByBefore(words, first));

    private static bool IsThingByBefore(TokenText words, int first)
    {
        var before = words[first - 1];
        var gap = words.GapBefore(first);
        if (gap is Gap.Hyphen && (before.Is(WordClass.NamedThing) || before.Is(WordClass.Organisation) || IsSecondPartner(words, first)))
        {
            return true;
        }

        if (NamesAThing(words, first))
        {
            return true;
        }

        if (gap is not (Gap.Space or Gap.Line))
        {
            return (gap is Gap.Ampersand || words.TextBefore(first) is "+") && before.IsCapital && !(before.Is(WordClass.Given) && words[first].Is(WordClass.Given)) && !NameReader.IsInitial(words, first);
        }

        if (gap == Gap.Line && EndsHeading(words, first))
        {
            return false;
        }

        if (words.Folded(first - 1) is "vrouwe" && before.IsCapital)
        {
            // Ships: Vrouwe Jacoba.
            return true;
        }

        if (before.Is(WordClass.Organisation) && Buildings.EndsIn(words.Of(first - 1)) || IsNamedAfter(words, first - 1) || IsEponym(words, first))
        {
            return true;
        }

        if (!before.IsCapital && words[first].Is(WordClass.Given) && !before.Is(WordClass.NamedThing) && (words[first + 1].IsCapital || words[first + 1].Is(WordClass.Particle)) && words.GapAfter(first) == Gap.Space)
        {
            // "redactie Bas Mulder": a full name after a small word is a person.
            return false;
        }

        if (words.Folded(first - 1) == "cv")
        {
            // "CV Eva Brons.pdf": what somebody did; the legal form stands behind a name.
            return false;
        }

        if (before.Is(WordClass.NamedThing) || (before.Is(WordClass.Organisation) && !before.Is(WordClass.Title)))
        {
            return !(before.Is(WordClass.Organisation) && !before.IsCapital && before.Is(WordClass.Function));
        }

        return before.IsWord && before.Length > 6 && EndsAsOrganisation(words.Of(first - 1));
    }

    /// <summary>What stands right before says that a ship, a saint or a firm follows.</summary>
    private static bool NamesAThing(TokenText words, int first)
    {
        var before = words[first - 1];
        var gap = words.GapBefore(first);
        if (gap == Gap.Other && words.TextBefore(first) is [' ', '*' or '_' or '"' or '\u2018' or '\u201C'] && words.Folded(first - 1) is "de" or "het" or "ms" or "mps" or "schip" or "veerboot")
        {
            // A ship or a work in italics or quotes: de *Johanna Maria*.
            return true;
        }

        if (words.Folded(first - 1) is "sint" or "st" or "sankt" && before.IsCapital && gap is Gap.Space or Gap.DotSpace or Gap.Hyphen && !(words[first - 2].Is(WordClass.Given) && words[first - 2].IsCapital) && !NameReader.IsInitial(words, first - 2))
        {
            // Sint-Jan, het St. Antonius.
            return true;
        }

        if (words.Folded(first - 1) == "ms" && words.Folded(first - 2) is "zr" or "hr" && words.GapBefore(first - 1) == Gap.Dot)
        {
            // Zr.Ms. Tromp.
            return true;
        }

        if (FirmNames.IsRegistered(words, first) || (words[first - 2].IsNumber && words.Folded(first - 1) is "jonge" or "twee" or "vrouwe" or "goede" && FirmNames.IsRegistered(words, first - 1)))
        {
            return true;
        }

        if (words.Folded(first - 1) is "gebr" or "fa" or "firma" && gap is Gap.DotSpace or Gap.Space)
        {
            return true;
        }

        if (words.Folded(first - 1) is "de" or "het" && !before.IsCapital && gap == Gap.Space && words.GapBefore(first - 1) == Gap.Space && IsNamedAfter(words, first - 2) && !words[first - 2].IsCapital && words[first].Is(WordClass.Given))
        {
            // Het schip de Willem Barentsz.
            return true;
        }

        return false;
    }

    /// <summary>The line above is short, as a heading is: what stands on it does not go with what the next line begins with.</summary>
    private static bool EndsHeading(TokenText words, int first)
    {
        const int ShortLine = 30;
        var end = words[first - 1].End;
        return end - (words.Text.LastIndexOf('\n', end - 1) + 1) <= ShortLine;
    }

    /// <summary>A kind of thing that people's names are given to: <c>schip Geertruida</c>, <c>roeivereniging Michiel de Ruyter</c>, <c>ms Johanna Maria</c>.</summary>
    private static bool IsNamedAfter(TokenText words, int k)
    {
        var token = words[k];
        return token.IsWord && !token.Is(WordClass.Function) && !(token.IsCapital && token.Is(WordClass.Given | WordClass.Surname)) && (words.Folded(k) is "pont" or "veer" or "klipper" or "tjalk" or "podium" || (words.Folded(k) is "ms" or "mts" or "mps" or "ss" && !token.IsCapital) || (token.Length >= 4 && NamedKinds.EndsIn(words.Of(k))))
            && !PersonNouns.Is(words, k);
    }

    private static readonly SuffixSet NamedKinds = new(
        "schip", "boot", "jacht", "kotter", "tanker", "veerpont", "vereniging", "kazerne", "school", "college", "lyceum", "gymnasium", "ziekenhuis", "kliniek", "orkest", "fanfare", "harmonie", "mannenkoor", "gemaal", "brug", "sluis", "tunnel", "viaduct", "leerstoel", "academie", "sporthal", "zaal", "zwembad", "stadion", "molen", "vessel", "ferry");

    /// <summary>What science and law call after somebody: <c>wet van Ohm</c>, <c>ziekte van Alzheimer</c>, <c>cirkel van Deming</c>.</summary>
    private static bool IsEponym(TokenText words, int first)
    {
        var k = first - 1;
        k = words.Folded(k) is "van" && words.GapBefore(k) == Gap.Space ? k - 1 : k;
        return k >= 0 && !words[k].IsCapital && words.GapBefore(k + 1) == Gap.Space && words.Folded(k) is "ziekte" or "syndroom" or "wet" or "methode" or "cirkel" or "piramide" or "schaal" or "stelling" or "theorie" or "theorema" or "coëfficiënt" or "coefficient" or "paradox" or "ladder" or "getal" && Appositions.IsDeterminer(words, k - 1)
            && !(k == first - 1 && words.Folded(k) is "schaal" or "theorie" or "ladder" or "getal");
    }

    /// <summary>The second name of a firm of two: <c>Combinatie Ter Steege–Brückner</c>.</summary>
    private static bool IsSecondPartner(TokenText words, int first)
    {
        var k = first - 1;
        while (first - k < 5 && words[k].IsCapital && words.GapBefore(k) == Gap.Space && !words[k].Is(WordClass.Organisation))
        {
            k--;
        }

        return k < first - 1 && words[k].Is(WordClass.Organisation) && words[k].IsCapital;
    }

    private static readonly SuffixSet Buildings = new("huis", "school", "zaal", "hal", "theater", "centrum", "kerk", "park", "gebouw", "station", "hotel", "museum", "plein", "complex", "tuin", "haven");

    private static bool ThingAfter(TokenText words, int end) => words.Knows(end, Note.ThingAfter, out var known) ? known : words.Keep(end, Note.ThingAfter, IsThingByAfter(words, end));

    private static bool IsThingByAfter(TokenText words, int end)
    {
        if (words.GapBefore(end) == Gap.Hyphen && words[end].IsWord && !words[end].IsCapital && words[end].Length > 3 && (words[end].Is(WordClass.Common | WordClass.Plain) || (words[end].Class == WordClass.None && words[end].Length > 5)) && !words[end - 1].IsAllCaps)
        {
            // Kirschner-draad, Havelaar-koffie.
            return true;
        }

        // "Willem van Oranjestraat", "Prinses Beatrixlaan": the word that ends it may come after particles and more names.
        var ahead = end;
        while (ahead - end < 4 && (words.GapBefore(ahead) == Gap.Space || words.GapBefore(ahead) == Gap.Hyphen && words[ahead].IsCapital && words.GapAfter(ahead) == Gap.Space && words[ahead + 1].Is(WordClass.Organisation)) && (words[ahead].Is(WordClass.Particle) || (words[ahead].IsCapital && (words[ahead].Is(WordClass.Given | WordClass.Surname) || words[ahead].Class == WordClass.None && words[ahead].Length > 3 || words.Folded(ahead) is "i" or "ii" or "iii" or "iv") && !StreetNames.IsStrongStreet(words.Of(ahead)))))
        {
            ahead++;
        }

        if (ahead > end && words.GapBefore(ahead) == Gap.Space && words[ahead].IsCapital
            && ((StreetNames.IsStrongStreet(words.Of(ahead)) && !words[ahead].Is(WordClass.Surname)) || ((EndsAsOrganisation(words.Of(ahead)) || EndsAsWork(words.Of(ahead))) && words[ahead].Length > 5 && !(words[end].Is(WordClass.Particle) && !words[end].IsCapital))))
        {
            return true;
        }

        var after = words[end];
        if (IsLegalForm(words, end))
        {
            return true;
        }

        return words.GapBefore(end) switch
        {
            Gap.Space => IsEnglishKind(words, end) || (after.Is(WordClass.Organisation) && (after.IsCapital || after.IsAllCaps || EndsAsTrade(words.Of(end))))
                || (after.IsWord && after.Length > 8 && EndsAsWork(words.Of(end)) && !after.Is(WordClass.Given | WordClass.Surname))
                || (after.IsCapital && (EndsAsOrganisation(words.Of(end)) || (EndsAsWork(words.Of(end)) && !after.Is(WordClass.Surname)))) || (after.IsCapital && StreetNames.IsStrongStreet(words.Of(end)) && !after.Is(WordClass.Surname | WordClass.Given)),
            Gap.Hyphen => after.Is(WordClass.Organisation | WordClass.NamedThing) || EndsAsOrganisation(words.Of(end)) || (!after.IsCapital && after.IsWord && StreetNames.IsStrongStreet(words.Of(end))),
            Gap.Ampersand => after.IsCapital && !(after.Is(WordClass.Given) && words[end - 1].Is(WordClass.Given)) && !NameReader.IsInitial(words, end),
            Gap.Other when words.TextBefore(end) is "+" => after.IsCapital,
            _ => false,
        };
    }

    /// <summary>What English calls after people: <c>Aletta Jacobs building</c>, <c>Pearson correlation</c>, <c>Likert scale</c>.</summary>
    private static bool IsEnglishKind(TokenText words, int k) => !words[k].IsCapital && words.Folded(k) is "building" or "correlation" or "correlations" or "scale" or "scales" or "correction" or "coefficient" or "theorem" or "distribution" or "syndrome" or "disease" or "medal" or "award" or "lecture" or "fellowship" or "fellowships" or "prize" or "bridge" or "hospital" or "museum" or "foundation" or "test" or "tests" or "college" or "stadium" or "airport";

    /// <summary>A legal form behind the name, at most two words on: <c>Van der Meulen Akoestiek B.V.</c>, <c>Jansen &amp; Zonen VOF</c>.</summary>
    private static bool IsLegalForm(TokenText words, int end)
    {
        for (var k = end; k <= end + 2 && words.GapBefore(k) is Gap.Space or Gap.Ampersand; k++)
        {
            var dotted = words[k].Length == 1 && words[k].IsCapital && words.GapAfter(k) == Gap.Dot && words.Folded(k + 1) == "v" && words[k + 1].IsCapital && words.Folded(k) is "b" or "n" or "c";
            if (dotted || words.Folded(k) is "bv" or "nv" or "vof" or "ltd" or "gmbh" or "llp" or "llc" or "plc" or "inc" or "bvba" && words[k].IsCapital)
            {
                return true;
            }

            if (!words[k].IsCapital)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Trades that firms write small behind their name: <c>Groothedde advocatuur</c>, <c>de Jong koeltransport</c>.</summary>
    private static bool EndsAsTrade(ReadOnlySpan<char> word) => Trades.EndsIn(word);

    private static readonly SuffixSet Trades = new("advocatuur", "advocaten", "notarissen", "makelaars", "makelaardij", "accountants", "architecten", "taxateurs", "transport", "transporten", "techniek", "bouw", "stahlbau", "verhuur", "logistics");

    public static readonly SuffixSet OrganisationEndings = new(
        "school", "stichting", "vereniging", "instituut", "college", "bedrijf", "bureau", "fonds", "huis", "zaal", "theater", "museum", "kerk", "hal", "club", "universiteit",
        "academie", "centrum", "kantoor", "bakkerij", "winkel", "apotheek", "praktijk", "groep", "hotel", "gebouw", "prijs", "penning", "cup", "lezing", "zorg", "bank", "foundation", "advocaten", "accountants", "notarissen",
        "makelaars", "adviseurs", "architecten", "tunnel", "sluis", "kazerne", "ziekenhuis", "arena", "kliniek", "sporthal", "stadion", "kwekerij", "transport", "touringcars", "fabriek", "garage", "secretariaat", "redactie", "directie", "dienst", "beheer", "stahlbau", "infra", "combinatie", "staat", "loket", "desk", "communicatie", "office", "voorziening", "akoestiek", "techniek", "techniques", "installatie", "installaties", "grondwerken", "bestrating", "schilderwerken", "schoonmaak", "beveiliging", "catering", "uitvaart", "verzekeringen", "trainingen", "opleidingen", "consultancy", "consulting", "services", "solutions", "systems", "logistics", "logistiek", "recycling", "sloopwerken", "bouwbedrijf", "bouw", "vastgoed", "interieur", "keukens", "media", "marketing", "events", "producties", "mode", "optiek", "juweliers", "reizen", "tuinen", "hoveniers", "groenvoorziening", "mobiliteit", "materialen", "taxi", "vervoer", "montage", "onderhoud", "projecten", "ontwikkeling", "management", "advies", "engineering", "ingenieurs", "juristen", "support", "systemen", "elektra", "elektrotechniek", "drukwerk", "uitgevers", "uitgeverij", "verhuizingen", "handelsonderneming", "producten", "machines", "kozijnen", "bedrijfswagens", "autoverhuur", "rijopleidingen", "dakwerken", "scholengroep", "kinderopvang", "thuiszorg", "research", "letselschade", "deurwaarders", "bewindvoering", "mediation", "laboratories", "laboratorium", "laboratoria", "analytica", "instruments", "industries", "holdings", "technologies", "software");

    public static bool EndsAsOrganisation(ReadOnlySpan<char> word) => OrganisationEndings.EndsIn(word);
}
