namespace WooPipeline.Privacy;

/// <summary>
/// Reads names word by word. <see cref="ReadField"/> takes a place that must hold a name (a header, a cell, a signature line)
/// in any written order; <see cref="ReadChain"/> takes a name that starts at a word of running text.
/// </summary>
internal static partial class NameReader
{
    /// <summary>More words than any name or row of titles has; without a limit a text of nothing else would be read anew from each word.</summary>
    public const int MaxWords = 12;

    public static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouyAEIOUY");

    private const WordClass NotSurname = WordClass.Function | WordClass.PublicRole | WordClass.Organisation | WordClass.Month
        | WordClass.Day | WordClass.Title | WordClass.Greeting | WordClass.NamedThing | WordClass.Abbreviation;

    /// <summary>The name in a place that should hold one; none where it holds an organisation or nothing.</summary>
    public static NameSpan ReadField(TokenText text, int first, int end, bool whole = false)
    {
        first = SkipTitles(text, first, end);
        var stop = FieldEnd(text, first, Math.Min(end, first + MaxWords));
        if (stop <= first || (stop - first == 1 && IsBody(text, first) && char.IsUpper(text.Of(first)[1]) && char.IsLower(text.Of(first)[^1])))
        {
            return NameSpan.None;
        }

        for (var k = first + 1; k < stop; k++)
        {
            if (text.GapBefore(k) == Gap.Comma)
            {
                return Inverted(text, first, k, stop);
            }
        }

        return Natural(text, first, stop, whole);
    }

    /// <summary>Words from <paramref name="first"/> that can be a name without more knowledge: initials or given names, particles, capitalised surname.</summary>
    public static NameSpan ReadChain(TokenText text, int first, bool needSurname)
    {
        var builder = new NameBuilder();
        var k = first;
        k = builder.TakeInitials(text, k);
        while (k < text.Count && builder.GivenCount < 4 && ((IsGivenWord(text, k) && Joined(text, k, first)
               && (!builder.HasInitials || !(text[k].Is(WordClass.Surname) && text.GapAfter(k) == Gap.Hyphen)) && FollowsGiven(text, k, first, builder)) || IsSmallHalf(text, k, first)))
        {
            builder.AddGiven(text.Folded(k));
            k++;
        }

        k = builder.TakeNickname(text, k);
        k = builder.TakeInitials(text, k);
        var before = k;
        k = ReadSurname(text, k, first, builder);
        if (k == before && needSurname)
        {
            // The last given name may be the surname (Jan Klaas, Sanne Bas, B. Osman).
            if (builder.GivenCount < (text[first].Length == 1 && IsInitial(text, first) && text.GapBefore(k - 1) is Gap.DotSpace or Gap.Dot ? 1 : 2) || text.GapBefore(k - 1) == Gap.Hyphen)
            {
                return NameSpan.None;
            }

            builder.LastGivenToSurname();
        }

        return builder.IsEmpty ? NameSpan.None : new NameSpan(first, k, builder.Build());
    }

    /// <summary>Particles and surname from a word; gives back the same index where there is none.</summary>
    public static int ReadSurname(TokenText text, int start, int first, NameBuilder builder)
    {
        var k = start;
        if (text[k].Length == 1 && text.Folded(k) == "v" && text.GapAfter(k) == Gap.Slash && text.Folded(k + 1) is "d" or "dr" && Joined(text, k, first) && text.GapAfter(k + 1) == Gap.Space)
        {
            // "v/d Meer".
            k += 2;
        }

        while (k < text.Count && !(text[k].Length == 1 && text[k].IsCapital && text.GapAfter(k) is Gap.Dot or Gap.DotSpace) && (text[k].Is(WordClass.Particle) || (text[k].Is(WordClass.WeakParticle) && text[k + 1].Is(WordClass.Particle))) && Joined(text, k, first) && k - start < 4
               && !(text[k].IsCapital && text[k].Is(WordClass.Surname) && !ParticleAhead(text, k)))
        {
            k++;
        }

        if (!(IsSurnameWord(text, k) || IsTitleAsSurname(text, k, first) || IsOfficeAsSurname(text, k, first)) || !Joined(text, k, first) || (k > start && StreetNames.IsStrongStreet(text.Of(k)) && !text[k].Is(WordClass.Surname) && !NameContext.EndsAsSurname(text, first, k + 1)))
        {
            return start;
        }

        if (k > first + 1 && text.GapBefore(k) == Gap.DotSpace && text[k - 1].Length == 1 && text.GapBefore(k - 1) != Gap.Dot && text[first].Is(WordClass.Given) && text[first].Length > 1 && text[k].Is(WordClass.Common | WordClass.Plain | WordClass.Filler) && !text[k].Is(WordClass.Surname))
        {
            // "naast Max V. Ik zit": the sentence ends with the letter.
            return start;
        }

        if (k == start && k > first && text.GapBefore(k) == Gap.Line && (text[k].Class & ~Surroundings.NameLists) != WordClass.None && !text[k].Is(WordClass.Surname))
        {
            // The next line begins with an ordinary word.
            return start;
        }

        if (k > start && text[k].IsAllCaps && text[k].Length is > 1 and <= 5 && !text[first].IsAllCaps | text[first].Length == 1 && !text[k].Is(WordClass.Surname))
        {
            // "Hofkes van NWO": where somebody works.
            return start;
        }

        if (k == start && k > first && text[k].IsAllCaps && text[k].Length is 3 or 4 && text[k].Class is WordClass.None or WordClass.Abbreviation && !text[first].IsAllCaps && text.GapBefore(k) == Gap.Space && text[k - 1].Is(WordClass.Given) && !(text[k + 1].IsAllCaps && text[k + 1].Length > 1))
        {
            // "Nour AKS": where somebody works.
            return start;
        }

        if (k > start && !text[start].IsCapital && text[start].Is(WordClass.WeakParticle) && !text[k].Is(WordClass.Surname) && !(k - start > 1 && start > first && text[start - 1].Length == 1))
        {
            // "Willemijn in het Wordbestand": a preposition, not a part of the name.
            return start;
        }

        for (var p = start; p < k; p++)
        {
            builder.AddParticle(text.Folded(p));
        }

        builder.AddSurname(text.Folded(k++));
        return ReadMoreSurname(text, k, builder);
    }

    public static int SkipTitles(TokenText text, int first, int end)
    {
        first += text.Folded(first) is "de" or "het" && !text[first].IsCapital && first + 1 < end && text[first + 1].Is(WordClass.Title) && !text[first + 1].IsCapital ? 1 : 0;
        for (var limit = Math.Min(end, first + MaxWords); first < limit && (text[first].Is(WordClass.Title) || (text[first].Length <= 2 && text[first].Is(WordClass.Abbreviation) && text[first + 1].Is(WordClass.Title)));)
        {
            first++;
        }

        return first;
    }

    /// <summary>A single capital, or a short form that stands with a dot (<c>Th.</c>, <c>Joh.</c>).</summary>
    public static bool IsInitial(TokenText text, int k)
    {
        var token = text[k];
        if (!token.IsWord || !token.IsCapital)
        {
            return false;
        }

        var after = text.GapAfter(k);
        if (token.Length is 2 or 3 && after == Gap.DotSpace && !token.IsAllCaps && text[k + 1].IsCapital && text[k + 1].Length > 2 && !text[k + 1].Is(WordClass.Title | WordClass.PublicRole | WordClass.Function | WordClass.Common | WordClass.Plain | WordClass.Organisation) && (token.Class & ~(WordClass.Given | WordClass.Surname | WordClass.Male | WordClass.Female)) == WordClass.None && text.Of(k).IndexOfAny(Vowels) < 0)
        {
            // The head of a given name without a vowel: "Zw. Buitenhuis", "Kl. de Boer".
            return true;
        }

        return token.Length == 1 ? after is Gap.Dot or Gap.DotSpace or Gap.Space or Gap.OpenParen or Gap.Hyphen
            : token.Length <= 4 && after is Gap.Dot or Gap.DotSpace && text.Folded(k) is "th" or "chr" or "joh" or "fr" or "ph" or "ij" or "jac" or "jos" or "wm" or "alb" or "abr" or "ger" or "corn" or "jr" or "tj" or "sj" or "ch" or "st" or "gerh" or "hendr" or "yv";
    }

    private static bool IsGivenWord(TokenText text, int k)
    {
        var token = text[k];
        return token.IsWord && token.IsCapital && token.Length > 1 && token.Is(WordClass.Given) && !token.Is(WordClass.Title);
    }

    /// <summary>The second half of a given name in small letters: <c>Hyun-woo</c>, <c>Jean-luc</c>.</summary>
    private static bool IsSmallHalf(TokenText text, int k, int first) => k > first && text.GapBefore(k) == Gap.Hyphen && text[k].IsWord && !text[k].IsCapital && text[k].Length is >= 2 and <= 5 && !text[k].Is(WordClass.Common | WordClass.Plain | WordClass.Particle | WordClass.Function)
        && text[k - 1].Is(WordClass.Given) && text[k - 1].IsCapital && text[k - 1].Length > 2;

    private static bool FollowsGiven(TokenText text, int k, int first, NameBuilder builder)
    {
        if (k == first || builder.GivenCount == 0)
        {
            return true;
        }

        // A second given name counts only where a surname still follows, else it is the surname.
        return text.GapBefore(k) == Gap.Hyphen || IsSurnameWord(text, k + 1) || (text[k + 1].Is(WordClass.Particle) && text.GapBefore(k + 1) == Gap.Space);
    }

    private static bool IsSurnameWord(TokenText text, int k)
    {
        var token = text[k];
        if (token.Length == 2 && text.Folded(k) == "ik")
        {
            // "met Dokter. Ik zat": the next sentence.
            return false;
        }

        return token.IsWord && token.IsCapital && token.Length > 1 && !(token.Length is 4 or 5 && char.IsUpper(text.Of(k)[^1]) && IsBody(text, k))
            && !(token.Is(WordClass.Particle) && !token.Is(WordClass.Surname)) && (!token.Is(NotSurname) || (token.Is(WordClass.Surname) && !token.Is(WordClass.Title | WordClass.Greeting)));
    }

    private static bool Joined(TokenText text, int k, int first) => k == first
        || text.GapBefore(k) is Gap.Space or Gap.Hyphen or Gap.Apostrophe or Gap.CloseParen or Gap.Line
        || (text.GapBefore(k) is Gap.Dot or Gap.DotSpace && (text[k - 1].Length == 1 || IsInitial(text, k - 1)));

    private static int FieldEnd(TokenText text, int first, int end)
    {
        for (var k = first; k < end; k++)
        {
            var token = text[k];
            if (k > first)
            {
                var gap = text.GapBefore(k);
                var afterDash = gap == Gap.SpacedHyphen && (!token.IsCapital || token.IsAllCaps || IsBody(text, k) || token.Is(NotSurname | WordClass.Place | WordClass.Brand));
                var bracket = gap == Gap.OpenParen && (!token.IsCapital || text.Folded(k) is "de" or "het" || (!token.Is(WordClass.Given) && text.GapAfter(k) == Gap.Space && !text[k + 1].Is(WordClass.Given)) || text.GapAfter(k) is Gap.Ampersand or Gap.Slash || (token.IsAllCaps && token.Length > 1 && !text[first].IsAllCaps) || IsBody(text, k) || IsBracketedBody(text, first, k)
                    || (token.Is(NotSurname) && !token.Is(WordClass.Given)) || !token.IsWord || (token.Length > 7 && NameContext.EndsAsOrganisation(text.Of(k))));
                if (afterDash || bracket || gap is Gap.Tab or Gap.Paragraph or Gap.Line or Gap.Slash or Gap.At or Gap.Colon or Gap.Semicolon or Gap.Other or Gap.Underscore)
                {
                    return k;
                }
            }

            if (!token.IsWord)
            {
                return k;
            }
        }

        return end;
    }

    private static NameSpan Inverted(TokenText text, int first, int comma, int stop)
    {
        var builder = new NameBuilder();
        var k = first;
        while (k < comma - 1 && text[k].Is(WordClass.Particle))
        {
            builder.AddParticle(text.Folded(k++));
        }

        for (; k < comma; k++)
        {
            if (text[k].Is(WordClass.Organisation | WordClass.Function | WordClass.PublicRole | WordClass.NamedThing) && !text[k].Is(WordClass.Surname)
                && !(text[comma].Is(WordClass.Given) || IsInitial(text, comma)))
            {
                return NameSpan.None;
            }

            if (k > first && text.GapBefore(k) is Gap.Hyphen or Gap.SpacedHyphen && builder.SurnameCount > 0)
            {
                builder.StartHalf();
            }

            builder.AddSurname(text.Folded(k));
        }

        k = builder.TakeInitials(text, SkipTitles(text, comma, stop));
        while (k < stop)
        {
            if (text.GapBefore(k) == Gap.Comma && k > comma)
            {
                break;
            }

            var token = text[k];
            if (token.Is(WordClass.Particle) && !(token.IsCapital && token.Is(WordClass.Given) && !builder.HasGivenOrInitials))
            {
                builder.AddParticle(text.Folded(k));
            }
            else if (token.Length == 1 || (token.IsAllCaps && token.Length <= 4 && !text[first].IsAllCaps))
            {
                builder.AddInitials(text.Folded(k));
            }
            else if (token.Is(WordClass.Given) || (token.IsCapital && !token.Is(WordClass.Common | NotSurname)) || IsSmallHalf(text, k, comma))
            {
                builder.AddGiven(text.Folded(k));
            }
            else
            {
                break;
            }

            k++;
        }

        return k == comma || builder.SurnameCount == 0 ? Natural(text, first, comma) : new NameSpan(first, k, builder.Build());
    }

    private static NameSpan Natural(TokenText text, int first, int stop, bool whole = false)
    {
        // "Wil BZK", "Ton Beheer": what a phone adds behind the name.
        while (!whole && stop - first > 1 && text[first].Is(WordClass.Given) && !text[stop - 2].Is(WordClass.Particle) && !text[stop - 1].Is(WordClass.Surname | WordClass.Given | WordClass.Particle)
               && (text[stop - 1].Is(WordClass.Abbreviation | WordClass.Organisation | WordClass.Function | WordClass.Brand | WordClass.Place | WordClass.Mailbox | WordClass.Common)))
        {
            stop--;
        }

        var words = stop - first;
        if (words == 0 || (!whole && HoldsOrganisation(text, first, stop)))
        {
            return NameSpan.None;
        }

        var builder = new NameBuilder();
        var k = builder.TakeInitials(text, first);
        var last = stop;
        if (words > 1 && !builder.HasInitials && text[stop - 1].IsAllCaps && text[stop - 1].Length <= 4 && !text[first].IsAllCaps)
        {
            last--;
            if (words == 2 && text[last].Length == 1 && text[first].Is(WordClass.Given))
            {
                // "Mehmet Y.": the letter is of a surname that is not given.
                builder.AddGiven(text.Folded(first));
                return new NameSpan(first, stop, builder.Build());
            }

            builder.AddInitials(text.Folded(last));
            return SurnameOnly(text, first, last, stop, builder);
        }

        var particle = FirstParticle(text, Math.Max(k, first + 1), last - 1);
        var surnameFrom = builder.HasInitials ? k : particle >= 0 ? particle : DefaultSurnameStart(text, k, last);
        for (; k < surnameFrom; k++)
        {
            if (text[k].Length == 1)
            {
                builder.AddInitials(text.Folded(k));
            }
            else
            {
                builder.AddGiven(text.Folded(k));
            }
        }

        k = builder.TakeNickname(text, k);
        while (k < last && text[k].Length == 1 && text[k].IsCapital && k < last - 1 && !text[k].Is(WordClass.Particle))
        {
            builder.AddInitials(text.Folded(k++));
        }

        return k >= last && builder.SurnameCount == 0 ? new NameSpan(first, stop, builder.Build()) : SurnameOnly(text, k, last, stop, builder, first);
    }

    private static int FirstParticle(TokenText text, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (text[i].Is(WordClass.Particle) && !text[i].Is(WordClass.Given))
            {
                return i;
            }
        }

        return -1;
    }

    private static NameSpan SurnameOnly(TokenText text, int from, int last, int stop, NameBuilder builder, int first = -1)
    {
        var k = from;
        while (k < last - 1 && text[k].Is(WordClass.Particle))
        {
            builder.AddParticle(text.Folded(k++));
        }

        for (; k < last; k++)
        {
            if (builder.SurnameCount > 0 && text.GapBefore(k) is Gap.Hyphen or Gap.SpacedHyphen)
            {
                builder.StartHalf();
            }

            builder.AddSurname(text.Folded(k));
        }

        return builder.IsEmpty ? NameSpan.None : new NameSpan(first < 0 ? from : first, stop, builder.Build());
    }

    private static int DefaultSurnameStart(TokenText text, int k, int last)
    {
        if (last - k == 1)
        {
            return text[k].Is(WordClass.Given) ? last : k;
        }

        var start = k + 1;
        while (start < last - 1 && (text.GapBefore(start) == Gap.Hyphen || (text[start].Is(WordClass.Given) && !text[start].Is(WordClass.Surname))))
        {
            start++;
        }

        return start;
    }

    private static bool HoldsOrganisation(TokenText text, int first, int stop)
    {
        var named = false;
        var common = 0;
        for (var k = first; k < stop; k++)
        {
            var token = text[k];
            if (token.Is(WordClass.Organisation | WordClass.PublicRole | WordClass.NamedThing | WordClass.Function | WordClass.Brand) && !token.Is(WordClass.Surname | WordClass.Given))
            {
                return true;
            }

            // A firm by its legal form: B.V., N.V.
            if (token.Length == 1 && text.GapAfter(k) == Gap.Dot && text[k + 1].Length == 1 && text.Folded(k) is "b" or "n" && text.Folded(k + 1) == "v" && k > first)
            {
                return true;
            }

            if (token.Is(WordClass.PersonLabel) && !token.Is(WordClass.Given | WordClass.Surname) || (token.Length > 8 && !token.Is(WordClass.Surname | WordClass.Given) && NameContext.EndsAsOrganisation(text.Of(k))))
            {
                return true;
            }

            named |= token.Is(WordClass.Given | WordClass.Surname) && !(token.Is(WordClass.Common) && !token.IsCapital);
            common += token.Is(WordClass.Common | WordClass.Abbreviation | WordClass.Month | WordClass.Day) && !token.Is(WordClass.Given | WordClass.Surname | WordClass.Particle) ? 1 : 0;
            if (!token.IsCapital && !token.Is(WordClass.Particle | WordClass.WeakParticle | WordClass.Given | WordClass.Surname) && (token.Shape & Shape.Mixed) == 0)
            {
                return true;
            }
        }

        return common > 0 && !named || common > 1;
    }
}
