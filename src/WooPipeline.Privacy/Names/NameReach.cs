namespace WooPipeline.Privacy;

/// <summary>How far a name reaches from the form that was matched: initials and particles before it, the other half behind it.</summary>
internal sealed class NameReach(DocumentAnalysis analysis, PersonRegister register)
{
    private readonly TokenText words = analysis.Words;

    /// <summary>Takes in initials, given names and particles on the left, initials in inverted order on the right, and the other half of a double name.</summary>
    public (int First, int End) Extend(int first, int end)
    {
        var start = first;
        while (start > 0 && !words[start].Is(WordClass.Given) && words[start - 1].Is(WordClass.Particle) && words.GapBefore(start) is Gap.Space or Gap.Apostrophe or Gap.Line && first - start < 4
               && !analysis.Blocked[start - 1] && (words[start - 1].IsCapital ? !NameContext.StartsSentence(words, start - 1) || start < first : ParticleOfName(start - 1)))
        {
            start--;
        }

        var given = start;
        var initials = 0;
        while (given > 0 && first - given < 8 && !analysis.Blocked[given - 1] && words.GapBefore(given) is Gap.Space or Gap.Dot or Gap.DotSpace or Gap.Hyphen or Gap.CloseParen or Gap.Line or Gap.Underscore && CouldGoBefore(given - 1)
               && !(words.GapBefore(given) is Gap.DotSpace && words[given - 1].Length > 2))
        {
            initials++;
            given--;
        }

        start = initials > 0 ? given : start;
        return (start, ExtendRight(end));
    }

    /// <summary>A small particle belongs to the name where initials or a given name, or a title, stand before it and its like.</summary>
    private bool ParticleOfName(int k)
    {
        for (var limit = k - NameReader.MaxWords; k > 0 && k > limit && words[k].Is(WordClass.Particle) && !words[k].IsCapital;)
        {
            k--;
        }

        return CouldGoBefore(k) || words[k].Is(WordClass.Title);
    }

    private int ExtendRight(int end)
    {
        for (var limit = Math.Min(words.Count, end + NameReader.MaxWords); end < limit && !analysis.Blocked[end];)
        {
            var gap = words.GapBefore(end);
            if (gap is Gap.Hyphen or Gap.SpacedHyphen && words[end].IsCapital && words[end].IsWord && words[end].Length > 2 && !words[end].IsAllCaps | words[end - 1].IsAllCaps
                && (gap == Gap.Hyphen ? !words[end].Is(WordClass.Organisation | WordClass.Function) : words[end].Is(WordClass.Surname) && !FormJudge.IsOrdinary(words[end])))
            {
                end++;
                continue;
            }

            var inverted = gap == Gap.Comma && words[end].Length <= 2 && words[end].IsCapital && (NameReader.IsInitial(words, end) || words[end].IsAllCaps && words.GapAfter(end) is Gap.Paragraph or Gap.Semicolon or Gap.Tab)
                && words.GapAfter(end) is Gap.Dot or Gap.DotSpace or Gap.OpenParen or Gap.Other or Gap.Paragraph && !AddressParser.IsNextPerson(words, end, words.Count);
            if (gap is Gap.Space or Gap.Comma && words.Folded(end) is "jr" or "sr")
            {
                return end + 1;
            }

            if (!inverted)
            {
                return TrailingInitials(end) ? end + 1 : end;
            }

            end++;
            while (end < limit && words[end].Length == 1 && words[end].IsCapital && words.GapBefore(end) == Gap.Dot)
            {
                end++;
            }

            return end;
        }

        return end;
    }

    /// <summary>Initials behind a surname at the end of a cell, as registers write it: <c>Sewbaransingh NR</c>, <c>Oetoemo W.</c></summary>
    private bool TrailingInitials(int k)
    {
        var token = words[k];
        var after = words.TextBefore(k + 1);
        return token.IsAllCaps && token.IsWord && token.Length <= 3 && words.GapBefore(k) == Gap.Space && words[k - 1].IsCapital && !words[k - 1].IsAllCaps && words[k - 1].Length > 3 && (token.Length == 1 || !token.Is(WordClass.Abbreviation | WordClass.Party | WordClass.Brand | WordClass.Common | WordClass.Organisation))
            && (after.IndexOfAny('\t', '\n') >= 0 || after.Contains('|') || k + 1 == words.Count) && EndsCell(k);
    }

    private bool EndsCell(int k) => analysis.Fields.Exists(f => f.IsCell && f.Start <= words[k - 1].Start && f.End >= words[k].End && f.End - words[k].End < 2);

    /// <summary>A given name that no list knows, right before a known surname amid a sentence: <c>Cil Vrij</c>, <c>Anneroos Kuik</c>.</summary>
    private bool IsUnknownGiven(int k)
    {
        ref readonly var token = ref words[k];
        return token.IsWord && token.IsCapital && !token.IsAllCaps && token.Length is > 2 and < 14 && (token.Shape & Shape.Mixed) == 0 && token.Class == WordClass.None && words.GapAfter(k) == Gap.Space
            && words[k + 1].IsCapital && NameTagger.Default.ShapeOf(words.Folded(k)) > (NameContext.StartsSentence(words, k) ? 1 : -1) && !NameContext.EndsAsOrganisation(words.Of(k)) && !register.IsThing(words.Folded(k))
            && !PersonNouns.Is(words, k) && !(NameContext.StartsSentence(words, k) && words[k + 1].Is(WordClass.Given) && !words[k + 1].Is(WordClass.Surname));
    }

    private bool CouldGoBefore(int k)
    {
        var token = words[k];
        if (words.Folded(k) is "koning" or "koningin" && words.Folded(k - 1) is "de")
        {
            return false;
        }

        if (token.Length == 1 && words.Folded(k) is "s" or "p" && (words.Folded(k - 1) == "p" && words.Folded(k) == "s" || words.Folded(k) == "p" && words.Folded(k + 1) == "s"))
        {
            return false;
        }

        return k >= 0 && token.IsWord && token.IsCapital && !analysis.Blocked[k]
            && (IsUnknownGiven(k) || (token.Length == 1 && words.GapAfter(k) is Gap.Dot or Gap.DotSpace or Gap.Space or Gap.Hyphen && !(words.GapAfter(k) == Gap.Space && words.Folded(k) == "i" && !words[k + 1].IsCapital)) || NameReader.IsInitial(words, k) && words.GapAfter(k) is Gap.Dot or Gap.DotSpace
                || (token.Is(WordClass.Given) && !token.Is(WordClass.Title | WordClass.PublicRole | WordClass.Function | WordClass.Greeting | WordClass.Month) && !(token.Is(WordClass.Common) && NameContext.StartsSentence(words, k)))
                || (token.IsAllCaps && token.Length is 2 or 3 && words.GapAfter(k) == Gap.Space && !token.Is(WordClass.Abbreviation | WordClass.Common | WordClass.Title | WordClass.Party | WordClass.Brand | WordClass.PublicRole | WordClass.Organisation)));
    }

    /// <summary>The first letter of a surname after a given name: <c>Dewi S.</c>, <c>Ton de K.</c>, <c>Daan JP</c>.</summary>
    public int ExtendGiven(int person, int end)
    {
        var k = end;
        while (words[k].Is(WordClass.Particle) && !words[k].IsCapital && k - end < 3 && (words[k].Length > 1 ? words.GapBefore(k) == Gap.Space : words.GapBefore(k) is Gap.Space or Gap.Dot && words.GapAfter(k) is Gap.Dot or Gap.DotSpace))
        {
            k++;
        }

        var token = words[k];
        if (!token.IsWord || words.GapBefore(k) is not (Gap.Space or Gap.DotSpace) || (words.GapBefore(k) == Gap.DotSpace && k == end) || analysis.Blocked[k] || !(token.IsAllCaps && token.Length <= 3) & !((token.Shape & Shape.Mixed) != 0 && token.Length <= 6))
        {
            return end;
        }

        // "J. de Vries" after a given name is somebody else.
        if (token.Length == 1 && words[k + 1].IsCapital && words[k + 1].Length > 1 && words.GapBefore(k + 1) is Gap.Dot or Gap.DotSpace or Gap.Space)
        {
            return end;
        }

        var letters = words.Folded(k);
        var surnames = register.Persons[person].Names.Where(n => n.Surname.Length > 0).ToList();
        if (surnames.Count == 0)
        {
            return token.Length == 1 && (k == end || words.GapAfter(k) is Gap.Dot or Gap.DotSpace or Gap.CloseParen or Gap.Other or Gap.Line or Gap.Paragraph) ? k + 1 : end;
        }

        return surnames.Exists(n => letters.Length == 1 ? n.Surname[0][0] == letters[0] || (n.Particles.Length > 0 && n.Particles[0][0] == letters[0])
            : string.Concat(n.Particles.Select(p => p[0])) + string.Concat(n.Surname.Select(w => w[0])) is var all && (all.EndsWith(letters, StringComparison.Ordinal) || all.StartsWith(letters, StringComparison.Ordinal))) ? k + 1 : end;
    }

    public char LetterBefore(int reachFirst, int first, int reachEnd, int end)
    {
        if (reachFirst < first && !words[reachFirst].Is(WordClass.Particle) | words[reachFirst].Length == 1)
        {
            return words.Folded(reachFirst)[0];
        }

        return reachEnd > end && words.GapBefore(end) == Gap.Comma ? words.Folded(end)[0] : '\0';
    }
}
