namespace WooPipeline.Privacy;

/// <summary>The initials of writer and typist in a letter's reference: <c>HJB/ts/2024-0031</c>, <c>20230188/YK/mdj</c>, <c>(NdB/cve)</c>, <c>ThP/lkd</c>.</summary>
internal static class ReferenceInitials
{
    public static void Find(TokenText words, List<Field> fields, List<Mention> mentions)
    {
        var named = new SpanSet(words.Count);
        foreach (var mention in mentions)
        {
            named.Add(mention.Name.First, mention.Name.End);
        }

        foreach (var field in fields)
        {
            if (field.Has(WordClass.ReferenceCue) && field.End - field.Start < 80)
            {
                In(words, words.IndexAt(field.Start), field.End, named, mentions);
            }
        }

        for (var k = words.NextNear(1, Trigger.Slash, 1); k < words.Count; k = words.NextNear(k + 1, Trigger.Slash, 1))
        {
            if (words.GapBefore(k) != Gap.Slash && words.GapAfter(k) != Gap.Slash)
            {
                continue;
            }

            if (words.GapAfter(k) == Gap.Slash && words[k + 1].IsNumber && IsWriter(words, k) && words.Folded(k - 1) is "ref" or "referentie" or "kenmerk" or "reference")
            {
                Add(k, named, mentions);
            }

            if (words.GapAfter(k) == Gap.Slash && words.GapBefore(k) is Gap.Line or Gap.Paragraph && IsTypist(words, k) && IsTypist(words, k + 1) && words.GapAfter(k + 1) is Gap.SpacedHyphen or Gap.Line or Gap.Paragraph)
            {
                // "mho/abn – N:\GS": under a note.
                Add(k, named, mentions);
                Add(k + 1, named, mentions);
            }

            // The typist behind the writer, wherever it stands.
            if (words.GapBefore(k) == Gap.Slash && IsTypist(words, k) && IsWriter(words, k - 1) && words.GapBefore(k - 1) is not Gap.Slash)
            {
                Add(k, named, mentions);
                if (words.CueIsReference(k - 1))
                {
                    Add(k - 1, named, mentions);
                }
            }
        }
    }

    private static void In(TokenText words, int first, int end, SpanSet named, List<Mention> mentions)
    {
        for (var k = first; k < words.Count && words[k].End <= end; k++)
        {
            var slashBefore = words.GapBefore(k) == Gap.Slash && k > first;
            var slashAfter = words.GapBefore(k + 1) == Gap.Slash && words[k + 1].End <= end;
            if ((slashBefore || slashAfter) && ((IsWriter(words, k) && !IsSeries(words, k)) || (IsTypist(words, k) && (slashBefore || words.GapBefore(k) == Gap.OpenParen))))
            {
                Add(k, named, mentions);
            }
        }
    }

    /// <summary>Capitals only from slash to slash up to a number, and initials in brackets behind it: <c>DUO/EX/2024-061844 (fn/sb)</c>.</summary>
    private static bool IsSeries(TokenText words, int k)
    {
        var end = k;
        while (words[end].IsAllCaps && words[end].IsWord && words.GapAfter(end) == Gap.Slash)
        {
            end++;
        }

        if (end == k || !words[end].HasDigit)
        {
            return false;
        }

        while (words.GapAfter(end) is Gap.Hyphen or Gap.Slash or Gap.Dot && words[end + 1].HasDigit)
        {
            end++;
        }

        return words.GapAfter(end) == Gap.OpenParen && words.GapAfter(end + 1) == Gap.Slash && (IsTypist(words, end + 1) || IsWriter(words, end + 1));
    }

    private static bool IsWriter(TokenText words, int k) => words[k].IsWord && words[k].Length is 2 or 3 or 4 && words[k].IsCapital
        && (words[k].IsAllCaps || (words[k].Shape & Shape.Mixed) != 0) && !words[k].Is(WordClass.Abbreviation | WordClass.Party | WordClass.Brand) && words.GapBefore(k) is not (Gap.Hyphen or Gap.Ampersand) && words.GapBefore(k + 1) is not (Gap.Hyphen or Gap.Ampersand);

    private static bool IsTypist(TokenText words, int k) => words[k].IsWord && words[k].Length is 2 or 3 && !words[k].IsCapital && words[k].Shape == Shape.Letter
        && !words[k].Is(WordClass.Common | WordClass.Particle | WordClass.Filler | WordClass.Relative | WordClass.Abbreviation);

    private static void Add(int k, SpanSet named, List<Mention> mentions)
    {
        if (!named.Overlaps(k, k + 1))
        {
            named.Add(k, k + 1);
            mentions.Add(new Mention(new NameSpan(k, k + 1, CodeMentions.Unknown), Strength.Guess, "name.reference", 0.75));
        }
    }

    extension(TokenText words)
    {
        /// <summary>True where a word of a reference stands a few words before on the line.</summary>
        private bool CueIsReference(int k)
        {
            for (var i = k - 1; i >= 0 && k - i < 6 && words.GapBefore(i + 1) is not (Gap.Paragraph or Gap.Line); i--)
            {
                if (words[i].Is(WordClass.ReferenceCue))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
