namespace WooPipeline.Privacy;

/// <summary>Whether a public role goes with a name: before it, in brackets behind it, or before the list that holds it.</summary>
internal static class RoleContext
{
    private const int Reach = 12;

    public static bool Has(TokenText words, int first, int end, PolicySettings settings) => Before(words, first) || After(words, end) || (settings.SpokespersonsArePublic && words.Folded(first - 1) == "woordvoerder");

    /// <summary>True where words right after a given name are the person's own title: <c>Rianne (de gedeputeerde dus)</c>, <c>Erik (SG)</c>.</summary>
    public static bool SaysTitle(TokenText words, int end, PublicRole role)
    {
        if (words.GapBefore(end) is Gap.Paragraph or Gap.Line)
        {
            return false;
        }

        var title = Folding.Fold(role.Title);
        var initials = string.Concat(title.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(w => w[0]));
        for (var k = end; k < end + 5 && (k == end || words.GapBefore(k) is Gap.Space or Gap.OpenParen); k++)
        {
            var word = words.Folded(k);
            if ((word.Length > 4 && title.StartsWith(word, StringComparison.Ordinal)) || (word.Length is 2 or 3 && words[k].IsAllCaps && initials.StartsWith(word, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return words[end].Is(WordClass.PublicRole);
    }

    /// <summary>True where the word before a name is the person's own title: <c>directeur-generaal Wijnen</c>, <c>DG Brug</c>.</summary>
    public static bool SaysTitleBefore(TokenText words, int first, PublicRole role)
    {
        var title = Folding.Fold(role.Title);
        var word = words.Folded(first - 1);
        return title.Contains(word, StringComparison.Ordinal) || (word is "dg" && title.StartsWith("directeur-generaal", StringComparison.Ordinal)) || (word is "sg" && title.StartsWith("secretaris-generaal", StringComparison.Ordinal));
    }

    /// <summary>
    /// True where what stands right beside a name is the title that the dossier's register gives to that person: <c>dijkgraaf Beekman</c>, <c>voorzitter De
    /// Wit</c>, <c>Wesselink (heemraad)</c>, in a table the next cell <c>lid</c>, <c>Tweede Kamer</c>.
    /// </summary>
    public static bool IsOwnTitleBeside(TokenText words, int first, int end, PublicRole role)
    {
        var title = Folding.Fold(role.Title);
        if (words.GapBefore(first) == Gap.Space && IsWordOf(title, words.Folded(first - 1)))
        {
            return words.GapBefore(first - 1) != Gap.Hyphen;
        }

        return words.GapBefore(end) switch
        {
            Gap.OpenParen => IsWordOf(title, words.Folded(end)),
            Gap.Tab => words.Folded(end).Length > 2 && title.StartsWith(words.Folded(end), StringComparison.Ordinal) && (words.GapAfter(end) != Gap.Tab || title.Length == words[end].Length || IsWordOf(title, words.Folded(end + 1)) || IsWordOf(title, words.Folded(end + 2))),
            _ => false,
        };
    }

    /// <summary>A word of five letters or more that the title holds whole, its first word with what it is of before it (<c>bestuurslid</c>), or English for it.</summary>
    private static bool IsWordOf(string title, string word)
    {
        if (word is "secretary" && title.StartsWith("staatssecretaris", StringComparison.Ordinal) || (word.Length > 4 && word.EndsWith("lid", StringComparison.Ordinal) && title.StartsWith("lid ", StringComparison.Ordinal)))
        {
            return true;
        }

        var at = word.Length > 4 ? title.IndexOf(word, StringComparison.Ordinal) : -1;
        return at >= 0 && (at == 0 || !char.IsLetter(title[at - 1])) && (at + word.Length == title.Length || !char.IsLetter(title[at + word.Length])) && !(at > 0 && title[..at].TrimEnd() is { } before && (before.EndsWith("van", StringComparison.Ordinal) || before.EndsWith("voor", StringComparison.Ordinal) || before.EndsWith("en", StringComparison.Ordinal)));
    }

    /// <summary>True where a person's own title stands shortly before, in this message or the one before: <c>de burgemeester ook? – theo is in den haag</c>.</summary>
    public static bool IsTitleNear(TokenText words, int first, PublicRole role)
    {
        const int Near = 30;
        for (var k = first - 1; k >= 0 && first - k <= Near; k--)
        {
            if (words[k].Is(WordClass.PublicRole | WordClass.Function) && role.Title.Contains(words.Folded(k), StringComparison.OrdinalIgnoreCase) && words[k].Length > 4)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Before(TokenText words, int first)
    {
        for (var k = first - 1; k >= 0 && first - k <= Reach; k--)
        {
            var gap = words.GapBefore(k + 1);
            if (gap is Gap.Paragraph or Gap.Tab or Gap.Semicolon or Gap.Other or Gap.Colon && !(gap == Gap.Other && words[k].Is(WordClass.PublicRole)))
            {
                return gap is Gap.Colon && words[k].Is(WordClass.PublicRole) && first - k == 1;
            }

            var token = words[k];
            if (token.Is(WordClass.PublicRole) && !RolePhrase.IsPlainMember(words, k))
            {
                return !(gap is Gap.DotSpace && token.Length > 4) && !OtherOffice(words, k, first);
            }

            var passes = token.Is(WordClass.Title | WordClass.Particle) || token.IsCapital && token.Length > 1 && !token.Is(WordClass.Function) || words.Folded(k) is "en" or "and" or "of" or "koning" or "leden" or "c" or "s" or "voor" or "t" or "a" or "v"
                || NameReader.IsInitial(words, k);
            if (!passes || gap is Gap.OpenParen && k + 1 != first || gap is Gap.DotSpace && !token.Is(WordClass.Title) && token.Length > 2)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"minister van Binnenlandse Zaken": what follows the role is its office and the name comes later, or belongs to another.</summary>
    private static bool OtherOffice(TokenText words, int role, int first)
    {
        if (first == role + 1 || (words[first - 1].Is(WordClass.Title) && OfficeBetween(words, role, first)))
        {
            return false;
        }

        // A comma or "en" between the role and the name leads to another person, unless the role is a plural.
        var plural = words.Folded(role) is "leden" or "kamerleden" or "ministers" or "wethouders" or "raadsleden" or "burgemeesters" or "staatssecretarissen" or "bewindslieden" or "bewindspersonen" or "mps" or "parliament" or "europarlementariers";
        for (var k = role + 1; k < first; k++)
        {
            if (!plural && (words.Folded(k) is "en" or "and" or "of" || words.GapBefore(k + 1) == Gap.Comma))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where only the name of an office stands between: <c>minister van Binnenlandse Zaken en Koninkrijksrelaties, de heer …</c></summary>
    private static bool OfficeBetween(TokenText words, int role, int first)
    {
        var k = first - 1;
        while (k > role && (words[k].Is(WordClass.Title) || words.Folded(k) is "de" or "t" or "a" or "v"))
        {
            k--;
        }

        if (words.Folded(role + 1) is not ("van" or "voor" or "of" or "for"))
        {
            return false;
        }

        for (var i = role + 2; i <= k; i++)
        {
            if (!words[i].IsCapital && !(words.Folded(i) is "en" or "and" or "voor" or "van" or "de" or "het" or "of" or "the"))
            {
                return false;
            }
        }

        return true;
    }

    private static bool After(TokenText words, int end)
    {
        var gap = words.GapBefore(end);
        if (gap is not (Gap.OpenParen or Gap.Comma))
        {
            return false;
        }

        for (var k = end; k < end + 4 && k < words.Count; k++)
        {
            if (k > end && words.GapBefore(k) is not (Gap.Space or Gap.Hyphen))
            {
                return false;
            }

            if ((words[k].Is(WordClass.PublicRole) && !RolePhrase.IsPlainMember(words, k)) || (k == end && words[k].Is(WordClass.Party) && words[k].IsCapital))
            {
                return !(words.Folded(end) is "niet" or "not" or "geen" or "oud" or "voormalig");
            }

            if (words.Folded(k) is "niet" or "geen" or "not" or "namens")
            {
                return false;
            }
        }

        return false;
    }
}
