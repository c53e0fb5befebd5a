using WooPipeline.Documents;
using static WooPipeline.Privacy.CueValues;

namespace WooPipeline.Privacy;

/// <summary>Values that only the word before them or the label over them makes personal: passwords, pins, document numbers, user ids, badges.</summary>
internal static class CueRecogniser
{
    private const WordClass Cues = WordClass.AccessCue | WordClass.IdCue | WordClass.AccountCue;

    public static void Run(RecogniserContext context, IReadOnlyList<Field> fields)
    {
        foreach (var field in fields)
        {
            if (field.IsCell && field.Has(WordClass.PhoneCue) && field.End - field.Start is 3 or 4 or 5 && context.Text.AsSpan(field.Start, field.End - field.Start).IndexOfAnyExceptInRange('0', '9') < 0)
            {
                // An extension within a house: it rings at one person's desk.
                context.Add(field.Start, field.End, Label.Phone, "phone.extension", 0.85);
            }
            else if (field.IsCell && ((field.Has(Cues) && !field.Has(WordClass.ReferenceCue)) || HeadOf(field) != 0))
            {
                Cell(context, HeadOf(field) is var head && head != 0 ? field with { Label = head } : field);
            }
        }

        var words = context.Words;
        var isChat = context.Document.Kind == DocumentKind.Chat;
        for (var k = words.NextNear(0, Trigger.Cue | Trigger.Sign, 1); k < words.Count; k = words.NextNear(k + 1, Trigger.Cue | Trigger.Sign, 1))
        {
            ref readonly var token = ref words[k];
            if (!token.IsNumber && !token.Is(Cues) && !Marks.MayHave(token) && words.GapAfter(k) != Gap.Other)
            {
                continue;
            }

            if (words[k].IsNumber && words[k].Length is 4 or 5 && words.Folded(k - 1) is "toestel" or "tst" or "toestelnummer" && words.Folded(k + 1) is "of" or "en" && words[k + 2].IsNumber && words[k + 2].Length == words[k].Length && !context.IsTaken(words[k].Start, words[k + 2].End))
            {
                context.Add(words[k].Start, words[k].End, Label.Phone, "phone.extension", 0.8);
                context.Add(words[k + 2].Start, words[k + 2].End, Label.Phone, "phone.extension", 0.8);
                continue;
            }

            if (words[k].IsNumber && words[k].Length is 4 or 5 && k > 0 && words.Folded(k - 1) is "telefoon" or "tel" or "toestel" or "tst" or "doorkiesnummer" or "doorkiesnr" or "toestelnummer" or "toestelnr" or "ext" or "extension" or "intern" && words.GapBefore(k) is Gap.Space or Gap.Colon or Gap.Tab or Gap.DotSpace && words.GapAfter(k) is Gap.Other or Gap.Slash or Gap.Line or Gap.Paragraph or Gap.Comma or Gap.Tab or Gap.CloseParen
                && !(words[k + 1].IsNumber && words.GapAfter(k) is not (Gap.Other or Gap.Line or Gap.Paragraph or Gap.Slash or Gap.Comma)) && context.Text[words[k].Start] is not '0' && !context.IsTaken(words[k].Start, words[k].End))
            {
                context.Add(words[k].Start, words[k].End, Label.Phone, "phone.extension", 0.8);
                continue;
            }

            if (Logins.Contains(words[k].Hash) && words.TextBefore(k + 1) is ":" or "/" or " / " or ": ")
            {
                Login(context, k + 1);
            }

            if (words[k].End < context.Text.Length - 1 && words[k].Length > 2 && context.Text[words[k].End] is '#' or '!' or '$' or '%' && char.IsLetterOrDigit(context.Text[words[k].End + 1]))
            {
                Shaped(context, k);
            }

            var cues = CuesOf(words, k);
            if (cues != 0)
            {
                BeforeCue(context, k, cues);
                After(context, k, cues);
            }
            else if (words[k].IsNumber && words[k].Length is >= 4 and <= 6 && IsTyped(context, k))
            {
                context.Add(words[k].Start, words[k].End + 1, Label.Access, "cue.typed", 0.85);
            }
            else if (words[k].IsNumber && words[k].Length is >= 5 and <= 10 && words.GapBefore(k) == Gap.Space && CompoundCues.IsNumbered(words, k - 1) && !context.IsTaken(words[k].Start, words[k].End))
            {
                // "speler 88120431"
                context.Add(words[k].Start, words[k].End, Label.Account, "cue.holder", 0.8);
            }
            else if (words[k].IsNumber && words[k].Length is 2 or 3 or 4 && TypedGroups(context, k) is var groups && groups > k)
            {
                context.Add(words[k].Start, words[groups].End + 1, Label.Access, "cue.typed", 0.85);
            }
            else if (isChat && words[k].IsNumber && words[k].Length is >= 4 and <= 8 && words.GapBefore(k) is Gap.Tab or Gap.Colon && !(words[k + 1].IsNumber && words.GapAfter(k) is Gap.Space or Gap.Hyphen))
            {
                Answer(context, k);
            }
        }
    }

    /// <summary>Heads of columns that say too little elsewhere: <c>Pas</c>, <c>Med_id</c>, <c>ID gecontroleerd</c>.</summary>
    private static WordClass HeadOf(Field field) => field.LabelText switch
    {
        "pas" or "pasje" or "badge" or "med_id" or "med id" or "mdw_id" or "mdw id" or "pers_id" or "emp_id" or "medewerker_id" or "user_id" or "userid" or "id medewerker" or "medewerker id" or "med.nr" or "med nr" or "mednr" => WordClass.AccountCue,
        "id gecontroleerd" or "id-controle" or "id controle" or "id-bewijs" or "id bewijs" or "id nr" or "id-nr" or "id nummer" or "legitimatie" or "document" or "id-document" or "soort en nr id" => WordClass.IdCue,
        _ => WordClass.None,
    };

    /// <summary>A password by its signs, where the sentence speaks of one: <c>… niet dat gele briefje met Voertuig#1</c>.</summary>
    private static void Shaped(RecogniserContext context, int k)
    {
        var start = context.Words[k].Start;
        var end = ValueEnd(context.Text, ref start, Label.Access);
        var value = context.Text.AsSpan(start, end - start);
        if (value.Length is < 6 or > 30 || (start > 0 && !char.IsWhiteSpace(context.Text[start - 1]) && context.Text[start - 1] is not ('(' or '"')) || value.ContainsAny('/', '@') || !value.ContainsAnyInRange('0', '9') || !value.ContainsAnyInRange('a', 'z') || context.IsTaken(start, end))
        {
            return;
        }

        var words = context.Words;
        for (var i = k - 1; i >= 0 && k - i <= NearSecret && words.GapBefore(i + 1) is not Gap.Paragraph; i--)
        {
            if (((words[i].Class | CompoundCues.Of(words, i)) & WordClass.AccessCue) != 0)
            {
                context.Add(start, end, Label.Access, "cue.shape", 0.8);
                return;
            }
        }
    }

    private const int NearSecret = 16;

    public static readonly WordSet Logins = new("root", "admin", "administrator", "beheerder");
    public static readonly WordSet Announcing = new("als", "as", "pw", "pwd", "pass", "key", "sleutel");

    /// <summary>Words that may be a cue or end one, or take part in it.</summary>
    private static readonly WordMarks Marks = Lexicon.Default.Mark(w => CompoundCues.MayEnd(w) || Announcing.Contains(WordHash.Of(w)) || Logins.Contains(WordHash.Of(w)));

    /// <summary>The password behind a user name that every system has: <c>root / Xk39!pp02</c>.</summary>
    private static void Login(RecogniserContext context, int k)
    {
        var start = context.Words[k].Start;
        var end = ValueEnd(context.Text, ref start, Label.Access);
        if (end - start is >= 6 and <= 30 && IsPassword(context.Text.AsSpan(start, end - start)) && !context.IsTaken(start, end))
        {
            context.Add(start, end, Label.Access, "cue.access", 0.85);
        }
    }

    /// <summary>What a word announces. Codes and pins within another word (<c>SBI-code</c>, <c>pin-transactie</c>) announce nothing.</summary>
    private static WordClass CuesOf(TokenText words, int k)
    {
        var compound = CompoundCues.Of(words, k);
        var own = words[k].Class & Cues;
        if (own != 0 && words[k].Is(WordClass.AccessCue) && words[k].Length <= 4 && (compound == 0 && words.GapBefore(k) == Gap.Hyphen && words.Folded(k) == "code" || words.GapAfter(k) == Gap.Hyphen && words[k + 1].IsWord && words[k + 1].Length > 3 && !words[k + 1].Is(WordClass.AccessCue)))
        {
            return compound;
        }

        if (!Announcing.Contains(words[k].Hash))
        {
            return own | compound;
        }

        if (own == 0 && words.Folded(k) is "als" or "as" && (words.Folded(k - 1) is "ingelogd" or "aangemeld" or "inloggen" || words.Folded(k - 1) == "in" && words.Folded(k - 2) == "logged"))
        {
            return WordClass.AccountCue;
        }

        return own | compound | (words.Folded(k) is "pw" or "pwd" || (words.Folded(k) == "pass" && words.TextBefore(k + 1) is [':' or '=', ..]) || (words.Folded(k) is "key" or "sleutel" && words.TextBefore(k + 1) is [':', ..] && Enumerable.Range(k - 5, 5).Any(i => words.Folded(i) is "wifi" or "wi" or "ssid" or "wlan")) ? WordClass.AccessCue : 0);
    }

    /// <summary>Digits with the star or hash that ends them on a keypad: <c>de poort gaat van 1602* naar 7719*</c>.</summary>
    private static bool IsTyped(RecogniserContext context, int k)
    {
        var (text, end) = (context.Text, context.Words[k].End);
        return end < text.Length && text[end] is '*' or '#' && (end + 1 >= text.Length || text[end + 1] is ' ' or '.' or ',' or ';' or ')' or '\n' or '\r') && context.Words.GapBefore(k) is Gap.Space or Gap.Colon or Gap.OpenParen && !context.IsTaken(context.Words[k].Start, end);
    }

    /// <summary>The last of two to four groups that a hash ends on a keypad: <c>en dan 771 204 338#</c>; the first where there is none.</summary>
    private static int TypedGroups(RecogniserContext context, int k)
    {
        var (text, words) = (context.Text, context.Words);
        var last = k;
        while (last - k < 3 && words.GapAfter(last) == Gap.Space && words[last + 1].IsNumber && words[last + 1].Length is 2 or 3 or 4)
        {
            last++;
        }

        var end = words[last].End;
        return last > k && end < text.Length && text[end] == '#' && (end + 1 >= text.Length || !char.IsLetterOrDigit(text[end + 1])) && !context.IsTaken(words[k].Start, end) ? last : k;
    }

    /// <summary>In a chat the code comes as the answer: the message before asked for it.</summary>
    private static void Answer(RecogniserContext context, int k)
    {
        var words = context.Words;
        var lines = 0;
        for (var i = k - 1; i >= 0 && k - i < 40 && lines < 2; i--)
        {
            lines += words.TextBefore(i + 1).Contains('\n') ? 1 : 0;
            if (lines == 1 && words[i].Is(WordClass.AccessCue) && !context.IsTaken(words[k].Start, words[k].End))
            {
                context.Add(words[k].Start, words[k].End, Label.Access, "cue.answer", 0.7);
                for (var next = k + 1; next < k + 8 && words.GapBefore(next) is not (Gap.Line or Gap.Paragraph); next++)
                {
                    if (words.Folded(next - 1) == "is" && words[next].IsNumber && words[next].Length is >= 4 and <= 8)
                    {
                        context.Add(words[next].Start, words[next].End, Label.Access, "cue.answer", 0.7);
                    }
                }

                return;
            }
        }
    }

    /// <summary>The secret before its word, or behind the user name: <c>inloggen met Zomer23 als wachtwoord</c>, <c>inloggen: kbakker / Zomer2023!</c>.</summary>
    private static void BeforeCue(RecogniserContext context, int cue, WordClass cues)
    {
        var words = context.Words;
        var text = context.Text;
        if ((cues & WordClass.AccessCue) != 0 && words.Folded(cue - 1) is "als" or "as" && words[cue - 2].HasDigit && words[cue - 2].Start is var at && at > 0)
        {
            while (at > 0 && !char.IsWhiteSpace(text[at - 1]))
            {
                at--;
            }

            var end = ValueEnd(text, ref at, Label.Access);
            if (IsValue(text.AsSpan(at, end - at), Label.Access, false) && !context.IsTaken(at, end))
            {
                context.Add(at, end, Label.Access, "cue.before", 0.85);
            }
        }
    }

    private static Label LabelOf(WordClass cue) => (cue & WordClass.AccessCue) != 0 ? Label.Access : (cue & WordClass.IdCue) != 0 ? Label.Id : Label.Account;

    private static void Cell(RecogniserContext context, Field field)
    {
        var value = context.Text.AsSpan(field.Start, field.End - field.Start);
        if (value.Length is < 2 or > 64 || (value.Length >= 15 && IsIbanStart(value)) || !LooksLikeCode(value, field.Has(WordClass.AccountCue) && !field.LabelText.Contains("kenteken", StringComparison.Ordinal)) || context.IsTaken(field.Start, field.End))
        {
            return;
        }

        var start = BehindKind(context.Words, field);
        if (start < 0 || (field.LabelText == "code" && value.Count('-') > 1))
        {
            // "loods 7", "poortgebouw k. 1.04", a document's code "BP-24-Z-0617".
            return;
        }

        context.Add(start, field.End, LabelOf(field.Label), "cue.cell", 0.93);
    }

    /// <summary>Start of the number where a cell says of what it is: <c>rijbewijs 5108827361</c>, <c>pas KAD-7719</c>; -1 where a word and a short number name a place.</summary>
    private static int BehindKind(TokenText words, Field field)
    {
        var k = words.IndexAt(field.Start);
        if (!words[k].IsWord || words[k].IsCapital || words[k].End >= field.End || words.GapAfter(k) is not Gap.Space)
        {
            return field.Start;
        }

        var next = k + 1;
        var digits = 0;
        for (var i = next; i < words.Count && words[i].Start < field.End; i++)
        {
            digits += words[i].HasDigit ? words[i].Length : 0;
        }

        var isKind = words[k].Is(Cues) || CompoundCues.Of(words, k) != 0 || words.Folded(k) is "pp" or "id" or "pas";
        return isKind && words[next].HasDigit | words[next].IsCapital && digits > 2 ? words[next].Start : digits <= 3 && words[k].Length > 3 && !isKind ? -1 : field.Start;
    }

    private static bool LooksLikeCode(ReadOnlySpan<char> value, bool isAccount)
    {
        var digits = 0;
        var letters = 0;
        var spaces = 0;
        foreach (var c in value)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
            spaces += c is ' ' or '\u00A0' ? 1 : 0;
        }

        if (digits == 0)
        {
            return isAccount && spaces == 0 && letters >= 4 && char.IsLower(value[0]) && !value.Contains("n.v.t", StringComparison.OrdinalIgnoreCase)
                && (Lexicon.Default.Find(value.ToString()) & (WordClass.Common | WordClass.Function)) == 0;
        }

        return letters == 0 ? digits >= 3 : spaces <= 2;
    }

    private static void After(RecogniserContext context, int cue, WordClass cues)
    {
        var words = context.Words;
        var text = context.Text;
        var label = LabelOf(cues);
        var k = cue + 1;
        var steps = 0;
        var separated = false;
        while (k < words.Count && steps < (label == Label.Access ? MostSteps : 6))
        {
            var gap = words.TextBefore(k);
            if (Parts(words, k, cue, label == Label.Access, separated))
            {
                return;
            }

            separated |= gap.Contains(':') || gap.Contains('=');
            var token = words[k];
            var start = token.Start;
            var end = ValueEnd(text, ref start, label);
            end = label == Label.Access ? end : WithDigits(text, start, end, words.Folded(cue) is "kenteken" or "kentekens" or "plate" or "nummerplaat" or "registration");
            if (IsDateOrTime(text.AsSpan(start, end - start)))
            {
                return;
            }

            var plain = end <= token.End;
            if (steps >= 6 && !(separated && token.HasDigit) && !IsPassword(text.AsSpan(start, end - start)))
            {
                // Far on only a password by its looks counts.
                if (!token.IsWord || token.Length > 12)
                {
                    return;
                }

                (k, steps) = (k + 1, steps + 1);
                continue;
            }

            var filler = plain && IsFiller(token, separated);
            end = MoreGroups(text, start, end, label);
            end = label == Label.Id ? MoreCapitals(words, k, end) : end;
            if (!filler && Value(context, cue, k, new TextSpan(start, end), label, separated, steps))
            {
                return;
            }

            if (!filler && !Passes(token, label, steps, separated) || context.IsTaken(token.Start, token.End))
            {
                return;
            }

            (k, steps) = (k + 1, steps + 1);
        }

        if (label == Label.Access && cue + 1 < words.Count)
        {
            OldOrNew(context, text.AsSpan(words[cue].End, Math.Min(120, text.Length - words[cue].End)), words[cue].End, label);
        }
    }

    private static bool IsFiller(Token token, bool separated) => !token.HasDigit && (token.Is(WordClass.Filler) || (!separated && token.Is(WordClass.Common | Cues | WordClass.Relative | WordClass.Given | WordClass.Month)));

    /// <summary>A word that may stand between a cue and its value though nothing is known of it.</summary>
    private static bool Passes(Token token, Label label, int steps, bool separated) => token.IsWord && !separated && (steps < 2 || label == Label.Id || (label == Label.Account && !token.IsCapital && steps < 4) || (label == Label.Access && token.Length < 12));

    /// <summary>True where the way from a cue to its value ends: at a cell, a new line that no colon announced, a new sentence, a firm's ampersand.</summary>
    private static bool Parts(TokenText words, int k, int cue, bool secret, bool separated)
    {
        var gap = words.TextBefore(k);
        if (words.GapBefore(k) is Gap.Tab || gap.ContainsAny(';', '&'))
        {
            return true;
        }

        if (words.GapBefore(k) is Gap.Paragraph or Gap.Line && !gap.Contains(':'))
        {
            // A password may stand on the next line of a narrow column.
            return k > cue + 1 || !(separated || (secret && gap.Count('\n') == 1 && words[k].HasDigit && IsPassword(words.Of(k))));
        }

        return gap.Contains('.') && gap.Contains(' ') && k > cue + 1 && words[k - 1].Length > 1 && !words[k - 1].Is(WordClass.Filler | Cues);
    }

    private static bool Value(RecogniserContext context, int cue, int k, TextSpan span, Label label, bool separated, int steps)
    {
        var value = context.Text.AsSpan(span.Start, span.Length);
        if (label == Label.Access && steps == 0 && IsPassPhrase(value, context.Words[cue].Length == 2) && !context.IsTaken(span.Start, span.End))
        {
            context.Add(span.Start, span.End, label, "cue.access", 0.8);
            return true;
        }

        if (!IsValue(value, label, separated) || (label == Label.Access && steps > 1 && !separated && IsTicket(value)) || context.IsTaken(span.Start, span.End) || (label == Label.Account && !value.ContainsAnyInRange('0', '9') && !IsLogin(context.Words.Folded(cue))))
        {
            return false;
        }

        context.Add(label == Label.Id ? WithPrefix(context.Words, k, span.Start) : span.Start, span.End, label, "cue." + label.ToString().ToLowerInvariant(), separated ? 0.96 : 0.9);
        Alternative(context, span.End, label);
        return true;
    }

    /// <summary>Only names of users can be of letters alone; numbers of passes and staff cannot.</summary>
    private static bool IsLogin(string cue) => cue is "gebruiker" or "gebruikersnaam" or "gebruikersnamen" or "username" or "userid" or "user" or "inlognaam" or "login" or "loginnaam" or "inlog" or "account" or "ledenaccount" or "id" or "als" or "as";

    private const int MostSteps = 9;

    /// <summary>Further on in the line: <c>het oude was …</c>, <c>the new one is …</c>.</summary>
    private static void OldOrNew(RecogniserContext context, ReadOnlySpan<char> near, int from, Label label)
    {
        if (label != Label.Access)
        {
            return;
        }

        var line = near.IndexOfAny('\n', '\t');
        near = line < 0 ? near : near[..line];
        foreach (var phrase in (ReadOnlySpan<string>)["oude was ", "oude is ", "nieuwe is ", "nieuwe wordt ", "old one was ", "new one is ", "nieuwe code ", "oude code ", "nieuw: ", "nieuwe: ", "new: "])
        {
            var at = near.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                continue;
            }

            var start = from + at + phrase.Length;
            var end = ValueEnd(context.Text, ref start, label);
            if (end - start >= 4 && context.Text.AsSpan(start, end - start).IndexOfAnyInRange('0', '9') >= 0 && !IsDateOrTime(context.Text.AsSpan(start, end - start)) && !context.IsTaken(start, end))
            {
                context.Add(start, end, label, "cue.second", 0.8);
            }
        }
    }

    /// <summary>A second value: <c>is nu 7241 ipv 0573</c>, <c>10448; het mijne is 10931</c>.</summary>
    private static void Alternative(RecogniserContext context, int end, Label label)
    {
        var near = context.Text.AsSpan(end, Math.Min(120, context.Text.Length - end));
        var mine = near.IndexOf("mijne is ", StringComparison.OrdinalIgnoreCase);
        if (mine >= 0)
        {
            var from = end + mine + 9;
            var to = ValueEnd(context.Text, ref from, label);
            if (IsValue(context.Text.AsSpan(from, to - from), label, true) && !context.IsTaken(from, to))
            {
                context.Add(from, to, label, "cue.second", 0.85);
            }
        }

        OldOrNew(context, near, end, label);
        if (label == Label.Account && (near.StartsWith(" met ", StringComparison.Ordinal) || near.StartsWith(" / ", StringComparison.Ordinal)))
        {
            // A login with its password: "gast met Welkom24!", "kbakker / Zomer2023!".
            var from = end + (near[1] == '/' ? 3 : 5);
            var to = ValueEnd(context.Text, ref from, Label.Access);
            if (to - from >= 6 && context.Text.AsSpan(from, to - from).IndexOfAnyInRange('0', '9') > 0 && context.Text.AsSpan(from, to - from).IndexOfAnyInRange('A', 'z') >= 0 && !context.IsTaken(from, to))
            {
                context.Add(from, to, Label.Access, "cue.second", 0.8);
            }
        }

        var rest = context.Text.AsSpan(end, Math.Min(24, context.Text.Length - end));
        foreach (var join in (ReadOnlySpan<string>)[" ipv ", " i.p.v. ", " in plaats van ", " of ", " en ", " or ", " and ", " naar ", " to ", " en daarna ", " and then ", ", "])
        {
            if (rest.StartsWith(join, StringComparison.OrdinalIgnoreCase))
            {
                var start = end + join.Length;
                var stop = ValueEnd(context.Text, ref start, label);
                if (stop - start >= 4 && context.Text.AsSpan(start, stop - start).IndexOfAnyInRange('0', '9') >= 0 && !context.IsTaken(start, stop))
                {
                    context.Add(start, stop, label, "cue.second", 0.85);
                }

                return;
            }
        }
    }
}
