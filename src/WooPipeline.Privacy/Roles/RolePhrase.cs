namespace WooPipeline.Privacy;

/// <summary>A public role directly before a name: <c>minister De Jonge</c>, <c>het lid Omtzigt</c>, <c>burgemeester mevrouw Veenstra</c>.</summary>
internal static class RolePhrase
{
    /// <summary>The name after a role word; none where something else follows.</summary>
    public static NameSpan NameAfter(TokenText words, int role)
    {
        if (IsFormer(words, role) || IsPlainMember(words, role))
        {
            return NameSpan.None;
        }

        var k = role + 1;
        // "minister van Binnenlandse Zaken mevrouw X" is left to titles; "Commissaris van de Koning X" is passed over here.
        if (words.Folded(k) == "van" && words.Folded(k + 1) == "de" && words.Folded(k + 2) is "koning" or "koningin")
        {
            k += 3;
        }

        if (words.GapBefore(k) is not (Gap.Space or Gap.Line or Gap.OpenParen or Gap.CloseParen or Gap.DotSpace) && !(words.GapBefore(k) == Gap.Comma && words[k].Is(WordClass.Title)))
        {
            return NameSpan.None;
        }

        if (words.GapBefore(k) == Gap.DotSpace && words[k - 1].Length > 4)
        {
            // "goes to the mayor. Also Farah says hi": the sentence ends with the role.
            return NameSpan.None;
        }

        while (k - role < NameReader.MaxWords && (words[k].Is(WordClass.Title) || (words.Folded(k) is "de" && words[k + 1].Is(WordClass.Title))))
        {
            k++;
        }

        var name = NameReader.ReadChain(words, k, needSurname: true);
        if (!name.IsNone)
        {
            return name;
        }

        var builder = new NameBuilder();
        var end = NameReader.ReadSurname(words, k, k, builder);
        return end > k ? new NameSpan(k, end, builder.Build()) : NameSpan.None;
    }

    /// <summary>True where the role is a former one (<c>oud-burgemeester</c>), or belongs to somebody else (<c>woordvoerder van de minister</c> is no minister).</summary>
    public static bool IsFormer(TokenText words, int role) =>
        words.GapBefore(role) == Gap.Hyphen && words.Folded(role - 1) is "oud" or "ex" or "voormalig" or "loco" && words.Folded(role - 1) != "loco";

    /// <summary>True where <c>lid</c> means a member of something else than parliament.</summary>
    public static bool IsPlainMember(TokenText words, int role)
    {
        var word = words.Folded(role);
        if (word is not ("lid" or "leden" or "mp" or "mps"))
        {
            return false;
        }

        if (word.StartsWith('m'))
        {
            return !words[role].IsAllCaps && !words.Of(role).StartsWith("MP", StringComparison.Ordinal);
        }

        for (var k = role + 1; k < role + 5; k++)
        {
            if (words.Folded(k) is "kamer" or "parlement" or "kamerfractie" or "senaat")
            {
                return false;
            }
        }

        return !(words.Folded(role - 1) is "het" or "de" or "dat" or "kamer" or "kamervragen" or "schriftelijke" or "vragen" && words[role + 1].IsCapital && words.GapAfter(role) == Gap.Space);
    }
}
