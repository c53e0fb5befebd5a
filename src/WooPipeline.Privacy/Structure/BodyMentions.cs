namespace WooPipeline.Privacy;

/// <summary>Names in running text that say by themselves that they are names: titled, with initials, or with a known given name.</summary>
internal sealed class BodyMentions(TokenText words, List<Mention> mentions)
{
    public void Run()
    {
        for (var k = 0; k < words.Count;)
        {
            k = Math.Max(k + 1, At(k));
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

        if (!token.IsCapital && !token.Is(WordClass.Title))
        {
            return k;
        }

        if (token.Is(WordClass.Title) && words.GapAfter(k) is Gap.Space or Gap.DotSpace or Gap.Dot or Gap.Line)
        {
            return Titled(k);
        }

        if (NameReader.IsInitial(words, k) && words.GapAfter(k) is Gap.Dot or Gap.DotSpace or Gap.OpenParen)
        {
            return WithInitials(k);
        }

        if (token.Is(WordClass.Given) && token.IsWord && token.Length > 1)
        {
            return WithGiven(k);
        }

        return k;
    }

    private int Titled(int k)
    {
        var first = k;
        while (words[first].Is(WordClass.Title) && first < words.Count && words.GapAfter(first) is Gap.Space or Gap.DotSpace or Gap.Dot or Gap.Line)
        {
            first++;
        }

        // "de heren A en B", "mevrouw Y, wethouder".
        var name = ReadAny(first);
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
        if (k > 0 && words.GapBefore(k) is Gap.Dot or Gap.Hyphen or Gap.Slash or Gap.Underscore or Gap.At)
        {
            return k;
        }

        var name = NameReader.ReadChain(words, k, needSurname: true);
        if (name.IsNone || name.Name.Surname.Length == 0)
        {
            return k;
        }

        var last = words[name.End - 1];
        var doubtful = name.Name.Initials.Length == 1 && last.Is(WordClass.Common | WordClass.Place | WordClass.Brand) && !last.Is(WordClass.Surname);
        if (doubtful || NameContext.IsThing(words, name))
        {
            return k;
        }

        Add(name, Strength.Strong, "name.initials", 0.92);
        return name.End;
    }

    private int WithGiven(int k)
    {
        if (k > 0 && words.GapBefore(k) is Gap.At && words.TextBefore(k).Length == 1 && k > 1 && words.GapBefore(k) == Gap.At && char.IsLetterOrDigit(words.Text[words[k].Start - 2]))
        {
            return k;
        }

        var full = NameReader.ReadChain(words, k, needSurname: true);
        if (!full.IsNone && full.Name.Given.Length > 0 && !NameContext.IsThing(words, full) && FullIsPlausible(full))
        {
            Add(full, Strength.Strong, "name.full", 0.92);
            return full.End;
        }

        var given = NameReader.ReadChain(words, k, needSurname: false);
        if (!given.IsNone && given.Name.Surname.Length == 0 && !NameContext.IsThing(words, given) && NameContext.GivenAloneCounts(words, given))
        {
            Add(given, Strength.Guess, "name.given", 0.75);
            return given.End;
        }

        return k;
    }

    private bool FullIsPlausible(NameSpan name)
    {
        var first = words[name.First];
        var last = words[name.End - 1];
        var weakFirst = first.Is(WordClass.Common | WordClass.Month | WordClass.Place | WordClass.WeakGiven);
        var weakLast = last.Is(WordClass.Common | WordClass.Place | WordClass.Brand | WordClass.Party | WordClass.Month) && !last.Is(WordClass.Surname);
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
