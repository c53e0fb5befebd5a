namespace WooPipeline.Privacy;

/// <summary>
/// Initials in a row behind a word with which people sign or read along, without a colon or with one: <c>Gezien YdH (JZ), IT (control), WK</c>,
/// <c>Meegelezen HS (JZ), FD (inkoop)</c>, <c>parafen leden: MS BQA LF</c>. In such a row letters that are an abbreviation elsewhere are a person.
/// </summary>
internal static class CodeLists
{
    private const int LongestCode = 4;
    private const int MostWords = 40;
    private static readonly WordSet Signing = new("gezien", "meegelezen", "parafen", "paraaf", "geparafeerd", "meelezers", "medeparaaf", "initialen", "visum");
    private static readonly WordSet Between = new("leden", "door", "met", "en", "van", "door:", "voor", "directie", "team");

    public static void Find(TokenText words, List<Mention> mentions)
    {
        for (var k = 0; k < words.Count; k++)
        {
            if (words[k].Length <= LongestCode && words.GapBefore(k) == Gap.Other && IsQuotedSign(words, k))
            {
                mentions.Add(new Mention(new NameSpan(k, k + 1, CodeMentions.Unknown), Strength.Guess, "name.reference", 0.75));
            }

            if (Signing.Contains(words[k].Hash) && (k == 0 || words.GapBefore(k) is Gap.Line or Gap.Paragraph or Gap.Tab or Gap.Semicolon or Gap.DotSpace or Gap.Other || words.Folded(k - 1) == "voor"))
            {
                Row(words, k, mentions);
            }
        }
    }

    /// <summary>Initials in quotes behind what is signed with: <c>getekend met "DLN"</c>, <c>met de paraaf "kr"</c>.</summary>
    private static bool IsQuotedSign(TokenText words, int k)
    {
        if (!words[k].IsWord || words[k].Length is < 2 or > LongestCode || words.TextBefore(k) is not [.., '"' or '\u201C' or '\u2018' or '\'' or '\u201E'] || words.TextBefore(k + 1) is not ['"' or '\u201D' or '\u2019' or '\'', ..])
        {
            return false;
        }

        for (var i = k - 1; i >= 0 && k - i <= 4; i--)
        {
            if (words.Folded(i) is "paraaf" or "parafen" or "getekend" or "ondertekend" or "afgetekend" or "initialen" or "tekent" or "geparafeerd" or "paraferen")
            {
                return true;
            }
        }

        return false;
    }

    private static void Row(TokenText words, int cue, List<Mention> mentions)
    {
        var k = cue + 1;
        while (k - cue < 4 && Between.Contains(words[k].Hash) && words.GapBefore(k) == Gap.Space)
        {
            k++;
        }

        if (words.GapBefore(k) is not (Gap.Space or Gap.Colon or Gap.Tab))
        {
            return;
        }

        var codes = new List<int>();
        for (var steps = 0; steps < MostWords && k < words.Count && IsCode(words, k); steps++)
        {
            if (words.GapAfter(k) == Gap.OpenParen && IsCode(words, k + 1) && (words[k + 1].Shape & Shape.Mixed) != 0)
            {
                // "DAF (HvK), DVB (RW)": the bodies stand outside, and the persons in brackets.
                return;
            }

            codes.Add(k);
            k = AfterBracket(words, k + 1);
            if (words.GapBefore(k) is not (Gap.Comma or Gap.Space or Gap.Slash or Gap.CloseParen or Gap.Semicolon) && words.TextBefore(k) is not [')', ..])
            {
                break;
            }
        }

        // One alone may be a body: "Akkoord OR".
        if (codes.Count < 2)
        {
            return;
        }

        foreach (var code in codes)
        {
            mentions.Add(new Mention(new NameSpan(code, code + 1, CodeMentions.Unknown), Strength.Guess, "name.reference", 0.75));
        }
    }

    private static bool IsCode(TokenText words, int k) => words[k].IsWord && words[k].IsCapital && words[k].Length is >= 2 and <= LongestCode && (words[k].IsAllCaps || (words[k].Shape & Shape.Mixed) != 0)
        && !words[k].Is(WordClass.Party) && words.GapAfter(k) is not (Gap.Hyphen or Gap.Ampersand or Gap.At or Gap.Apostrophe) && !words[k + 1].IsNumber;

    /// <summary>Past what stands in brackets behind initials: their department.</summary>
    private static int AfterBracket(TokenText words, int k)
    {
        if (words.GapBefore(k) != Gap.OpenParen)
        {
            return k;
        }

        for (var next = k; next < k + 5; next++)
        {
            if (words.TextBefore(next + 1).Contains(')'))
            {
                return next + 1;
            }
        }

        return k;
    }
}
