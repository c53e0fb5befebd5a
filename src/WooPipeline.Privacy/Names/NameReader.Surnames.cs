namespace WooPipeline.Privacy;

/// <summary>The part that reads on behind the first word of a surname: other halves, second surnames.</summary>
internal static partial class NameReader
{
    private static int ReadMoreSurname(TokenText text, int k, NameBuilder builder)
    {
        while (k < text.Count && builder.SurnameCount < 7)
        {
            var gap = text.GapBefore(k);
            // Tjin A Djie, Wong-A-Foe.
            if (gap is Gap.Space or Gap.Hyphen && text[k].Length == 1 && text[k].IsCapital && text.Folded(k) is "a" && text[k + 1].IsCapital && text[k + 1].Length > 1 && text.GapAfter(k) == gap)
            {
                builder.AddSurname(text.Folded(k++));
                builder.AddSurname(text.Folded(k++));
                continue;
            }

            if (gap is Gap.Hyphen or Gap.SpacedHyphen)
            {
                var next = k;
                while (text[next].Is(WordClass.Particle) && next - k < 3 && (next == k || text.GapBefore(next) is Gap.Space or Gap.Apostrophe or Gap.Line))
                {
                    next++;
                }

                if (!IsSurnameWord(text, next) || (gap == Gap.SpacedHyphen && next == k && text[next].Is(WordClass.Common | WordClass.Place | WordClass.Abbreviation | WordClass.Brand) && !(text[next].Is(WordClass.Surname) && !text[next].Is(WordClass.Place | WordClass.Month | WordClass.Brand | WordClass.Abbreviation) && text.GapAfter(next) is Gap.DotSpace or Gap.Comma or Gap.CloseParen or Gap.Line or Gap.Paragraph))
                    || (gap == Gap.SpacedHyphen && text[next].IsAllCaps && !text[k - 1].IsAllCaps)
                    || (next > k && text.GapBefore(next) is not (Gap.Space or Gap.Apostrophe or Gap.Line)))
                {
                    break;
                }

                builder.StartHalf();
                for (; k <= next; k++)
                {
                    builder.AddSurname(text.Folded(k));
                }

                continue;
            }

            if (gap is Gap.Space or Gap.Apostrophe && IsSecondSurname(text, k))
            {
                while (k < text.Count && (text[k].Is(WordClass.Particle) || text.Folded(k) == "tot"))
                {
                    builder.AddSurname(text.Folded(k++));
                }

                builder.AddSurname(text.Folded(k++));
                continue;
            }

            break;
        }

        return k;
    }

    private static bool IsSecondSurname(TokenText text, int k)
    {
        var token = text[k];
        if (token.Length == 3 && text.Folded(k) == "tot" && text[k + 1].IsCapital && !text[k + 1].Is(WordClass.Month | WordClass.Day | WordClass.Organisation) && text.GapAfter(k) == Gap.Space)
        {
            // Van Asbeck tot Lingen.
            return text[k - 1].IsCapital && text[k - 2].Is(WordClass.Particle);
        }

        if (token.Is(WordClass.Particle) && !token.IsCapital)
        {
            // Storm van 's Gravesande: only after a capital, and only where a capital follows.
            var next = k;
            while (text[next].Is(WordClass.Particle) && next - k < 3)
            {
                next++;
            }

            return next > k && text[k - 1].IsCapital && text[k].Length == 3 && text[next].IsCapital && IsSurnameWord(text, next)
                && text[next - 1].Length == 1 && text.GapBefore(next) is Gap.Space or Gap.Hyphen;
        }

        return IsSurnameWord(text, k) && !(text.GapAfter(k) == Gap.Colon && !token.Is(WordClass.Surname)) && (token.Is(WordClass.Surname) || NameContext.EndsAsOrganisation(text.Of(k)) is false) && (token.Is(WordClass.Surname) || !token.Is(WordClass.Common | WordClass.Plain | WordClass.Filler | WordClass.Given | WordClass.Place | WordClass.Brand | WordClass.Party))
            && token.IsAllCaps == text[k - 1].IsAllCaps && token.Length > 1;
    }

    private static bool ParticleAhead(TokenText text, int k) => text[k + 1].Is(WordClass.Particle) || IsSurnameWord(text, k + 1);
}
