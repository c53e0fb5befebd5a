namespace WooPipeline.Privacy;

/// <summary>The part that reads names by the sentence and the line they stand in: <c>volgens Abebe Tekleberhan</c>, <c>ZWART, Hinderikus</c>.</summary>
internal sealed partial class BodyMentions
{
    /// <summary>Two words with a capital that no list holds as anything but names, where the sentence speaks of a person: <c>volgens Abebe Tekleberhan</c>.</summary>
    private int UnlistedPair(int k)
    {
        var next = words[k + 1];
        var built = words.GapAfter(k) == Gap.Space && next.IsWord && next.IsCapital && !next.IsAllCaps && next.Length > 2 && (next.Class & OnlyName) == next.Class
            && !(words.GapAfter(k + 1) is Gap.Space or Gap.Hyphen && words[k + 2].IsCapital) && (!words[k - 1].IsCapital || words.GapBefore(k) is not (Gap.Space or Gap.Hyphen) || (words[k - 1].Is(WordClass.NameCue) && NameContext.StartsSentence(words, k - 1)));
        if (!built || NameContext.OpensAsNoun(words, k) || (words[k].Class == WordClass.None && next.Class == WordClass.None && NameTagger.Default.ShapeOf(words.Folded(k)) + NameTagger.Default.ShapeOf(words.Folded(k + 1)) < 0) || IsWhere(k) || NameContext.EndsAsOrganisation(words.Of(k)) || PersonNouns.Is(words, k) || NameContext.IsThing(words, k, k + 2) || !PersonCues.Say(words, k, k + 2))
        {
            return k;
        }

        var builder = new NameBuilder();
        builder.AddGiven(words.Folded(k));
        builder.AddSurname(words.Folded(k + 1));
        Add(new NameSpan(k, k + 2, builder.Build()), Strength.Guess, "name.pair", 0.68);
        return k + 2;
    }

    /// <summary>A surname in capitals, a comma and given names, as the police write: <c>ZWART, Hinderikus Bernardus (roepnaam …)</c>, <c>DE NOORD, Joran, geboren …</c>.</summary>
    private int CapitalSurname(int k)
    {
        var given = words[k + 1];
        if (!given.IsCapital || given.IsAllCaps || !given.IsWord || given.Length < 3 || words[k].Is(WordClass.Abbreviation | WordClass.Organisation | WordClass.Brand | WordClass.Party) || (given.Class & ~OnlyName) != WordClass.None && !given.Is(WordClass.Given))
        {
            return k;
        }

        var end = k + 2;
        while (end - k < 5 && words.GapBefore(end) is Gap.Space or Gap.Hyphen && words[end].IsCapital && !words[end].IsAllCaps && words[end].Is(WordClass.Given))
        {
            end++;
        }

        var born = Enumerable.Range(end, 4).Any(i => words[i].Is(WordClass.BirthCue));
        if (!(given.Is(WordClass.Given) && !given.Is(WordClass.Common | WordClass.Place | WordClass.Month) && words.GapBefore(end) is not Gap.Space) && !born)
        {
            return k;
        }

        var first = k;
        while (k - first < 3 && words.GapBefore(first) == Gap.Space && words[first - 1].IsAllCaps && words[first - 1].Is(WordClass.Particle))
        {
            first--;
        }

        var builder = new NameBuilder();
        for (var i = k + 1; i < end; i++)
        {
            builder.AddGiven(words.Folded(i));
        }

        for (var i = first; i < k; i++)
        {
            builder.AddParticle(words.Folded(i));
        }

        builder.AddSurname(words.Folded(k));
        mentions.Add(new Mention(new NameSpan(first, end, builder.Build()), Strength.Strong, "name.full", 0.9));
        return end;
    }

    /// <summary>A surname, a comma and initials with dots, and nothing of a name behind them: <c>Oudshoorn, C.J.; Weert, S. van der</c>.</summary>
    private int InvertedInitials(int k)
    {
        var comma = k + 1;
        while (comma - k < 4 && words.GapBefore(comma) == Gap.Hyphen && words[comma].IsCapital && words[comma].Length > 1)
        {
            comma++;
        }

        if (words.GapBefore(comma) != Gap.Comma || words[k].Is(WordClass.Month | WordClass.Day | WordClass.Organisation | WordClass.Brand | WordClass.Title | WordClass.PublicRole | WordClass.Function) || (words[k].Is(WordClass.Common | WordClass.Place) && !words[k].Is(WordClass.Surname)))
        {
            return k;
        }

        var end = comma;
        while (end - comma < 6 && words[end].Length == 1 && words[end].IsCapital && words.GapAfter(end) is Gap.Dot or Gap.DotSpace or Gap.Other or Gap.Semicolon or Gap.CloseParen or Gap.Line or Gap.Paragraph or Gap.Tab && words[end].End < words.Text.Length && words.Text[words[end].End] == '.')
        {
            end++;
        }

        var builder = new NameBuilder();
        for (var i = comma; i < end; i++)
        {
            builder.AddInitials(words.Folded(i));
        }

        var last = end;
        while (last - end < 3 && words[last].Is(WordClass.Particle) && !words[last].IsCapital && words.GapBefore(last) is Gap.Space or Gap.DotSpace)
        {
            builder.AddParticle(words.Folded(last++));
        }

        // "Utrecht, A. Jansen": the initials belong to what follows.
        if (end == comma || (words.GapBefore(last) is Gap.DotSpace or Gap.Space && last < words.Count && (words[last].IsCapital || !(words.Folded(last) is "en" or "and" or "is" or "heeft"))))
        {
            return k;
        }

        for (var i = k; i < comma; i++)
        {
            builder.AddSurname(words.Folded(i));
        }

        Add(new NameSpan(k, last, builder.Build()), Strength.Strong, "name.initials", 0.88);
        return last;
    }

    /// <summary>A function that opens a line and words that no list knows as names up to its end: <c>Director Regulatory Affairs, Castell AG</c>.</summary>
    private bool IsSignatureLine(int k, NameSpan name) => words.GapBefore(k) is Gap.Line or Gap.Paragraph && words[k].IsCapital && words.GapBefore(name.End) is Gap.Comma or Gap.Line or Gap.Paragraph && !Enumerable.Range(name.First, name.End - name.First).Any(i => words[i].Is(WordClass.Given | WordClass.Surname));

    /// <summary>Behind <c>in</c>, where places stand: <c>in Wadi Seidna</c>; but not behind what people have in somebody.</summary>
    private bool IsWhere(int first) => words.GapBefore(first) == Gap.Space && words.Folded(first - 1) is "in" && !words[first - 1].IsCapital
        && !(words.Folded(first - 2) is "vertrouwen" or "geloof" or "teleurgesteld" or "interesse" or "confidence" or "trust" or "faith" or "disappointed");

    /// <summary>A name that a line too long for it parts: the given name ends a full line, and the sentence goes on behind the surname.</summary>
    private bool IsWrapped(NameSpan name)
    {
        const int FullLine = 40;
        var given = name.First + name.Name.Given.Length - 1;
        var last = words[name.End - 1];
        if (words.GapBefore(given + 1) != Gap.Line || words[name.First].Is(WordClass.Common | WordClass.Month | WordClass.Place) || !last.IsCapital || last.IsAllCaps || last.Is(WordClass.Common | WordClass.Month) && !last.Is(WordClass.Surname))
        {
            return false;
        }

        var start = words[given].Start;
        return start - (start == 0 ? 0 : words.Text.LastIndexOf('\n', start - 1) + 1) >= FullLine && (words.GapBefore(name.End) == Gap.Space && !words[name.End].IsCapital || words.GapBefore(name.End) is Gap.Comma or Gap.CloseParen or Gap.DotSpace);
    }
}
