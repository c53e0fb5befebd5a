using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Numbers that stand in brackets behind a person or a rank (<c>Kees-Jan Bakker (BOA-1183)</c>, <c>brigadier (MR041188)</c>), behind what somebody
/// is (<c>student s1234567</c>), the machine-readable lines of a passport (ICAO Doc 9303), and the number of a passport by its shape near a word for it.
/// </summary>
internal static class PersonalCodes
{
    private const int Near = 8;
    private const int NearShape = 16;
    private const int PassportLength = 9;
    private const int FewestMachineSigns = 20;

    public static void Run(RecogniserContext context)
    {
        MachineLines(context);
        var words = context.Words;
        for (var k = words.Next(1, Trigger.Digit); k < words.Count; k = words.Next(k + 1, Trigger.Digit))
        {
            ref readonly var token = ref words[k];
            if (!token.HasDigit || token.Length < 4)
            {
                continue;
            }

            if (CodeStart(words, k) is var first && first >= 0 && words.GapBefore(first) == Gap.OpenParen && Closes(context, k) && !context.IsTaken(words[first].Start, words[k].End) && Behind(words, first) is { } label)
            {
                context.Add(words[first].Start, words[k].End, label, "cue.behind", 0.8);
            }
            else if (CodeStart(words, k) is var code && code >= 0 && words.GapAfter(k) == Gap.OpenParen && words[k + 1].IsCapital && words[k + 1].Is(WordClass.Given) && !words[k + 1].Is(WordClass.Common) && words[k + 1].End < context.Text.Length && context.Text[words[k + 1].End] == ')' && !context.IsTaken(words[code].Start, token.End) && !words[code - 1].Is(WordClass.ReferenceCue))
            {
                // "MKL-4471 (Demi)": who has the number.
                context.Add(words[code].Start, token.End, Label.Account, "cue.behind", 0.8);
            }
            else if (token.IsNumber && token.Length is 9 or 10 && context.Text[token.Start] != '0' && IsListed(words, k) && !context.IsTaken(token.Start, token.End))
            {
                context.Add(token.Start, token.End, Label.Id, "cue.behind", 0.75);
            }
            else if (token.Length is 8 or 9 && token.Length - 1 >= 7 && IsStudent(words, k) && !context.IsTaken(token.Start, token.End))
            {
                context.Add(token.Start, token.End, Label.Account, "cue.behind", 0.85);
            }
            else if ((IsResearcher(words, k) || IsGovernmentStaff(words, k)) && !context.IsTaken(token.Start, token.End))
            {
                var start = words.Folded(k - 1) == "p" && token.IsNumber ? words[k - 1].Start : token.Start;
                context.Add(start, IsResearcher(words, k) ? words[k + 3].End : token.End, Label.Account, "cue.shape", 0.85);
            }
            else if (CodeStart(words, k) is var staff && staff > 0 && words.Folded(staff - 1) is "staff" or "employee" or "medewerker" or "agent" && !context.IsTaken(words[staff].Start, token.End))
            {
                context.Add(words[staff].Start, token.End, Label.Account, "cue.behind", 0.8);
            }
            else if (words.GapBefore(k) == Gap.OpenParen && !token.IsCapital && token.Length is >= 6 and <= 12 && words.Of(k).IndexOfAnyInRange('0', '9') is >= 4 and var head && !words.Of(k)[head..].ContainsAnyExceptInRange('0', '9') && !words.Of(k)[..head].ContainsAnyExceptInRange('a', 'z') && Closes(context, k)
                && Enumerable.Range(k - 6, 6).Any(i => words[i].Is(WordClass.HandleCue | WordClass.AccountCue)) && !context.IsTaken(token.Start, token.End))
            {
                context.Add(token.Start, token.End, Label.Account, "cue.behind", 0.8);
            }
            else if (token.Length == PassportLength && IsPassport(words.Of(k)) && NamesDocument(words, k) && !context.IsTaken(token.Start, token.End))
            {
                context.Add(token.Start, token.End, Label.Id, "cue.shape", 0.85);
            }
        }
    }

    /// <summary>First word of a code of letters and four digits or more that ends at a word; -1 where there is none. <c>MR041188</c>, <c>BOA-1183</c>.</summary>
    private static int CodeStart(TokenText words, int k)
    {
        ref readonly var token = ref words[k];
        if (!token.IsNumber)
        {
            var word = words.Of(k);
            var letters = word.IndexOfAnyInRange('0', '9');
            return letters is 1 or 2 or 3 && token.IsCapital && word.Length - letters is >= 4 and <= 8 && !word[letters..].ContainsAnyExceptInRange('0', '9') && words.GapAfter(k) is not (Gap.Hyphen or Gap.Slash) ? k : -1;
        }

        var year = token.Length == 4 && words.Of(k) is ['1', '9', ..] or ['2', '0', ..];
        if (year || token.Length > 8 || words.GapBefore(k) != Gap.Hyphen || !words[k - 1].IsAllCaps || !words[k - 1].IsWord || words[k - 1].Length > 4)
        {
            return -1;
        }

        return words.GapBefore(k - 1) == Gap.Hyphen && words[k - 2].IsAllCaps && words[k - 2].IsWord && words[k - 2].Length <= 4 ? k - 2 : k - 1;
    }

    private static bool Closes(RecogniserContext context, int k) => context.Words[k].End < context.Text.Length && context.Text[context.Words[k].End] is ')' or ',';

    /// <summary>What a code in brackets is by what stands before: a person's number behind a name or rank, a document's where the line speaks of one.</summary>
    private static Label? Behind(TokenText words, int first)
    {
        ref readonly var before = ref words[first - 1];
        if (!before.IsWord || before.Is(WordClass.ReferenceCue | WordClass.NamedThing | WordClass.Organisation | WordClass.Brand | WordClass.Party))
        {
            return null;
        }

        for (var i = first - 1; i >= 0 && first - i <= Near && words.GapBefore(i + 1) is not (Gap.Paragraph or Gap.Line); i--)
        {
            if (((words[i].Class | CompoundCues.Of(words, i)) & WordClass.IdCue) != 0)
            {
                return Label.Id;
            }
        }

        var named = before.IsCapital && before.Length > 1 && (before.Is(WordClass.Given | WordClass.Surname) && !before.Is(WordClass.Common | WordClass.Place) || words[first - 2].Is(WordClass.Given | WordClass.Particle) || NameReader.IsInitial(words, first - 2));
        return named || before.Is(WordClass.Function | WordClass.Relative) || IsRank(words, first - 1) ? Label.Account : null;
    }

    /// <summary>
    /// A long number alone between hyphens behind a name in a list (<c>Dudek, M. - 4411902736 - geb …</c>), or in brackets where the line speaks of
    /// a document (<c>een rijbewijs dat geldig is; dit (4738211906)</c>).
    /// </summary>
    private static bool IsListed(TokenText words, int k)
    {
        if (words.GapBefore(k) == Gap.OpenParen)
        {
            return Behind(words, k) == Label.Id;
        }

        var before = words[k - 1];
        var hyphen = words.GapBefore(k) == Gap.SpacedHyphen || words.TextBefore(k) is ". - " or ". \u2013 ";
        return hyphen && words.GapAfter(k) is Gap.SpacedHyphen or Gap.Line or Gap.Paragraph && (before.Length == 1 && before.IsCapital || NameReader.IsInitial(words, k - 1) || before.Is(WordClass.Particle) && NameReader.IsInitial(words, k - 2) || before.IsCapital && before.Is(WordClass.Given | WordClass.Surname) && !before.Is(WordClass.Common | WordClass.ReferenceCue));
    }

    private static bool IsRank(TokenText words, int k) => words.Folded(k) is "brigadier" or "hoofdagent" or "agent" or "agente" or "aspirant" or "surveillant" or "inspecteur" or "hoofdinspecteur" or "commissaris" or "wachtmeester" or "opperwachtmeester"
        or "adjudant" or "sergeant" or "korporaal" or "kapitein" or "majoor" or "luitenant" or "boa" or "rechercheur" or "verbalisant" or "toezichthouder" or "handhaver" or "officer" or "constable" or "tolk" or "interpreter";

    /// <summary>The letter of a university and seven digits behind a word for a student or pupil.</summary>
    private static bool IsStudent(TokenText words, int k) => words.Folded(k - 1) is "student" or "studente" or "studentassistent" or "studentnr" or "studentnummer" or "leerling" or "cursist" or "medewerker" or "employee" or "user" or "account"
        && words.Of(k) is [>= 'A' and <= 'z', .. var digits] && !digits.ContainsAnyExceptInRange('0', '9');

    /// <summary>The number of a researcher (ORCID, ISO 27729): four groups of four that open with zeros.</summary>
    private static bool IsResearcher(TokenText words, int k)
    {
        if (words[k].Length != 4 || words.Of(k) is not "0000" || words.GapBefore(k) == Gap.Hyphen)
        {
            return false;
        }

        for (var i = k + 1; i <= k + 3; i++)
        {
            if (words.GapBefore(i) != Gap.Hyphen || words[i].Length != 4 || !words[i].HasDigit)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The number of staff of the state: a P, two zeros and five digits (<c>P0084417</c>, <c>P-0061277</c>).</summary>
    private static bool IsGovernmentStaff(TokenText words, int k) => words.Of(k) is ['P', '0', '0', .. var rest] ? rest.Length == 5 && !rest.ContainsAnyExceptInRange('0', '9')
        : words[k].IsNumber && words[k].Length == 7 && words.Of(k) is ['0', '0', ..] && words.GapBefore(k) == Gap.Hyphen && words.Of(k - 1) is "P" && words.GapBefore(k - 1) is not (Gap.Hyphen or Gap.Slash);

    /// <summary>Nine signs: two capitals, capitals and digits mixed, a digit.</summary>
    private static bool IsPassport(ReadOnlySpan<char> word)
    {
        var changes = 0;
        for (var i = 0; i < word.Length; i++)
        {
            if (!char.IsAsciiLetterUpper(word[i]) && !char.IsAsciiDigit(word[i]))
            {
                return false;
            }

            changes += i > 0 && char.IsAsciiDigit(word[i]) != char.IsAsciiDigit(word[i - 1]) ? 1 : 0;
        }

        return changes >= 3 && char.IsAsciiLetterUpper(word[0]) && char.IsAsciiLetterUpper(word[1]) && char.IsAsciiDigit(word[^1]);
    }

    private static bool NamesDocument(TokenText words, int k)
    {
        for (var i = Math.Max(0, k - NearShape); i <= k + Near && i < words.Count; i++)
        {
            if (i != k && (words.Folded(i) is "permit" or "residence" or "passports" || ((words[i].Class | CompoundCues.Of(words, i)) & WordClass.IdCue) != 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Capitals, digits and fillers (<c>&lt;</c>) without a space: everything in them is somebody's.</summary>
    private static void MachineLines(RecogniserContext context)
    {
        var text = context.Text;
        for (var at = text.IndexOf("<<", StringComparison.Ordinal); at >= 0; at = at < text.Length ? text.IndexOf("<<", at, StringComparison.Ordinal) : -1)
        {
            var start = at;
            while (start > 0 && at - start < 60 && IsMachineSign(text[start - 1]))
            {
                start--;
            }

            var end = at;
            while (end < text.Length && end - start < 120 && IsMachineSign(text[end]))
            {
                end++;
            }

            if (end - start >= FewestMachineSigns && text.AsSpan(start, end - start).ContainsAnyExcept('<', '\n') && !context.IsTaken(start, end))
            {
                context.Add(start, end, Label.Id, "cue.mrz", 0.97);
            }

            at = Math.Max(end, at + 2);
        }
    }

    private static bool IsMachineSign(char c) => c == '<' || char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c);
}
