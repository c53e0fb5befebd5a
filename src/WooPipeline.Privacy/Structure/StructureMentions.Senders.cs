namespace WooPipeline.Privacy;

/// <summary>The part that reads senders whom their place alone gives away: over a moment in what was pasted from a chat, or beside their own address.</summary>
internal sealed partial class StructureMentions
{
    private static readonly System.Buffers.SearchValues<char> OfMoments = System.Buffers.SearchValues.Create("0123456789-/.:, ");

    /// <summary>A line that is nothing but a moment, as under a sender in what was pasted from a chat: <c>9-9-2022 09:02</c>, <c>maandag 11:02</c>, <c>15:10</c>.</summary>
    private bool IsMoment(int start)
    {
        if (start >= text.Length)
        {
            return false;
        }

        var end = text.IndexOf('\n', start);
        var line = text.AsSpan(start, (end < 0 ? text.Length : end) - start).Trim();
        if (line.Length is < 4 or > 24 || line.IndexOf(':') < 1 && line.LastIndexOf('.') < 1 || !char.IsAsciiDigit(line[^1]))
        {
            return false;
        }

        var colon = line.LastIndexOf(':') is var at and > 0 ? at : line.LastIndexOf('.');
        var k = words.IndexAt(start);
        return line.Length - colon == 3 && char.IsAsciiDigit(line[colon - 1]) && (words[k].IsNumber || words[k].Is(WordClass.Day) || words.Folded(k) is "vandaag" or "gisteren" or "today" or "yesterday")
            && line.IndexOfAnyExcept(OfMoments) is var letter && (letter < 0 || words[k].IsWord);
    }

    /// <summary>What a phone adds behind a sender's given name belongs to no name: <c>Gerben KNRM</c>, <c>Paulo BZ</c>, <c>Koen Crisis</c>.</summary>
    private int WithoutBody(int first, int stop) => stop - first == 2 && (words[first].Is(WordClass.Given) || (words[first].IsCapital && !words[first].IsAllCaps && words[stop - 1].Length > 2 && words[first].Class == WordClass.None)) && words.GapBefore(stop - 1) == Gap.Space && (IsBodyLetters(stop - 1) || IsBodyWord(stop - 1)) ? stop - 1 : stop;

    /// <summary>Letters without a vowel that are no initials of a surname with a particle, or a longer abbreviation.</summary>
    private bool IsBodyLetters(int k) => IsMixedBody(k) || words[k].IsAllCaps && words[k].Class is WordClass.None or WordClass.Abbreviation or WordClass.Organisation or WordClass.Brand
        && (words[k].Length is 4 or 5 || (words[k].Length == 3 && !words[k - 1].IsAllCaps && words.Of(k)[0] is not ('V' or 'D' or 'T')) || (words[k].Length is 2 or 3 && (words[k].Is(WordClass.Abbreviation | WordClass.Organisation) || words.Folded(k) is "bz" or "jz" or "ez" or "oz" or "hr" or "it")));

    /// <summary>Letters of a body with a small one among them: <c>CvTE</c>, <c>IvhO</c>.</summary>
    private bool IsMixedBody(int k) => (words[k].Shape & Shape.Mixed) != 0 && words[k].IsCapital && words[k].Length is 4 or 5 && char.IsUpper(words.Of(k)[^1]) && !words[k].Is(WordClass.Given | WordClass.Surname);

    /// <summary>The word for a mailbox, an office or a department that is nobody's surname.</summary>
    private bool IsBodyWord(int k) => words[k].IsCapital && !words[k].IsAllCaps && words[k].Is(WordClass.Mailbox | WordClass.Organisation) | words.Folded(k) is "kwaliteit" or "crisis" or "beheer" or "techniek" or "juridisch" or "facilitair" or "financien" or "werk" or "kantoor" or "school"
        && !words[k].Is(WordClass.Surname | WordClass.Given | WordClass.Particle);

    /// <summary>
    /// A name of ordinary words (<c>Dag Sørensen</c>, <c>noor haddouchi</c>) is one where the address beside it is made of it: <c>dag@…</c>.
    /// </summary>
    private void OfAddress(AddressEntry entry, string rule)
    {
        var first = NameReader.SkipTitles(words, words.IndexAt(entry.NameStart), words.Count);
        var stop = words.IndexAt(entry.NameEnd);
        if (entry.Address is not { } address || stop - first is < 1 or > 5 || address.IndexOf('@', StringComparison.Ordinal) is not (> 1 and var at))
        {
            return;
        }

        var local = Folding.Fold(address.AsSpan(0, at));
        const WordClass NoPerson = WordClass.Mailbox | WordClass.Organisation | WordClass.Function | WordClass.NamedThing | WordClass.Abbreviation | WordClass.Brand | WordClass.Place | WordClass.PersonLabel;
        var own = Enumerable.Range(first, stop - first).Any(k => words[k].Length > 2 && !words[k].IsAllCaps && (words[k].Class == WordClass.None || words[k].Is(WordClass.Given | WordClass.Surname)));
        if (!own || Enumerable.Range(first, stop - first).Any(k => words[k].Is(NoPerson) && !words[k].Is(WordClass.Given | WordClass.Surname)) || !Enumerable.Range(first, stop - first).All(k => words[k].IsWord) || !Enumerable.Range(first, stop - first).Any(k => words[k].Length > 1 && local.Contains(words.Folded(k), StringComparison.Ordinal) && !words[k].Is(WordClass.Mailbox | WordClass.Organisation)))
        {
            return;
        }

        var name = NameReader.ReadField(words, first, stop, whole: true);
        if (!name.IsNone && !OnlyParticles(name))
        {
            mentions.Add(new Mention(name with { First = first, End = stop }, Strength.Confirmed, rule, 0.9, address));
        }
    }
}
