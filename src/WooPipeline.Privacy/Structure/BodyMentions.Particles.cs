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
        if (end <= k + 1 || !(acts || asked) || NameContext.IsThing(words, k, end) || words[end - 1].Is(WordClass.Month | WordClass.Brand | WordClass.Organisation))
        {
            return k;
        }

        Add(new NameSpan(k, end, builder.Build()), acts ? Strength.Strong : Strength.Guess, "name.capital", 0.75);
        return end;
    }

    /// <summary>A surname in small letters behind a title, that is no word of any list: <c>prof van eerdewyk</c>.</summary>
    private NameSpan ReadSmall(int first)
    {
        var end = first;
        while (end - first < 3 && words[end].Is(WordClass.Particle) && words.GapAfter(end) is Gap.Space or Gap.Apostrophe)
        {
            end++;
        }

        if (!words[end].IsWord || words[end].IsCapital || words[end].Length < 4 || (words[end].Class & ~(WordClass.Given | WordClass.Surname | WordClass.Female | WordClass.Male | WordClass.Frequent)) != WordClass.None)
        {
            return NameSpan.None;
        }

        var builder = new NameBuilder();
        for (var k = first; k < end; k++)
        {
            builder.AddParticle(words.Folded(k));
        }

        builder.AddSurname(words.Folded(end));
        return new NameSpan(first, end + 1, builder.Build());
    }
}
