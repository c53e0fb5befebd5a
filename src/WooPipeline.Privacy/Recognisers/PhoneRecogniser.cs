using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Telephone numbers in every Dutch and international notation; general numbers and look-alikes stay.</summary>
internal static class PhoneRecogniser
{
    private const WordClass Cues = WordClass.PhoneCue | WordClass.ReferenceCue | WordClass.AccessCue | WordClass.IdCue | WordClass.AccountCue;

    /// <summary>Takes the number at a position; gives the end of what was taken, or the position.</summary>
    public static int Take(RecogniserContext context, int start)
    {
        var text = context.Text;
        if (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || (text[start - 1] is '-' or '_' or '.' or '/' or '=' or '%' or '#' && start > 1 && char.IsLetterOrDigit(text[start - 2]))))
        {
            return start;
        }

        if (NumberRun.Read(text, start) is not { } run || IsTail(context, start))
        {
            return start;
        }

        var end = run.End;
        if (end < text.Length && (char.IsLetter(text[end]) || (text[end] == '_' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1])) || (end - start > 4 && text[end - 2] is '-' or '.' or '/') || (text[end] is '-' or '/' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
        {
            return start;
        }

        if (IsDate(text.AsSpan(start, end - start)) || StartsWithDate(text.AsSpan(start, end - start)))
        {
            return start;
        }

        var length = Fit(text, ref run);
        if (length == PhoneShape.None)
        {
            return start;
        }

        end = run.End;
        if (length == PhoneShape.General && run.Digits.Length <= 6 && text.AsSpan(start, end - start).Contains('.'))
        {
            // "kamer 14.083".
            return start;
        }

        var key = PrivacyRegisters.Digits(run.Digits);
        var said = length != PhoneShape.Mobile && !IsDirect(text, start, end) && !IsSaidOwn(context, end) && (IsGeneral(context, start, end) || IsLetterhead(context, start) || (AddressOwner.IsOfficeLine(context, context.Words.IndexAt(start)) && !SaysGeneralElsewhere(context, end)) || (length == PhoneShape.Fixed && IsSwitchboard(context, run)));
        if (said)
        {
            context.PublicNumbers.Add(key);
        }

        if (length == PhoneShape.General && !IsSaidOwn(context, end) || said || context.Registers.IsContactPoint(run.Digits) || (length != PhoneShape.Mobile && context.Persons?.PublicNumbers.Contains(key) == true))
        {
            context.Add(start, end, null, "phone.general", 0.95);
            return end;
        }

        return Decide(context, run, length) ? end : start;
    }

    /// <summary>
    /// A number on an area code that ends in two noughts, as those of switchboards do and those of desks and homes hardly ever, and no person
    /// right before it.
    /// </summary>
    private static bool IsSwitchboard(RecogniserContext context, NumberRun run)
    {
        const WordClass Person = WordClass.Given | WordClass.Surname | WordClass.Title | WordClass.Relative | WordClass.PrivateCue | WordClass.AddressCue;
        if (!run.Digits.EndsWith("00", StringComparison.Ordinal))
        {
            return false;
        }

        var words = context.Words;
        var k = words.IndexAt(run.Start);
        for (var i = k - 1; i >= 0 && k - i <= 4 && words.GapBefore(i + 1) is not Gap.Paragraph; i--)
        {
            if (words[i].Is(Person) && !words[i].Is(WordClass.Organisation | WordClass.Place) && (words[i].IsCapital || !words[i].Is(WordClass.Given | WordClass.Surname)))
            {
                return false;
            }
        }

        return !context.RowAt(run.Start).Any(f => f.Has(WordClass.PersonLabel) && !f.Has(WordClass.Organisation) && f.Start < f.End && words[words.IndexAt(f.Start)] is { IsCapital: true, IsAllCaps: false } first && !first.Is(WordClass.Organisation | WordClass.Brand));
    }

    /// <summary>Another number further on the line is called the general one, so this one is somebody's.</summary>
    private static bool SaysGeneralElsewhere(RecogniserContext context, int end) => context.Text.AsSpan(end, Math.Max(0, context.LineEnd(end) - end)).IndexOf("algemeen", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The sentence calls it somebody's own: <c>rechtstreeks op 088-…</c>, <c>Direct nummer: …</c>, <c>… (ik)</c>.</summary>
    private static bool IsDirect(string text, int start, int end)
    {
        var before = text.AsSpan(Math.Max(0, start - 28), Math.Min(28, start));
        var after = text.AsSpan(end, Math.Min(8, text.Length - end));
        return before[(before.LastIndexOfAny('|', ';', '\n') + 1)..].ContainsAny(DirectWords) || after.StartsWith(" (ik)", StringComparison.OrdinalIgnoreCase) || after.StartsWith(" (direct", StringComparison.OrdinalIgnoreCase);
    }

    private static readonly System.Buffers.SearchValues<string> DirectWords = System.Buffers.SearchValues.Create(["rechtstreeks", "direct", "doorkies", "toestel", "durchwahl", "privé", "thuis"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Brackets behind it make it one person's: <c>088-120 53 41 (ik)</c>, <c>(thuis)</c>.</summary>
    private static bool IsSaidOwn(RecogniserContext context, int end)
    {
        var words = context.Words;
        var next = words.IndexAt(end);
        if (words.Folded(next) == "is" && words.Folded(next + 1) is "my" or "mijn" or "his" or "her" or "haar" or "zijn")
        {
            return true;
        }

        return words.GapBefore(next) == Gap.OpenParen && words.Folded(next) is "ik" or "mij" or "direct" or "prive" or "doorkies" or "rechtstreeks" or "thuis" or "mobiel" or "me";
    }

    /// <summary>Groups of digits right before it that no recogniser took: the tail of a longer number, as of a meter.</summary>
    private static bool IsTail(RecogniserContext context, int start)
    {
        var text = context.Text;
        if (start < 7 || text[start] == '+' || text[start - 1] is not (' ' or '\u00A0') || !char.IsAsciiDigit(text[start - 2]))
        {
            return false;
        }

        var from = start - 2;
        while (from > 0 && char.IsAsciiDigit(text[from - 1]))
        {
            from--;
        }

        return start - 1 - from >= 6 && !context.IsTaken(from, start - 1);
    }

    /// <summary>A line with an address of an organisation and a mailbox of no person: <c>Luttenbergstraat 2, Zwolle | 038 … | postbus@…</c>.</summary>
    private static bool IsLetterhead(RecogniserContext context, int start)
    {
        var text = context.Text;
        var from = context.LineStart(start);
        var line = text.AsSpan(from, context.LineEnd(start) - from);
        if (line[..(start - from)].Contains("Postbus ", StringComparison.Ordinal) && start - from < 90)
        {
            return true;
        }

        var at = line.IndexOf('@');
        if (at <= 0 || line[(at + 1)..].Contains('@') || line.Contains('\t'))
        {
            return false;
        }

        var local = EmailRecogniser.LocalStart(text, from + at);
        return local < from + at && context.Persons is { } persons && !MailboxJudge.NamesPerson(Folding.Fold(text.AsSpan(local, from + at - local)), persons);
    }

    private static bool Decide(RecogniserContext context, NumberRun run, PhoneShape shape)
    {
        var cue = context.CueBefore(run.Start, 4, Cues);
        if (context.Words.IndexAt(run.Start) is var at && context.Words.Folded(at - 1) == "id" && context.Words.GapBefore(at - 1) == Gap.Hyphen && !HasSeparators(context.Text, run))
        {
            return false;
        }

        cue = shape == PhoneShape.Mobile && cue == WordClass.ReferenceCue && HasSeparators(context.Text, run) && IsNumbered(context, run.Start) ? WordClass.PhoneCue : cue;
        var numbered = context.Words.IndexAt(run.Start) - 1;
        if (shape == PhoneShape.Mobile && cue == WordClass.ReferenceCue && context.Words.Folded(numbered) is "nr" or "nummer" && context.Words.Folded(numbered - 1) is "eigen" or "haar" or "zijn" or "mijn" or "hun" or "nieuw" or "nieuwe" or "prive" or "jouw" or "je" or "m'n" or "z'n")
        {
            // "op haar eigen nr 06.12.34.56.78".
            cue = WordClass.PhoneCue;
        }

        var denied = context.Text.AsSpan(run.End, Math.Min(60, context.Text.Length - run.End)).Contains("geen telefoonnummer", StringComparison.OrdinalIgnoreCase);
        if (shape == PhoneShape.Fixed && context.Text.AsSpan(Math.Max(0, run.Start - 24), Math.Min(24, run.Start)).Contains("piket", StringComparison.OrdinalIgnoreCase))
        {
            context.Add(run.Start, run.End, null, "phone.duty", 0.8);
            return true;
        }

        var opening = context.Words.IndexAt(run.Start);
        if (cue == WordClass.ReferenceCue && context.Words.GapBefore(opening) == Gap.Comma && context.Words[opening - 1].IsCapital && context.Words[opening - 1].Is(WordClass.Given | WordClass.Surname) && HasSeparators(context.Text, run))
        {
            // "melding via Abba Tesfay, 010 - 555 23 81".
            cue = WordClass.PhoneCue;
        }

        if (cue != 0 && (cue & (WordClass.PhoneCue | WordClass.ReferenceCue)) == 0 && (context.Text[run.Start] is '+' or '(' && context.Text.AsSpan(run.Start, 2).Contains('+') || context.Text.AsSpan(run.Start).StartsWith("00", StringComparison.Ordinal) && HasSeparators(context.Text, run)))
        {
            // Whatever number stands before it, only telephone numbers open with a plus.
            cue = WordClass.PhoneCue;
        }

        if (denied || (cue != 0 && (cue & WordClass.PhoneCue) == 0))
        {
            if (denied || (cue & WordClass.ReferenceCue) != 0)
            {
                context.Add(run.Start, run.End, null, "phone.reference", 0.8);
            }

            return denied || (cue & WordClass.ReferenceCue) != 0;
        }

        if (cue == 0 && shape != PhoneShape.Mobile && context.RowAt(run.Start).Any(f => f.Start <= run.Start && run.Start < f.End && f.Has(WordClass.PhoneCue) && !f.Has(WordClass.ReferenceCue)))
        {
            cue = WordClass.PhoneCue;
        }

        if (cue == 0 && shape != PhoneShape.Mobile && context.CueBefore(run.Start, 8, WordClass.ReferenceCue) != 0 && !HasSeparators(context.Text, run))
        {
            return false;
        }

        if (shape == PhoneShape.Doubtful && cue == 0 && !(IsSaidOwn(context, run.End) && context.Text[run.Start] == '0'))
        {
            return false;
        }

        context.Add(run.Start, run.End, Label.Phone, shape == PhoneShape.Mobile ? "phone.mobile" : shape == PhoneShape.Foreign ? "phone.foreign" : "phone.fixed", cue != 0 ? 0.99 : 0.92);
        Endings(context, run.End);
        return true;
    }

    /// <summary>Other endings of the same number: <c>0318-555471 of -472</c>.</summary>
    private static void Endings(RecogniserContext context, int end)
    {
        var text = context.Text;
        var rest = text.AsSpan(end, Math.Min(16, text.Length - end));
        foreach (var join in (ReadOnlySpan<string>)[" of -", " en -", "/-", " / -", ", -"])
        {
            if (!rest.StartsWith(join, StringComparison.Ordinal))
            {
                continue;
            }

            var from = end + join.Length;
            var to = from;
            while (to < text.Length && char.IsAsciiDigit(text[to]))
            {
                to++;
            }

            if (to - from is 2 or 3 or 4 && (to == text.Length || !char.IsLetterOrDigit(text[to])))
            {
                context.Add(from, to, Label.Phone, "phone.extension", 0.85);
            }
        }
    }

    /// <summary>The word for a reference is a mere <c>nr</c> of somebody: <c>nieuw nr moeder: 06…</c>.</summary>
    private static bool IsNumbered(RecogniserContext context, int start)
    {
        var words = context.Words;
        var k = words.IndexAt(start);
        return words.Folded(k - 1) is not ("nr" or "nummer") && Enumerable.Range(k - 4, 4).Any(i => words.Folded(i) is "nr" or "nummer") && !Enumerable.Range(k - 4, 4).Any(i => words[i].Is(WordClass.ReferenceCue) && words.Folded(i) is not ("nr" or "nummer"));
    }

    private static bool HasSeparators(string text, NumberRun run) => run.End - run.Start > run.Digits.Length || text[run.Start] == '+';

    private static PhoneShape Fit(string text, ref NumberRun run)
    {
        var shape = PhoneShape.Of(run.Digits);
        // The run may have swallowed the number that follows (06 12345678 (kamer 12) - 2023): give it back group by group.
        while (shape == PhoneShape.None && Shorten(text, run) is { } shorter)
        {
            run = shorter;
            shape = PhoneShape.Of(run.Digits);
        }

        // Eleven or twelve digits may be a number and the head of the next: "06-12345678 / 06-87654321".
        if (shape == PhoneShape.Doubtful && Shorten(text, run) is { } sure && PhoneShape.Of(sure.Digits) is PhoneShape.Mobile or PhoneShape.Fixed)
        {
            run = sure;
            shape = PhoneShape.Of(run.Digits);
        }

        return shape;
    }

    private static NumberRun? Shorten(string text, NumberRun run)
    {
        var end = run.End;
        while (end > run.Start && char.IsAsciiDigit(text[end - 1]))
        {
            end--;
        }

        while (end > run.Start && !char.IsAsciiDigit(text[end - 1]))
        {
            end--;
        }

        return end - run.Start < 8 ? null : NumberRun.Read(text.AsSpan(0, end), run.Start);
    }

    private static bool IsGeneral(RecogniserContext context, int start, int end)
    {
        var text = context.Text;
        var from = Math.Max(context.LineStart(start), start - 48);
        var before = text.AsSpan(from, start - from);
        var cut = before.LastIndexOfAny(Parting);
        var to = Math.Min(context.LineEnd(end), end + 24);
        var after = text.AsSpan(end, Math.Max(0, to - end));
        var close = after.IndexOf(')');
        var cell = before.TrimEnd(" |\t");
        return Says(before[(cut + 1)..]) || (cell.Length < before.Length && (cell.EndsWith("functioneel", StringComparison.OrdinalIgnoreCase) || cell.EndsWith("algemeen", StringComparison.OrdinalIgnoreCase))) || (after.StartsWith(" (", StringComparison.Ordinal) && close > 0 && (Says(after[..close]) || after[2..close].StartsWith("alg", StringComparison.OrdinalIgnoreCase) || after[2..close] is "school" or "kantoor" or "praktijk" or "winkel" or "bedrijf" or "balie" or "loket" || after[..close].Contains("zaak", StringComparison.OrdinalIgnoreCase)))
            || text.AsSpan(end, Math.Min(context.LineEnd(end) - end, 40)).Contains("derdengelden", StringComparison.OrdinalIgnoreCase)
            || after.StartsWith("-0 ", StringComparison.Ordinal) || text.AsSpan(Math.Max(0, end - 2), Math.Min(2, end)) is "-0";

        static bool Says(ReadOnlySpan<char> around) => around.ContainsAny(GeneralWords);
    }

    private static readonly System.Buffers.SearchValues<char> Parting = System.Buffers.SearchValues.Create("|;)\t0123456789");

    private static readonly System.Buffers.SearchValues<string> GeneralWords = System.Buffers.SearchValues.Create(
    [
        "algemeen nummer", "algemene nummer", "algemeen telefoon", "centrale", "receptie", "servicenummer", "klantcontact", "publieksvoorlichting", "meldkamer",
        "helpdesk", "servicedesk", "general number", "switchboard", "front desk", "persvoorlichting", "informatielijn", "klantenservice", "zentrale", "praktijklijn", "inbellen", "by phone", "dial-in", "dial in", "bel in", "op kantoor", "jullie site", "switchboard", "alarmlijn", "niet via", "provincie:", "gemeente:", "secretariaat:", "persnummer", "perslijn", "hoofdnummer", "telefooncentrale", "algemeen:", "bureaudienst", "klantenservice", "press office", "main number", "reception", "meldpunt", "(alg.", "pers alleen via", "pers via", "persvragen", "informatiepunt", "infolijn", "hulplijn", "noodnummer",
    ], StringComparison.OrdinalIgnoreCase);

    /// <summary><c>03-06-2023 19:02</c>: a date and the first digits of a time.</summary>
    private static bool StartsWithDate(ReadOnlySpan<char> text)
    {
        var cut = text.IndexOfAny(' ', '\u00A0');
        return cut is >= 8 and <= 10 && IsDate(text[..cut]);
    }

    private static bool IsDate(ReadOnlySpan<char> text)
    {
        var parts = 0;
        var length = 0;
        Span<int> lengths = stackalloc int[4];
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                length++;
            }
            else if (c is '-' or '/' or '.' && length > 0 && parts < 3)
            {
                lengths[parts++] = length;
                length = 0;
            }
            else
            {
                return false;
            }
        }

        return parts == 2 && ((lengths[0] <= 2 && lengths[1] <= 2 && length is 2 or 4) || (lengths[0] == 4 && lengths[1] <= 2 && length <= 2));
    }
}
