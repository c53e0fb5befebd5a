using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Bank accounts (ISO 13616). A private person's goes; an organisation's stays, judged by the words around it.</summary>
internal static class IbanRecogniser
{
    /// <summary>Takes an IBAN whose check digits start at a position; gives its end, or the position.</summary>
    public static int TakeAround(RecogniserContext context, int digits)
    {
        var text = context.Text;
        var start = digits - 2;
        if (start < 0 || !char.IsAsciiLetterUpper(text[start]) || !char.IsAsciiLetterUpper(text[start + 1]) || (start > 0 && char.IsLetterOrDigit(text[start - 1])))
        {
            return digits;
        }

        Span<char> plain = stackalloc char[34];
        var count = 0;
        var end = digits;
        for (var i = start; i < text.Length && count < 34; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c))
            {
                plain[count++] = c;
                if (count >= 15 && Codes.IsIban(plain[..count]) && (i + 1 >= text.Length || !char.IsAsciiLetterOrDigit(text[i + 1])))
                {
                    end = i + 1;
                    if (plain[0] != 'N' || count == 18)
                    {
                        break;
                    }
                }
            }
            else if (c is not (' ' or '\u00A0' or '.' or '-') || (i > start && text[i - 1] is ' ' && c == ' '))
            {
                break;
            }
        }

        if (end == digits)
        {
            end = MistypedEnd(text, start);
        }

        if (end <= digits)
        {
            return digits;
        }

        var verdict = OwnedByOrganisation(context, start, end);
        context.Add(start, end, verdict ? null : Label.Account, verdict ? "iban.organisation" : "iban.private", 0.9);
        return end;
    }

    /// <summary>A Dutch account in form, whose check digits are wrong: mistyped, and still somebody's. Gives its end, 0 where it is none.</summary>
    private static int MistypedEnd(string text, int start)
    {
        var at = start + 4;
        if (text[start] != 'N' || text[start + 1] != 'L' || at >= text.Length)
        {
            return 0;
        }

        for (var count = 0; count < 14 && at < text.Length; at++)
        {
            if (text[at] is ' ' or '\u00A0' && count is 0 or >= 4)
            {
                continue;
            }

            if (count < 4 ? !char.IsAsciiLetterUpper(text[at]) : !char.IsAsciiDigit(text[at]))
            {
                return 0;
            }

            if (++count == 14)
            {
                return at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1]) ? 0 : at + 1;
            }
        }

        return 0;
    }

    /// <summary>Banks of municipalities and water boards keep no accounts of people.</summary>
    private static bool HasPublicBank(ReadOnlySpan<char> account) => account.Contains("BNGH", StringComparison.Ordinal) || account.Contains("NWAB", StringComparison.Ordinal);

    private static bool OwnedByOrganisation(RecogniserContext context, int start, int end)
    {
        var words = context.Words;
        var first = words.IndexAt(start);
        var from = context.LineStart(start);
        var behind = words.IndexAt(end);
        if (words.GapBefore(behind) == Gap.OpenParen && words[behind].Is(WordClass.OrganisationCue) || HasPublicBank(context.Text.AsSpan(start, end - start)))
        {
            return true;
        }

        var inCell = true;
        for (var k = first - 1; k >= 0 && words[k].Start >= from - 80 && first - k < 14 && words.GapBefore(k + 1) != Gap.Paragraph; k--)
        {
            if (words[k].Is(WordClass.PrivateCue) || (words[k].Is(WordClass.OrganisationCue) && words[k - 1].Is(WordClass.PrivateCue)))
            {
                // "My bank": whose it is stands before it.
                return false;
            }

            inCell &= words.GapBefore(k + 1) != Gap.Tab;
            if (inCell && words[k].Length > 8 && words[k].IsCapital && !words[k].Is(WordClass.Surname) && NameContext.EndsAsOrganisation(words.Of(k)))
            {
                return true;
            }

            if (inCell && words[k].Length == 1 && words.Folded(k) == "v" && words[k].IsCapital && words.Folded(k - 1) is "b" or "n" && words.GapBefore(k) == Gap.Dot && k >= first - 4)
            {
                // "van de B.V. (NL28 …)"
                return true;
            }

            if (words[k].IsCapital && words.Folded(k) == "staat" && words.Folded(k - 1) == "de")
            {
                return true;
            }

            if (words[k].Is(WordClass.OrganisationCue) && !(words[k].IsCapital && words[k].Is(WordClass.Surname) && words[k - 1].Is(WordClass.Given)) || (words.Folded(k) is "rekening" or "account" && words.Folded(k - 1) is "onze" or "our" or "client" or "derdengelden"))
            {
                return true;
            }
        }

        if (AddressOwner.IsRowOfFirm(context, start))
        {
            return true;
        }

        var last = words.IndexAt(end);
        for (var k = last; k < words.Count && k - last < 8 && words.GapBefore(k) is not (Gap.Paragraph or Gap.Tab); k++)
        {
            if (words[k].Is(WordClass.PrivateCue))
            {
                return false;
            }

            if (words[k].Is(WordClass.OrganisationCue) || (words[k].IsCapital && words[k].Length > 8 && !words[k].Is(WordClass.Surname | WordClass.Given) && NameContext.EndsAsOrganisation(words.Of(k))))
            {
                return true;
            }
        }

        return false;
    }
}
