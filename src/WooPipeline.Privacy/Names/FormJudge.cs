using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Decides whether a matched form is a name here, whom it means, and how far the name reaches to both sides.</summary>
internal sealed partial class FormJudge(DocumentAnalysis analysis, PersonRegister register, PolicySettings settings, List<NameHit> hits)
{
    private const WordClass Ordinary = WordClass.Common | WordClass.Month | WordClass.Place | WordClass.Day | WordClass.Brand | WordClass.WeakGiven | WordClass.Particle
        | WordClass.Organisation | WordClass.Function | WordClass.PublicRole | WordClass.Greeting | WordClass.NamedThing | WordClass.Abbreviation | WordClass.Speech | WordClass.Relative;

    private const int MostCandidates = 48;

    private readonly TokenText words = analysis.Words;

    /// <summary>True where a word is mostly something else than a name.</summary>
    public static bool IsOrdinary(Token token) => token.Is(Ordinary & ~WordClass.Month) || (token.Is(WordClass.Month) && !token.Is(WordClass.Given));
    private readonly NameReach reaching = new(analysis, register);
    private readonly LowerNames lower = new(analysis);
    private readonly Dictionary<int, int> lastSeen = new(analysis.Mentions.Count);
    private HashSet<ulong>? surnames;
    private SpanSet? here;
    private readonly List<int> fitting = [];
    private readonly List<int> others = [];
    private readonly Predicate<int> isPrivate = p => (register.TraitsOf(p) & PersonTraits.Public) == 0;
    private readonly Predicate<int> isBuiltIn = p => (register.TraitsOf(p) & PersonTraits.BuiltIn) != 0;

    /// <summary>False for <c>en</c>, <c>is</c>, <c>op</c>: ordinary words that some person's initials spell.</summary>
    public bool MayMean(int first, int node) => !register.Trie.HasOnlyCodes(node) || words[first].IsCapital || words.GapBefore(first) is Gap.Underscore or Gap.Slash;

    public NameHit? Judge(int first, int end, int node, bool comma)
    {
        var forms = register.Trie.FormsAt(node);
        var present = register.Trie.KindsAt(node);
        if (!comma && words[end - 1].Length > 2 && Titled(first, end, forms) is var titled and >= 0)
        {
            return Hit(first, end, titled, "name.titled", 0.95, true);
        }

        foreach (var kind in (ReadOnlySpan<FormKind>)[FormKind.Full, FormKind.Surname, FormKind.SurnamePart, FormKind.Given, FormKind.Joined, FormKind.Code])
        {
            if ((present & (1 << (int)kind)) == 0 || (comma && kind != FormKind.Full))
            {
                continue;
            }

            var candidates = Candidates(forms, kind, fitting);
            if (candidates.Count == 0)
            {
                continue;
            }

            var best = kind switch
            {
                FormKind.Full => Full(first, end, candidates),
                FormKind.Surname or FormKind.SurnamePart => Surname(first, end, candidates, kind),
                FormKind.Given => Given(first, end, candidates),
                FormKind.Joined => words[first].Length >= 6 && !IsOrdinary(words[first]) ? Hit(first, end, candidates[0], "name.joined", 0.85) : null,
                _ => Code(first, end, candidates),
            };
            if (best is { } hit && !IsRatherGiven(hit, kind, first, end, forms))
            {
                return best;
            }
        }

        return null;
    }

    /// <summary>True where what reads as the surname of somebody public is the given name of somebody else here.</summary>
    private bool IsRatherGiven(NameHit hit, FormKind kind, int first, int end, ReadOnlySpan<Form> forms)
    {
        if (hit is not { IsPublic: true, Person: >= 0 } || kind is not (FormKind.Surname or FormKind.SurnamePart) || HasRole(first, end))
        {
            return false;
        }

        if (register.Persons[hit.Person].IsBuiltIn && Candidates(forms, FormKind.Given, others).Exists(isPrivate))
        {
            // "Wiebes": here the genitive of somebody called Wiebe.
            return true;
        }

        return kind == FormKind.Surname && end - first == 1 && IsGivenHere(hit, first, forms);
    }

    /// <summary>"Paul is over drie jaar met pensioen": here the given name of somebody of this document, not the state secretary's surname.</summary>
    private bool IsGivenHere(NameHit hit, int first, ReadOnlySpan<Form> forms) => Candidates(forms, FormKind.Given, others).Exists(g => register.Persons[g] is { Role: null, Strength: Strength.Confirmed } own
            && (own.Scope.Contains(analysis.Document.Id) || (own.Sightings > 0 && !NamedInFull(hit.Person) && !RoleContext.IsTitleNear(words, first, register.Persons[hit.Person].Role!))));

    /// <summary>The persons that a form can mean, in a list that is emptied first.</summary>
    private List<int> Candidates(ReadOnlySpan<Form> forms, FormKind kind, List<int> into)
    {
        into.Clear();
        foreach (var form in forms)
        {
            if (into.Count == MostCandidates)
            {
                break;
            }

            // A node holds each form once, so a person comes but once here.
            if (form.Kind == kind && Covers(form.Person))
            {
                into.Add(form.Person);
            }
        }

        return into;
    }

    private bool Covers(int person) => (register.TraitsOf(person) & PersonTraits.DossierWide) != 0 || IsHere(person) || (analysis.Document.ThreadId is not null && register.Persons[person].Covers(analysis.Document.Id, analysis.Document.ThreadId));

    /// <summary>True for somebody who was seen in this document.</summary>
    private bool IsHere(int person)
    {
        if (here is null)
        {
            here = new SpanSet(register.Persons.Length);
            foreach (var seen in register.SeenIn(analysis.Document.Id))
            {
                here.Add(seen, seen + 1);
            }
        }

        return here.Overlaps(person, person + 1);
    }

    private NameHit Hit(int first, int end, int person, string rule, double confidence, bool? isPublic = null)
    {
        lastSeen[person] = first;
        return new NameHit(first, end, person, rule, confidence, isPublic ?? (register.TraitsOf(person) & PersonTraits.Public) != 0);
    }

    private NameHit? Full(int first, int end, List<int> candidates)
    {
        if (words.GapBefore(end - 1) == Gap.Tab && words[first].IsCapital && !words[end - 1].IsCapital && words[end - 1].Is(WordClass.Function | WordClass.Common))
        {
            // The next cell gives the function: "Ömer", "bode".
            return null;
        }

        if (NameContext.IsThingNotPerson(words, first, end) || (!words[first].IsCapital && IsOrdinary(words[first]) && IsOrdinary(words[end - 1]) && !analysis.IsInformal))
        {
            return null;
        }

        var person = candidates[Math.Max(0, candidates.FindIndex(isPrivate))];
        var reach = reaching.Extend(first, end);
        if (register.Persons[person].Role is { } role && words[reach.First - 1].Is(WordClass.Function) && words.GapBefore(reach.First) == Gap.Space
            && !words[reach.First - 1].Is(WordClass.PublicRole) && !RoleContext.SaysTitleBefore(words, reach.First, role) && !RoleContext.IsOwnTitleBeside(words, reach.First, reach.End, role))
        {
            // Another function than the public one stands before it: a namesake.
            return new NameHit(reach.First, reach.End, -1, "name.namesake", 0.75, false);
        }

        var cited = register.Persons[person] is { Role: null, Strength: not Strength.Confirmed } && SourceReference.IsCited(words, reach.First, reach.End) || SourceReference.IsByline(words, reach.First, reach.End);
        return Hit(reach.First, reach.End, person, cited ? "name.cited" : "name.full.register", cited ? 0.8 : 0.99, cited ? true : null);
    }

    /// <summary>True for a person with a given name or initials: whoever is known by one word that ends as a square or a lock may be a firm (<c>Veilingplein</c>).</summary>
    private bool IsKnownInFull(int person) => register.Persons[person].Names.Any(n => n.Surname.Length > 0 && (n.Given.Length > 0 || n.Initials.Length > 0));

    private NameHit? Surname(int first, int end, List<int> candidates, FormKind kind)
    {
        if (NameContext.IsThingNotPerson(words, first, end) || BoundToOtherWord(first, end) || (NameContext.IsThing(words, first, end) && !candidates.Exists(IsKnownInFull)))
        {
            return null;
        }

        var reach = reaching.Extend(first, end);
        if ((reach.First < first || reach.End > end) && NameContext.IsThingNotPerson(words, reach.First, reach.End))
        {
            return null;
        }

        var letter = reaching.LetterBefore(reach.First, first, reach.End, end);
        var whom = new Identity(words, register, reach.First, first, end, letter, analysis.Document).Choose(candidates, HasRole(reach.First, reach.End), lastSeen);
        if (whom.Person < 0 && whom.IsPublic)
        {
            return null;
        }

        var alone = letter == '\0';
        if (alone && reach.First == first && InProperNoun(first, end))
        {
            return null;
        }

        if (alone && !Plausible(first, end, candidates, kind))
        {
            return null;
        }

        if ((whom.Person < 0 || register.Persons[whom.Person].Strength != Strength.Confirmed) && SourceReference.IsCited(words, reach.First, reach.End))
        {
            return new NameHit(reach.First, reach.End, whom.Person, "name.cited", 0.8, true);
        }

        if (whom.Person < 0)
        {
            return alone && !words[reach.First - 1].Is(WordClass.Title) && !Identity.IsOtherPerson(words, reach.First, reach.End) ? null : new NameHit(reach.First, reach.End, -1, "name.namesake", 0.85, false);
        }

        return Hit(reach.First, reach.End, whom.Person, kind == FormKind.Surname ? "name.surname" : "name.surnamepart", alone ? 0.9 : 0.95, whom.IsPublic);
    }

    /// <summary>An article, another ordinary word with a capital and a surname that is a word as well: <c>het Rode Kruis</c>.</summary>
    private bool InProperNoun(int first, int end) => end - first == 1 && IsOrdinary(words[first]) && words.GapBefore(first) == Gap.Space && words[first - 1] is { IsCapital: true, IsWord: true } before && !before.IsAllCaps && before.Is(WordClass.Common | WordClass.Plain)
        && !before.Is(WordClass.Given | WordClass.Surname | WordClass.Title | WordClass.Function | WordClass.Particle | WordClass.NameCue) && words.Folded(first - 2) is "het" or "de" or "the";

    /// <summary>True where a surname that stands alone is a name here and not an ordinary word.</summary>
    private bool Plausible(int first, int end, List<int> candidates, FormKind kind)
    {
        var head = words[first];
        var last = words[end - 1];
        var builtInOnly = candidates.TrueForAll(isBuiltIn);
        if (builtInOnly && !HasRole(first, end) && (last.Is(WordClass.Frequent) || IsOrdinary(last) || kind == FormKind.SurnamePart || !last.IsCapital))
        {
            return false;
        }

        var ordinary = IsOrdinary(last) && (end - first == 1 || words[first].Is(WordClass.Common) && !words[first].Is(WordClass.Particle));
        if (!last.IsCapital)
        {
            if (end - first == 1 && !analysis.IsInformal && words.GapBefore(first) == Gap.Space && words.Folded(first - 1) is "de" or "het" or "een" or "the" or "a" or "an" or "geen" or "elke" or "deze")
            {
                // "de baron": with an article a surname in small letters is the thing.
                return false;
            }

            ordinary |= (IsOrdinary(last) || last.Is(WordClass.Title)) && !head.IsCapital;
            var plain = !analysis.IsInformal && end - first == 1 && last.Class == WordClass.None && NameTagger.Default.ShapeOf(words.Folded(first)) < 0;
            return InFileName(first, end, candidates) || (!ordinary && !plain && last.Length >= 4 && (kind != FormKind.SurnamePart || analysis.IsInformal)) || lower.IsName(first, end) || (analysis.IsInformal && hits.Count > 0 && hits[^1].End == first && (words.GapBefore(first) == Gap.Comma || words.GapBefore(first) == Gap.Space && candidates.Contains(hits[^1].Person)));
        }

        if (last.Length <= 2 || (last.Length == 3 && last.IsAllCaps))
        {
            return NameContext.HasPersonCue(words, first, end) || end - first > 1;
        }

        if (end - first > 1 && (head.IsCapital || words[first - 1].Is(WordClass.NameCue | WordClass.Title | WordClass.Function)))
        {
            return true;
        }

        return !ordinary || OrdinaryButName(first, end) || InFileName(first, end, candidates);
    }

    /// <summary>A part of a file's name that is the surname of somebody private in this document, and no surname cut from its particles.</summary>
    private bool InFileName(int first, int end, List<int> candidates) => (words.GapBefore(first) == Gap.Underscore || words.GapBefore(end) == Gap.Underscore) && FileNames.Holds(words.Text, words[first].Start)
        && candidates.Exists(c => register.Persons[c] is { Role: null, Strength: Strength.Confirmed } person && person.Covers(analysis.Document.Id, analysis.Document.ThreadId) && !person.Names.Any(n => n.Particles.Length > 0 && n.Surname.Length == 1 && n.Surname[0] == words.Folded(first)));

    /// <summary>All there is of a cell under a heading for persons.</summary>
    private bool FillsPersonCell(int first, int end) => words.GapBefore(first) is Gap.Tab or Gap.Line or Gap.Paragraph && words.GapBefore(end) is Gap.Tab or Gap.Line or Gap.Paragraph
        && analysis.StartsPersonCell(words[first].Start);

    /// <summary>A town behind its postcode or behind <c>in</c>, whoever in the dossier is called so.</summary>
    private bool IsTown(int first, int end) => end - first == 1 && words[first].Is(WordClass.Place) && words.GapBefore(first) == Gap.Space
        && (words.Folded(first - 1) is "in" or "te" or "uit" || (words[first - 1].IsAllCaps && words[first - 1].Length == 2 && words[first - 2].IsNumber && words[first - 2].Length == 4));

    /// <summary>All there is of a cell, in capitals of a name, and somebody whom this document names in full is called so.</summary>
    private bool FillsCell(int first, int end) => words.GapBefore(first) is Gap.Tab && words.GapBefore(end) is Gap.Tab or Gap.Line or Gap.Paragraph or Gap.Slash && words[end - 1].IsCapital && !words[end - 1].IsAllCaps && !words[end - 1].Is(WordClass.Month | WordClass.Day | WordClass.Brand | WordClass.Organisation | WordClass.Place)
        && Candidates(register.Trie.FormsAt(register.Trie.Step(0, words[end - 1].Hash)), FormKind.Surname, others).Exists(p => register.Persons[p] is { Role: null, Strength: Strength.Confirmed } known && known.Scope.Contains(analysis.Document.Id) && IsKnownInFull(p));

    private bool OrdinaryButName(int first, int end)
    {
        var bracketed = words.GapBefore(first) == Gap.OpenParen && words.TextBefore(end) is [')', ..] && words[first].Length > 3 && !words[first].Is(WordClass.Month | WordClass.Brand | WordClass.Abbreviation | WordClass.Place | WordClass.Organisation | WordClass.Function);
        if (bracketed || FillsPersonCell(first, end) || FillsCell(first, end))
        {
            return true;
        }

        if (IsTown(first, end))
        {
            return false;
        }

        var titled = words[first - 1].Is(WordClass.Title | WordClass.Function | WordClass.Greeting | WordClass.Relative) && words.GapBefore(first) is Gap.Space or Gap.DotSpace;
        if (titled || Identity.IsOfDepartment(words, end) || Speaks(first, end) || (!words[first].Is(WordClass.Brand) && (NameContext.HasPersonCue(words, first, end) || InEnumerationOfNames(first, end))))
        {
            return true;
        }

        if (words[first].Is(WordClass.Brand))
        {
            return false;
        }

        if (words[first].Is(WordClass.Place) && words[first - 1].Is(WordClass.PlaceCue) && words.GapBefore(first) == Gap.Space)
        {
            return false;
        }

        return !NameContext.StartsSentence(words, first) && words.GapBefore(first) is Gap.Space or Gap.Line && !words[first].Is(WordClass.Month | WordClass.Brand | WordClass.Abbreviation);
    }

    /// <summary>Opens a line or a sentence, with a colon and what is said behind it: <c>Groen: "nee"</c>.</summary>
    private bool Speaks(int first, int end) => words.TextBefore(end) is [':', ' ' or '\t' or '\u00A0' or '\n', ..] && (words.GapBefore(end) == Gap.Colon && words.GapAfter(end) is Gap.Space || NameContext.StartsSentence(words, first));

    private bool InEnumerationOfNames(int first, int end)
    {
        var before = hits.Count > 0 && hits[^1].End == first && words.GapBefore(first) is Gap.Comma or Gap.Slash;
        before |= hits.Count > 0 && hits[^1].End == first - 1 && words.Folded(first - 1) is "en" or "of" or "and" or "or";
        return before || (words.GapBefore(end) == Gap.Comma && words[end].IsCapital && !NameContext.StartsSentence(words, first) | words.GapBefore(first) == Gap.Colon && IsKnownSurname(end)) || (words.Folded(end) is "en" or "of" or "and" or "or" && words[end + 1].IsCapital && IsKnownSurname(end + 1));
    }

    /// <summary>True where a word with a capital is the surname of somebody whom this document may mean.</summary>
    private bool IsKnownSurname(int k)
    {
        for (var limit = k + NameReader.MaxWords; k < limit && words[k].Is(WordClass.Particle) && words.GapAfter(k) == Gap.Space;)
        {
            k++;
        }

        var node = register.Trie.Step(0, words[k].Hash);
        return node != 0 && words[k].IsCapital && (!Candidates(register.Trie.FormsAt(node), FormKind.Surname, others).TrueForAll(isBuiltIn)
            || Candidates(register.Trie.FormsAt(node), FormKind.SurnamePart, others).Exists(p => !register.Persons[p].IsBuiltIn && register.Persons[p].Strength == Strength.Confirmed));
    }

    /// <summary>A hyphen or apostrophe ties it to a word of another kind: <c>Mulder-regeling</c>, <c>anti-Bakker</c>.</summary>
    private bool BoundToOtherWord(int first, int end)
    {
        var after = words[end];
        if (end - first == 1 && words.GapBefore(end) == Gap.Hyphen && after.IsCapital && words.Folded(first) is "noord" or "zuid" or "oost" or "west" or "midden" or "nieuw" or "oud")
        {
            // Noord-Nederland, whoever is called De Noord.
            return true;
        }

        if (words.Folded(end - 1) is "koning" or "koningin" && IsOffice(first))
        {
            return true;
        }

        return (words.GapBefore(end) == Gap.Hyphen && after.IsWord && !after.IsCapital && after.Length > 3 && !after.Is(WordClass.Given | WordClass.Surname))
            || (words.GapBefore(first) == Gap.Hyphen && words[first - 1].IsWord && !words[first - 1].IsCapital && words[first - 1].Length > 2 && words[first - 1].Is(WordClass.Common) && !words[first - 1].Is(WordClass.Surname));
    }

    /// <summary>"commissaris van de Koning", "kabinet van de Koning": an office, whoever is called so.</summary>
    private bool IsOffice(int first)
    {
        var k = first - 1;
        while (first - k < NameReader.MaxWords && words.Folded(k) is "de" or "van" or "s")
        {
            k--;
        }

        return k < first - 1 && words.Folded(k) is "commissaris" or "commissarissen" or "kabinet" or "cdk";
    }

    private NameHit? Given(int first, int end, List<int> candidates)
    {
        if (NameContext.IsThing(words, first, end) || BoundToOtherWord(first, end))
        {
            return null;
        }

        var own = candidates.FindIndex(isPrivate) is var place and >= 0 ? candidates[place] : -1;
        var token = words[first];
        if (own < 0)
        {
            var known = KnownPublic(first, end, candidates);
            return known >= 0 && token.IsCapital | HasRole(first, end) | (analysis.IsInformal && !IsOrdinary(token)) && !(words[end].IsCapital && words.GapBefore(end) == Gap.Space && !IsOrdinary(words[end])) ? Hit(first, end, candidates[known], "name.given.public", 0.8, true) : null;
        }

        if (HasRole(first, end) && candidates.FindIndex(c => register.Persons[c].Role is not null && !register.Persons[c].IsBuiltIn) is var official and >= 0)
        {
            return Hit(first, end, candidates[official], "name.given.public", 0.8, true);
        }

        if (IsPlainWord(first, end))
        {
            return null;
        }

        if (!analysis.IsInformal && end - first == 1 && IsShip(first))
        {
            return null;
        }

        if (PublicOfThisText(first, candidates) is var here and >= 0)
        {
            return Hit(first, end, here, "name.given.public", 0.7, true);
        }

        var ordinary = end - first == 1 && IsOrdinary(token);
        if (ordinary && token.IsAllCaps && token.Length > 1 && (words[first - 1].IsAllCaps && words[first - 1].Length > 2 || words[end].IsAllCaps && words[end].Length > 2 && words.GapBefore(end) == Gap.Space))
        {
            // "VIER TON": shouted, not named.
            return null;
        }

        var accepted = token.IsCapital
            ? !ordinary || NameContext.HasPersonCue(words, first, end) || InEnumerationOfNames(first, end) || Vocative(first, end) || GivenMidSentence(first) || (analysis.IsInformal && LowerNames.IsAddressed(words, first, end))
            : end - first > 1 || (!ordinary && token.Length >= 3 && (token.Length > 3 || analysis.IsInformal)) || lower.IsName(first, end);
        if (!accepted || (token.IsAllCaps && token.Length <= 3 && token.Is(WordClass.Abbreviation)))
        {
            return null;
        }

        var reach = reaching.ExtendGiven(own, end);
        return Hit(first, reach, own, "name.given.register", ordinary ? 0.75 : 0.9);
    }

    /// <summary>An animal that people give names to: <c>hond Bobby</c>.</summary>
    public static bool IsPet(TokenText words, int k) => words.Folded(k) is "hond" or "kat" or "poes" or "paard" or "pony" or "teckel" or "labrador" or "herder" or "hondje" or "dog";

    /// <summary>Articles, numbers and clipped verbs around a given name make it the ordinary word: <c>van het AD</c>, <c>Ad 1.</c>, <c>5 kelvin</c>, <c>Don't</c>.</summary>
    private bool IsPlainWord(int first, int end)
    {
        var token = words[first];
        if (words.GapBefore(first) == Gap.Space && IsPet(words, first - 1))
        {
            return true;
        }

        if (!token.IsCapital && !token.Is(WordClass.Title) && words.GapBefore(first) == Gap.Space && words.Folded(first - 1) is "de" or "het" or "een" or "a" or "an" or "the" or "geen" or "no")
        {
            return true;
        }

        if (token.IsAllCaps && token.Length is 2 or 3 && words.GapBefore(first) == Gap.Space && words.Folded(first - 1) is "het" or "de" or "the")
        {
            // "van het AD"
            return true;
        }

        if (words.GapBefore(end) == Gap.Apostrophe && words.Folded(end) is "t" or "ll" or "ve" or "re" && words.Folded(first) is "don" or "won" or "can" or "i" or "we" or "you")
        {
            return true;
        }

        if (words.Folded(first) == "ad" && words[end].IsNumber && words[end].Length <= 2 && words.GapBefore(end) == Gap.Space || !token.IsCapital && words[first - 1].IsNumber && words.GapBefore(first) == Gap.Space)
        {
            // "Ad 1.", "5 kelvin": a number goes with it.
            return true;
        }

        return false;
    }

    /// <summary>Two given names behind a small article: <c>van de Johanna Maria</c>.</summary>
    private bool IsShip(int first)
    {
        var start = words.GapBefore(first) == Gap.Space && words[first - 1].IsCapital && words[first - 1].Is(WordClass.Given) ? first - 1 : first;
        return words.Folded(start - 1) is "de" && !words[start - 1].IsCapital && words.GapBefore(start) == Gap.Space && words[start + 1].IsCapital && words[start + 1].Is(WordClass.Given) && words.GapBefore(start + 1) == Gap.Space && !words[start + 2].IsCapital;
    }

    private bool GivenMidSentence(int first) => !NameContext.StartsSentence(words, first) && words.GapBefore(first) is Gap.Space or Gap.Line or Gap.OpenParen or Gap.Slash or Gap.Underscore
        && !words[first].Is(WordClass.Month | WordClass.Place | WordClass.Brand | WordClass.Abbreviation);

    private bool Vocative(int first, int end)
    {
        var after = words.GapBefore(end);
        var before = words.GapBefore(first);
        return (after is Gap.Comma or Gap.Colon or Gap.Slash or Gap.CloseParen && NameContext.StartsSentence(words, first)) || (before is Gap.Slash or Gap.OpenParen or Gap.At)
            || (after is Gap.Apostrophe && words[end].Length == 1 && words.Folded(end) == "s") || (before is Gap.Other && after is Gap.Other or Gap.Paragraph)
            || (before is Gap.Colon or Gap.Other && after is Gap.OpenParen or Gap.Comma) || (before is Gap.Comma && after is not Gap.Space) || (before is Gap.Paragraph or Gap.Line && after is Gap.Paragraph or Gap.Line);
    }

    /// <summary>A long name mistyped by one letter.</summary>
    public NameHit? Typo(int first)
    {
        var token = words[first];
        if (!token.IsCapital || !token.IsWord || token.Length < 5 || token.Class != WordClass.None && !(token.Class == WordClass.Given || token.Class == WordClass.Surname))
        {
            return null;
        }

        var person = register.Typos.Find(words.Folded(first));
        if (person < 0 || NameContext.IsThing(words, first, first + 1))
        {
            return null;
        }

        var reach = reaching.Extend(first, first + 1);
        return Hit(reach.First, reach.End, person, "name.typo", 0.72, false);
    }

    /// <summary>True where a public role stands next to the name, or before the enumeration that holds it.</summary>
    public bool HasRole(int first, int end) => RoleContext.Has(words, first, end, settings);
}
