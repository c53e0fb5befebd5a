using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Names of accounts that nothing announces, by how they are made: the head of a surname, a letter of the given name and a number
/// (<c>blauj03</c> of Jolijn Blau), an outside worker's (<c>ext-dsorensen</c>), or a user behind a domain (<c>odm\jwouda</c>).
/// </summary>
internal static class UserIdRecogniser
{
    private const int FewestLetters = 4;
    private const int MostLetters = 9;
    private const int HeadLength = 3;

    /// <summary>Names of encodings and hashes, which headers of mails hold and which may begin as somebody's name does.</summary>
    private static readonly WordSet Encodings = new("base64", "base32", "utf8", "utf16", "utf32", "latin1", "sha1", "sha256", "sha384", "sha512", "md5", "iso8859", "windows1252");

    public static void Run(RecogniserContext context)
    {
        var words = context.Words;
        for (var k = words.Next(0, Trigger.UserId); k < words.Count; k = words.Next(k + 1, Trigger.UserId))
        {
            ref readonly var token = ref words[k];
            if (token.IsCapital || !(token.Before is Gap.Other or Gap.Hyphen or Gap.Underscore || token.HasDigit) || context.IsTaken(token.Start, token.End))
            {
                continue;
            }

            if (k > 0 && !token.IsNumber && char.IsAsciiLetter(context.Text[token.Start]) && token.Length >= FewestLetters && words.TextBefore(k) is ['\\'] && words[k - 1].IsWord && words.GapBefore(k - 1) is not Gap.Other && (words[k - 1].Start < 2 || context.Text[words[k - 1].Start - 1] is not ('\\' or ':')))
            {
                context.Add(words[k - 1].Start, token.End, Label.Account, "account.domain", 0.85);
                Password(context, token.End);
            }
            else if (token.Length >= FewestLetters && token.IsWord && words.GapBefore(k) == Gap.Hyphen && words.Folded(k - 1) is "ext" or "adm" or "svc" && words[k - 1].Length == 3 && token.Class == WordClass.None)
            {
                context.Add(words[k - 1].Start, token.End, Label.Account, "account.user", 0.8);
            }
            else if (words.GapBefore(k) == Gap.Hyphen && words.Folded(k) is "adm" or "admin" && words[k - 1].IsWord && !words[k - 1].IsCapital && words[k - 1].Length > FewestLetters && words[k - 1].Class == WordClass.None && !context.IsTaken(words[k - 1].Start, token.End))
            {
                // "skazla-adm"
                context.Add(words[k - 1].Start, token.End, Label.Account, "account.user", 0.8);
            }
            else if (token.HasDigit && !token.IsNumber && LoggedChain(words, k) is var chain && chain >= 0 && !context.IsTaken(words[chain].Start, token.End))
            {
                context.Add(words[chain].Start, token.End, Label.Account, "account.user", 0.8);
            }
            else if (words.GapBefore(k) == Gap.Underscore && words.Folded(k) is "adm" or "admin" or "stud" or "ext" or "stg" && words[k - 1].IsWord && words[k - 1].Length >= FewestLetters && words[k - 1].Class == WordClass.None && words.GapAfter(k) is not (Gap.Underscore or Gap.Dot) && !context.IsTaken(words[k - 1].Start, token.End))
            {
                context.Add(words[k - 1].Start, token.End, Label.Account, "account.user", 0.8);
            }
            else if (token.IsWord && token.Length > FewestLetters && words.GapBefore(k) is Gap.Hyphen or Gap.Underscore && words[k - 1].Length is >= 2 and <= 4 && !words[k - 1].IsCapital && words[k - 1].IsWord && !words[k - 1].Is(WordClass.Common | WordClass.Particle | WordClass.Given) && token.Class == WordClass.None | words.GapBefore(k) == Gap.Underscore && words.GapBefore(k - 1) is not (Gap.Hyphen or Gap.Underscore or Gap.Dot or Gap.At or Gap.Slash)
                && words.GapAfter(k) is not (Gap.Hyphen or Gap.Dot or Gap.At or Gap.Underscore) && context.Persons is { } known && MailboxJudge.IsUserOf(words.Folded(k), known) && !context.IsTaken(words[k - 1].Start, token.End))
            {
                // "vrh-gjenkins", "dba_verhulst": for whom, and who.
                context.Add(words[k - 1].Start, token.End, Label.Account, "account.user", 0.75);
            }
            else if (token.HasDigit && !token.IsNumber && context.Persons is { } persons && !Encodings.Contains(token.Hash) && IsMadeOfName(words.Of(k), persons))
            {
                context.Add(token.Start, token.End, Label.Account, "account.user", 0.8);
            }
        }
    }

    private static readonly WordSet Logged = new("opgeslagen", "ingeboekt", "gewijzigd", "aangemaakt", "geupload", "geprint", "bewerkt", "afgemeld", "ingelogd", "gesloten", "verwerkt", "geregistreerd");

    /// <summary>First word of a user name with a digit behind what systems note of users: <c>laatst opgeslagen door jv-wvdploeg3</c>; -1 where there is none.</summary>
    private static int LoggedChain(TokenText words, int k)
    {
        var first = k;
        while (k - first < 3 && words.GapBefore(first) is Gap.Hyphen or Gap.Underscore or Gap.Dot)
        {
            first--;
        }

        return words.GapBefore(first) == Gap.Space && !words[first].IsNumber && !words[first].IsCapital && words.Folded(first - 1) is "door" or "by" && Logged.Contains(words[first - 2].Hash) ? first : -1;
    }

    /// <summary>Behind a user and a slash: <c>SSO\wiers004 / Hynste7!</c>.</summary>
    private static void Password(RecogniserContext context, int end)
    {
        if (!context.Text.AsSpan(end).StartsWith(" / ", StringComparison.Ordinal))
        {
            return;
        }

        var start = end + 3;
        var stop = CueValues.ValueEnd(context.Text, ref start, Label.Access);
        if (stop - start >= 6 && context.Text.AsSpan(start, stop - start).ContainsAnyInRange('0', '9') && !context.IsTaken(start, stop))
        {
            context.Add(start, stop, Label.Access, "cue.access", 0.85);
        }
    }

    private static bool IsMadeOfName(ReadOnlySpan<char> word, PersonRegister persons)
    {
        var letters = word.IndexOfAnyInRange('0', '9');
        if (letters is < FewestLetters or > MostLetters || word.Length - letters is < 2 or > 4 || word[letters..].ContainsAnyExceptInRange('0', '9') || word[..letters].ContainsAnyExceptInRange('a', 'z'))
        {
            return false;
        }

        return persons.MakesUserName(word[..letters].ToString(), HeadLength);
    }
}
