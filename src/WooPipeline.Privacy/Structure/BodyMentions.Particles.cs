namespace WooPipeline.Privacy;

/// <summary>The part that reads names by their particles: <c>Sjonnie de Rooij</c>, <c>Van Egmond</c>, <c>prof van eerdewyk</c>.</summary>
internal sealed partial class BodyMentions
{
    /// <summary>A word that no list knows, small particles and a capital: <c>Sjonnie de Rooij</c>. Places of that form are listed.</summary>
    private int WithParticle(int k)
    {
        var end = k + 1;
        while (end - k < 4 && words[end].Is(WordClass.Particle) && !words[end].IsCapital && words.GapBefore(end) == Gap.Space)
        {
            end++;
        }

        if (end == k + 1 || (words.Folded(k + 1) is "von" or "zu" or "zur" or "vom" && !words[end].Is(WordClass.Surname)) || words[end].Is(WordClass.Title) || (words[end].Is(WordClass.Given) && !words[end].Is(WordClass.Surname)) || words[k].Class != WordClass.None || !words[end].IsCapital || !words[end].IsWord || words[end].Length < 3 || words[end].IsAllCaps || words.GapBefore(end) != Gap.Space || words.Folded(k + 1) is "in" or "op" or "aan" or "the" or "la" or "le" or "des" or "du"
            || words[end].Is(WordClass.Common | WordClass.Place | WordClass.Organisation | WordClass.Brand | WordClass.NamedThing | WordClass.Abbreviation) && !words[end].Is(WordClass.Surname))
        {
            return k;
        }

        var name = NameReader.ReadField(words, k, end + 1, whole: true);
        if (name.IsNone || NameContext.IsThing(words, k, end + 1) || NameContext.EndsAsOrganisation(words.Of(end)))
        {
            return k;
        }

        Add(name, Strength.Guess, "name.particle", 0.7);
        return end + 1;
    }

    /// <summary>
    /// A particle with a capital where no sentence starts: Dutch writes <c>Van Egmond</c> so only of people who are not named in full.
    /// </summary>
    private int CapitalParticle(int k)
    {
        if (words.Folded(k) is not ("van" or "vande" or "vander" or "von" or "ter" or "ten" or "el" or "ait" or "al" or "vd") || words[k].IsAllCaps)
        {
            return k;
        }

        var builder = new NameBuilder();
        var end = NameReader.ReadSurname(words, k, k, builder);
        var acts = words.GapBefore(end) == Gap.Space && words[end].Is(WordClass.Speech | WordClass.Acting) && !words[end].IsCapital;
        var asked = words.GapBefore(k) == Gap.Space && words.Folded(k - 1) is "vragen" or "vraag" or "brief" or "mail" or "namens" or "volgens" or "aldus" or "door" or "tegen" or "dat" or "omdat" or "als" or "of" or "die" or "collega" or "by" or "with" or "from" && !words[end].IsCapital;
        asked |= words.Folded(k - 1) == "met" && words.Folded(k - 2) is "gesproken" or "gesprek" or "gebeld" or "overleg" or "contact" or "afspraak" or "gemaild" or "spreken" or "praten" or "overlegd" or "gepraat" or "afgesproken";
        asked |= words.GapBefore(end) == Gap.OpenParen && words.GapBefore(k) == Gap.Space && words.Folded(k - 1) is "naar" or "aan" or "bij" or "van" or "mr" && !words[end].Is(WordClass.Organisation);
        asked |= end > k + 2 && words.GapBefore(k) == Gap.Space && words.Folded(k - 1) is "heeft" or "had" or "wil" or "wilde" or "moet" or "vindt" or "vond" or "denkt" or "zei" or "zegt" or "weet" or "wist" or "belde" or "belt" or "mailde" or "vroeg" or "vraagt" && !words[end].IsCapital;
        asked |= end > k + 1 && words.GapBefore(k) == Gap.Space && words.Folded(k - 1) is "aan" && PersonCues.Say(words, k, end);
        asked |= words.GapBefore(k) == Gap.Space && PersonNouns.Is(words, k - 1) && !PersonNouns.TakesEmployer(words, k - 1) && !words[end].IsCapital;
        if (end <= k + 1 || !(acts || asked) || NameContext.IsThing(words, k, end) || words[end - 1].Is(WordClass.Month | WordClass.Brand | WordClass.Organisation))
        {
            return k;
        }

        Add(new NameSpan(k, end, builder.Build()), acts ? Strength.Strong : Strength.Guess, "name.capital", 0.75);
        return end;
    }

    /// <summary>
    /// A surname in small letters behind a title, that is no word of any list: <c>prof van eerdewyk</c>; behind one that only persons bear,
    /// initials too and surnames that are words: <c>mevr. k. jansen-ter horst</c>, <c>dhr bakker</c>.
    /// </summary>
    private NameSpan ReadSmall(int first, bool isCivil)
    {
        var builder = new NameBuilder();
        var start = first;
        while (isCivil && start - first < 4 && words[start].Length == 1 && words[start].IsWord && words.GapAfter(start) is Gap.Dot or Gap.DotSpace)
        {
            builder.AddInitials(words.Folded(start++));
        }

        var end = start;
        while (end - start < 3 && words[end].Is(WordClass.Particle) && words.GapAfter(end) is Gap.Space or Gap.Apostrophe)
        {
            builder.AddParticle(words.Folded(end++));
        }

        if (!words[end].IsWord || words[end].IsCapital || !((isChat || end > first || words.Folded(first - 1) is "dhr" or "mevr" or "mw" or "mej" or "prof") && IsOnlyName(end, 4) || (isCivil && IsSmallSurname(end, builder))))
        {
            return NameSpan.None;
        }

        builder.AddSurname(words.Folded(end++));
        return new NameSpan(first, SecondHalf(end, builder), builder.Build());
    }

    private bool IsOnlyName(int k, int least) => words[k].Length >= least && (words[k].Class & ~OnlyName) == WordClass.None;

    /// <summary>A listed surname, though a word too; after nothing but a title not one that a clause goes on with: <c>mevrouw wil</c>.</summary>
    private bool IsSmallSurname(int k, NameBuilder builder) => words[k].Is(WordClass.Surname) && words[k].Length > 2 && !words[k].Is(WordClass.Title | WordClass.PublicRole)
        && (builder.HasInitials || builder.HasParticles || !words[k].Is(WordClass.Speech | WordClass.Acting | WordClass.Filler | WordClass.Function | WordClass.NameCue));

    /// <summary>The half behind a hyphen: <c>jansen-ter horst</c>.</summary>
    private int SecondHalf(int end, NameBuilder builder)
    {
        var next = end;
        while (next - end < 3 && words[next].Is(WordClass.Particle) && words.GapAfter(next) == Gap.Space)
        {
            next++;
        }

        if (words.GapBefore(end) != Gap.Hyphen || !words[next].IsWord || words[next].IsCapital || !(words[next].Is(WordClass.Surname) || IsOnlyName(next, 3)))
        {
            return end;
        }

        builder.StartHalf();
        for (; end <= next; end++)
        {
            builder.AddSurname(words.Folded(end));
        }

        return end;
    }
}
