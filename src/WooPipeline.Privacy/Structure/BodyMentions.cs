namespace WooPipeline.Privacy;

/// <summary>Names in running text that say by themselves that they are names: titled, with initials, or with a known given name.</summary>
internal sealed partial class BodyMentions(TokenText words, bool isChat, List<Mention> mentions)
{
    public void Run()
    {
        // In notes any word may be a name; else what is no capital, title or given name counts only behind a relative.
        const WordClass Telling = WordClass.PublicRole | WordClass.Function | WordClass.Relative | WordClass.Title | WordClass.Given;
        for (var k = 0; k < words.Count;)
        {
            if (!isChat && !words[k - 1].Is(WordClass.Relative))
            {
                k = words.Next(k, Telling, Shape.Capital);
            }

            k = k < words.Count ? Math.Max(k + 1, At(k)) : k;
        }
    }

    private int At(int k)
    {
        var token = words[k];
        if (token.Is(WordClass.PublicRole) && RolePhrase.NameAfter(words, k) is { IsNone: false } named)
        {
            mentions.Add(new Mention(named, Strength.Strong, "name.role", 0.9, Role: words.Folded(k)));
            return named.End;
        }

        if ((token.Is(WordClass.Function | WordClass.Relative) || NameContext.OpensAsNoun(words, k)) && !token.Is(WordClass.Title) && (words.GapAfter(k) is Gap.Space or Gap.Line || (words.GapAfter(k) == Gap.Hyphen && words.Folded(k + 1) == "in")))
        {
            return AfterFunction(k);
        }

        if (!token.IsCapital && !token.Is(WordClass.Title))
        {
            return isChat || words[k - 1].Is(WordClass.Relative) || (token.Is(WordClass.Given) && words.GapBefore(k) == Gap.Space && words.Folded(k - 1) is "door" or "namens" or "collega" or "ene" or "genaamd" or "met" or "by") || IsGreetedFrom(k) ? LowerGiven(k) : k;
        }

        if (token.Is(WordClass.Particle) && CapitalParticle(k) is var surname && surname > k)
        {
            return surname;
        }

        if (token.Is(WordClass.Title) && words.GapAfter(k) is Gap.Space or Gap.DotSpace or Gap.Dot or Gap.Line)
        {
            return Titled(k);
        }

        if (!token.IsAllCaps && token.Length > 2 && words.GapAfter(k) is Gap.Comma or Gap.Hyphen && InvertedInitials(k) is var listed && listed > k)
        {
            return listed;
        }

        if (token.IsAllCaps && token.Length > 2 && words.GapAfter(k) == Gap.Comma && CapitalSurname(k) is var inverted && inverted > k)
        {
            return inverted;
        }

        if (NameReader.IsInitial(words, k) && words.GapAfter(k) is Gap.Dot or Gap.DotSpace or Gap.OpenParen)
        {
            return WithInitials(k);
        }

        if (token.Is(WordClass.Given) && token.IsWord && token.Length > 1)
        {
            return WithGiven(k);
        }

        return token.IsWord && token.Length > 2 && !token.IsAllCaps && (token.Class & OnlyName) == token.Class ? Unlisted(k) : k;
    }

    private const WordClass OnlyName = Surroundings.NameLists;

    /// <summary>
    /// Capitals in running text that no list claims: two in a row, or a surname where somebody acts. Doubtful, so it protects its own
    /// document only and goes to review.
    /// </summary>
    private int Unlisted(int k)
    {
        if (UnlistedPair(k) is var pair && pair > k)
        {
            return pair;
        }

        if (NameContext.StartsSentence(words, k) || words.GapBefore(k) is not (Gap.Space or Gap.Line) || NameContext.EndsAsOrganisation(words.Of(k)) || StreetNames.IsStrongStreet(words.Of(k)))
        {
            return k;
        }

        if (WithParticle(k) is var taken && taken > k)
        {
            return taken;
        }

        var token = words[k];
        var next = words[k + 1];
        if (token.Class == WordClass.None && words.GapAfter(k) == Gap.Space && next.IsWord && next.IsCapital && !next.IsAllCaps && next.Length > 2 && next.Is(WordClass.Surname) && !NameContext.OpensAsNoun(words, k) && !next.Is(WordClass.Common | WordClass.Place | WordClass.Brand | WordClass.Organisation))
        {
            var builder = new NameBuilder();
            builder.AddGiven(words.Folded(k));
            builder.AddSurname(words.Folded(k + 1));
            Add(new NameSpan(k, k + 2, builder.Build()), Strength.Guess, "name.pair", 0.62);
            return k + 2;
        }

        if (token.Is(WordClass.Surname) && !words[k - 1].IsCapital && !next.IsCapital && words.GapAfter(k) is not Gap.Hyphen
            && (words[k - 1].Is(WordClass.NameCue) && !words[k - 1].Is(WordClass.PlaceCue) && words.Folded(k - 1) is not "van" && next.Is(WordClass.Speech | WordClass.NameCue) || (next.Is(WordClass.Speech) && words[k - 1].Is(WordClass.Common) && words.Folded(k - 1) is "dat" or "of" or "als" or "omdat" or "en" or "that" or "because")))
        {
            var builder = new NameBuilder();
            builder.AddSurname(words.Folded(k));
            Add(new NameSpan(k, k + 1, builder.Build()), Strength.Guess, "name.acting", 0.6);
            return k + 1;
        }

        return k;
    }

    /// <summary>A function or a relation before a surname: <c>bewaker Verhoeven</c>, <c>schipper De Graaf</c>, <c>zwager Groothuis</c>.</summary>
    private int AfterFunction(int k)
    {
        var first = k + 1;
        if (words[k].Is(WordClass.Relative) && words.GapBefore(first) == Gap.Hyphen && words.Folded(first) == "in" && words.Folded(first + 1) == "law")
        {
            // "my sister-in-law Faith".
            first += 2;
            if (words[first].IsCapital && words.GapBefore(first) == Gap.Space && words[first].Length > 2)
            {
                var inLaw = new NameBuilder();
                inLaw.AddGiven(words.Folded(first));
                mentions.Add(new Mention(new NameSpan(first, first + 1, inLaw.Build()), Strength.Strong, "name.function", 0.8));
                return first + 1;
            }
        }

        if (!words[first].IsCapital || (words[k].IsCapital && !NameContext.StartsSentence(words, k) && !words[k].IsAllCaps && (words[k].Shape & Shape.Mixed) == 0))
        {
            return k;
        }

        if (words.Folded(k) is "tante" or "oom" or "opa" or "oma" or "juf" or "aunt" or "uncle" or "auntie" or "nicht" or "neef" && words.GapAfter(k) == Gap.Space && words[first].IsWord && words[first].Length > 1 && !words[first].IsAllCaps && !words[first].Is(WordClass.Organisation | WordClass.Brand) && !(words[first].Is(WordClass.Particle) && words[first + 1].IsCapital))
        {
            var kin = new NameBuilder();
            kin.AddGiven(words.Folded(first));
            Add(new NameSpan(first, first + 1, kin.Build()), Strength.Strong, "name.function", 0.8);
            return first + 1;
        }

        var name = words[first].Is(WordClass.Given) ? ReadGivenFirst(first) : ReadAny(first);
        if (name.IsNone)
        {
            return k;
        }

        var last = words[name.End - 1];
        var claimed = name.End - name.First == 1 && last.Is(WordClass.Common | WordClass.Place | WordClass.Brand | WordClass.Party | WordClass.Organisation | WordClass.Abbreviation | WordClass.NamedThing | WordClass.Month | WordClass.Day) && !last.Is(WordClass.Surname | WordClass.Given);
        var alone = name.End - name.First == 1;
        var unlisted = alone && !last.Is(WordClass.Given | WordClass.Surname);
        var unknown = unlisted && (!words[name.End].Is(WordClass.Speech) || words.Folded(name.End) is "is" or "was" or "heeft" or "wordt") && !words[k].Is(WordClass.Relative)
            && !(NameContext.OpensAsNoun(words, k) && PersonCues.Say(words, name.First, name.End));
        if (claimed || unknown || last.IsAllCaps || (alone && last.Is(WordClass.Place | WordClass.Brand | WordClass.Organisation)) || (alone && last.Is(WordClass.Common) && !last.Is(WordClass.Given | WordClass.Surname))
            || NameContext.EndsAsOrganisation(words.Of(name.End - 1)) && !last.Is(WordClass.Surname) || IsSignatureLine(k, name) || (unlisted && words[k - 1].IsNumber && words.GapBefore(k) == Gap.Space) || words.Folded(k) is "lid" or "leden" or "team" or "hoofd" or "directeur" && !last.Is(WordClass.Surname | WordClass.Given))
        {
            return k;
        }

        Add(name, Strength.Strong, "name.function", 0.85);
        return name.End;
    }

    private NameSpan ReadGivenFirst(int first)
    {
        var full = NameReader.ReadChain(words, first, needSurname: true);
        return full.IsNone ? NameReader.ReadChain(words, first, needSurname: false) : full;
    }

    /// <summary>A given name in small letters that is nothing else: <c>ene sjors</c>, <c>margot van zanten</c>.</summary>
    private int LowerGiven(int k)
    {
        const WordClass Else = ~OnlyName;
        var token = words[k];
        if ((isChat || IsGreetedFrom(k)) && token.Is(WordClass.Given) && (token.Class & Else) != 0 && token.Length >= 2 && !token.Is(WordClass.Particle | WordClass.Filler | WordClass.Place) && IsSaidOfPerson(k))
        {
            var weak = new NameBuilder();
            weak.AddGiven(words.Folded(k));
            mentions.Add(new Mention(new NameSpan(k, k + 1, weak.Build()), Strength.Guess, "name.lower", 0.62));
            return k + 1;
        }

        if (!token.IsWord || token.Length < 3 || !token.Is(WordClass.Given) || (token.Class & Else) != 0 || (token.Length == 3 && !isChat))
        {
            return k;
        }

        var builder = new NameBuilder();
        builder.AddGiven(words.Folded(k));
        var end = k + 1;
        while ((words[end].Is(WordClass.Particle) || (isChat && words.Folded(end) == "v")) && words.GapBefore(end) == Gap.Space && end - k < 4)
        {
            end++;
        }

        if (end > k + 1 && words.GapBefore(end) is Gap.Space or Gap.Dot or Gap.DotSpace && IsSmallHead(end, words.Folded(end - 1)) || (end == k + 1 && words.GapBefore(end) == Gap.Space && words[end].Is(WordClass.Surname) && (words[end].Class & Else) == 0))
        {
            for (var p = k + 1; p < end; p++)
            {
                builder.AddParticle(words.Folded(p));
            }

            builder.AddSurname(words.Folded(end));
            end++;
        }
        else
        {
            end = k + 1;
        }

        mentions.Add(new Mention(new NameSpan(k, end, builder.Build()), Strength.Guess, "name.lower", 0.66));
        return end;
    }

    /// <summary>What follows a particle in small letters: a word of no list, or in notes a listed surname that no sentence goes on with: <c>kees de boer</c>.</summary>
    private bool IsSmallHead(int k, string particle) => words[k].IsWord && !words[k].IsAllCaps && (words[k].Is(WordClass.Surname) || words.Of(k)[..Math.Min(3, words[k].Length)].IndexOfAny(NameReader.Vowels) >= 0)
        && (words.GapBefore(k) == Gap.Space && words[k].Length > 3 && !words[k].Is(WordClass.Common | WordClass.Plain | WordClass.Place | WordClass.Organisation | WordClass.Function | WordClass.Abbreviation) && !NameContext.EndsAsOrganisation(words.Of(k))
            || (isChat && words[k].Length > 2 && words[k].Is(WordClass.Surname) && !words[k].Is(WordClass.Organisation | WordClass.Brand | WordClass.Filler) && (particle != "van" || !words[k].Is(WordClass.Place | WordClass.Month | WordClass.Day))));

    /// <summary>An ordinary word that is a given name too, where only a person stands: <c>zwager koos</c>, <c>vraag naar mo</c>, <c>gr mo</c>.</summary>
    private bool IsSaidOfPerson(int k)
    {
        if (words.GapBefore(k) != Gap.Space)
        {
            return IsCalled(k);
        }

        var ends = words.GapAfter(k) is Gap.Paragraph or Gap.Line;
        return IsGreetedFrom(k) || ActsInClause(k) || IsPaired(k) || words[k - 1].Is(WordClass.Relative) || (words[k - 1].Is(WordClass.Closing) && ends) || (words.Folded(k - 1) is "van" or "naar" or "aan" or "met" or "tegen" or "ene" or "collega" or "namens" or "bij" && LowerNames.StandsForPerson(words, k, k + 1));
    }

    private int Titled(int k)
    {
        if (words[k].IsAllCaps && words[k].Length == 2 && words[k - 1].IsNumber && words[k - 1].Length == 4)
        {
            // 5613 BC Eindhoven.
            return k;
        }

        var first = k;
        while (words[first].Is(WordClass.Title) && first - k < NameReader.MaxWords && !(first > k && words[first].IsCapital && words[first].Length > 4 && words[first + 1] is { IsCapital: false } && !words[first + 1].Is(WordClass.Particle | WordClass.Title)) && words.GapAfter(first) is Gap.Space or Gap.DotSpace or Gap.Dot or Gap.Line)
        {
            first++;
        }

        if (words.Folded(first - 1) is "familie" or "fam" && words.Folded(first) == "van" && !words[first].IsCapital)
        {
            return k;
        }

        if (words.GapBefore(first) == Gap.Line && words.GapAfter(first) == Gap.Colon)
        {
            // "… en ondergetekende", and on the next line "Afwezig:".
            return k;
        }

        // "de heren A en B", "mevrouw Y, wethouder".
        var name = ReadAny(first);
        if (name.IsNone && (isChat || PersonCues.IsCivilTitle(words, first - 1)))
        {
            name = ReadSmall(first, PersonCues.IsCivilTitle(words, first - 1));
        }

        if (name.IsNone && first - 1 > k && words[first - 1].IsCapital && !words[first - 1].IsAllCaps && words[first - 1].Length > 3 && words.GapBefore(first - 1) is Gap.Space or Gap.DotSpace && !(words[first].IsCapital && words.GapBefore(first) == Gap.Space) && words[first - 2].Is(WordClass.Title) && !words[first - 1].Is(WordClass.PublicRole))
        {
            // "Meneer Meester", "mevr. Baron": the second title is the name.
            var titular = new NameBuilder();
            titular.AddSurname(words.Folded(first - 1));
            name = new NameSpan(first - 1, first, titular.Build());
        }

        if (name.IsNone)
        {
            return k;
        }

        Add(name, Strength.Strong, "name.title", 0.93);
        var end = name.End;
        if (IsPlural(first - 1))
        {
            end = Others(end);
        }

        return end;
    }

    /// <summary>A name after a title: with initials, given name, or a surname that no other word list claims.</summary>
    private NameSpan ReadAny(int first)
    {
        var name = NameReader.ReadChain(words, first, needSurname: true);
        if (!name.IsNone)
        {
            return name;
        }

        if (words[first].IsCapital && words[first].Is(WordClass.Given) && !words[first].Is(WordClass.Surname))
        {
            return NameReader.ReadChain(words, first, needSurname: false);
        }

        var builder = new NameBuilder();
        var end = NameReader.ReadSurname(words, first, first, builder);
        if (end > first)
        {
            return new NameSpan(first, end, builder.Build());
        }

        return words[first].IsCapital && words[first].Is(WordClass.Given) ? NameReader.ReadChain(words, first, needSurname: false) : NameSpan.None;
    }

    private int Others(int end)
    {
        for (var more = 0; more < 6; more++)
        {
            var next = end;
            if (words.GapBefore(next) is Gap.Comma)
            {
            }
            else if (words.Folded(next) is "en" or "and" && words.GapBefore(next) == Gap.Space)
            {
                next++;
            }
            else
            {
                return end;
            }

            next = words.Folded(next) is "en" or "and" ? next + 1 : next;
            var name = ReadAny(NameReader.SkipTitles(words, next, words.Count));
            if (name.IsNone)
            {
                return end;
            }

            Add(name, Strength.Strong, "name.titles", 0.9);
            end = name.End;
        }

        return end;
    }

    private bool IsPlural(int title) => words.Folded(title) is "heren" or "dames" or "mevrouwen" or "messrs" or "mrs" or "leden" or "familie" or "fam";

    private int WithInitials(int k)
    {
        if (k > 0 && words.GapBefore(k) is Gap.Dot or Gap.Hyphen or Gap.Underscore or Gap.At || (words.GapBefore(k) == Gap.Slash && !words.TextBefore(k).EndsWith(" ", StringComparison.Ordinal)))
        {
            return k;
        }

        var name = NameReader.ReadChain(words, k, needSurname: true);
        if (name.IsNone || name.Name.Surname.Length == 0)
        {
            return k;
        }

        var last = words[name.End - 1];
        var withParticle = name.Name.Particles.Length > 0 && !words[name.End - name.Name.Surname.Length - 1].IsCapital;
        var listed = !withParticle && name.Name.Initials.Length == 1 && words.GapBefore(k) is Gap.Paragraph or Gap.Line or Gap.Other && !last.Is(WordClass.Surname) && words.GapAfter(k) == Gap.DotSpace && words.GapBefore(name.End) is Gap.Paragraph or Gap.Space;
        if (listed)
        {
            return k;
        }

        last = words[name.End - name.Name.Surname.Length].Is(WordClass.Common) && !words[name.End - name.Name.Surname.Length].Is(WordClass.Surname | WordClass.Particle) ? words[name.End - name.Name.Surname.Length] : last;
        var doubtful = last.Is(WordClass.Common | WordClass.Place | WordClass.Brand) && !last.Is(WordClass.Surname) && !withParticle && name.Name.Surname.Length < 3;
        if (doubtful || NameContext.IsThing(words, name))
        {
            return k;
        }

        Add(name, Strength.Strong, "name.initials", 0.92);
        return name.End;
    }

    private int WithGiven(int k)
    {
        if (words.GapBefore(k) == Gap.Space && FormJudge.IsPet(words, k - 1))
        {
            return k + 1;
        }

        if (words[k - 1].Is(WordClass.Particle) && words[k - 1].IsCapital && words.GapBefore(k) == Gap.Space)
        {
            return k;
        }

        if (k > 0 && words.GapBefore(k) is Gap.At && words.TextBefore(k).Length == 1 && k > 1 && words.GapBefore(k) == Gap.At && char.IsLetterOrDigit(words.Text[words[k].Start - 2]))
        {
            return k;
        }

        if (Identity.IsOfDepartment(words, k + 1) && !words[k].Is(WordClass.Common))
        {
            var known = new NameBuilder();
            known.AddGiven(words.Folded(k));
            Add(new NameSpan(k, k + 1, known.Build()), Strength.Guess, "name.given", 0.8);
            return k + 2;
        }

        var full = NameReader.ReadChain(words, k, needSurname: true);
        if (!full.IsNone && full.End - k == 2 && words.Folded(k - 1) is "de" && !words[k - 1].IsCapital && words.GapBefore(k) == Gap.Space && words[k].Is(WordClass.Given) && !isChat && (words[k + 1].Is(WordClass.Given) || (words[k].IsCapital && words[k + 1].IsCapital && !words[k].Is(WordClass.Common | WordClass.Surname) && words[k - 2].Is(WordClass.PlaceCue) && words.Folded(k - 2) is "op" or "bij" or "aan")))
        {
            // "van de Johanna Maria": with an article, a ship.
            return full.End;
        }

        if (!full.IsNone && full.Name.Given.Length > 0 && !NameContext.IsThing(words, full) && FullIsPlausible(full))
        {
            Add(full, Strength.Strong, "name.full", 0.92);
            return full.End;
        }

        if (!full.IsNone && full.End - k > 1 && NameContext.IsThing(words, full))
        {
            // No part of the name of a ship, a bridge or a firm is a person either.
            return full.End;
        }

        return GivenAlone(k);
    }

    /// <summary>A given name without a surname, where it counts as one.</summary>
    private int GivenAlone(int k)
    {
        var given = NameReader.ReadChain(words, k, needSurname: false);
        if (!given.IsNone && given.Name.Surname.Length == 0 && !NameContext.IsThing(words, given) && NameContext.GivenAloneCounts(words, given))
        {
            Add(given, Strength.Guess, "name.given", 0.75);
            return given.End;
        }

        if (!given.IsNone && given.Name.Surname.Length > 0 && words.GapBefore(k + 1) is Gap.Line or Gap.DotSpace)
        {
            // The line or sentence ends behind the given name; what the next begins with is no surname.
            var only = new NameBuilder();
            only.AddGiven(words.Folded(k));
            var alone = new NameSpan(k, k + 1, only.Build());
            if (!NameContext.IsThing(words, alone) && NameContext.GivenAloneCounts(words, alone))
            {
                Add(alone, Strength.Guess, "name.given", 0.75);
            }

            return k + 1;
        }

        return k;
    }

    private bool FullIsPlausible(NameSpan name)
    {
        var first = words[name.First];
        var last = words[name.End - 1];
        if (IsWrapped(name))
        {
            return true;
        }

        if (IsWhere(name.First) && !last.Is(WordClass.Surname))
        {
            return false;
        }

        if (last.IsCapital && !last.IsAllCaps && words.GapBefore(name.First + 1) == Gap.Space && PersonCues.Say(words, name.First, name.End))
        {
            return true;
        }

        var weakFirst = first.Is(WordClass.Common | WordClass.Month | WordClass.Place | WordClass.WeakGiven);
        var weakLast = last.Is(WordClass.Common | WordClass.Place | WordClass.Brand | WordClass.Party | WordClass.Month) && !last.Is(WordClass.Surname);
        weakLast &= weakFirst || last.Is(WordClass.Place | WordClass.Brand | WordClass.Party | WordClass.Month) || words.GapBefore(name.End) is Gap.Space or Gap.Hyphen || last.Length > 7;
        if (!weakFirst && name.Name.Given.Length > 0 && words.GapBefore(name.End - 1) == Gap.Space && words.GapBefore(name.End) is not Gap.Hyphen && !words[name.End].IsCapital && !last.IsAllCaps
            && !last.Is(WordClass.Brand | WordClass.Party | WordClass.Month | WordClass.Organisation))
        {
            // A capital amid a sentence: Li Na, Bart Zwanenburg.
            weakLast = false;
        }

        return !weakLast && !(weakFirst && NameContext.StartsSentence(words, name.First) && !last.Is(WordClass.Surname)) && words.GapBefore(name.First + 1) is not (Gap.Line or Gap.DotSpace or Gap.Dot);
    }

    private void Add(NameSpan name, Strength strength, string rule, double confidence)
    {
        if (!NameContext.IsThing(words, name))
        {
            mentions.Add(new Mention(name, strength, rule, confidence));
        }
    }
}
