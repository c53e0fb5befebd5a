namespace WooPipeline.Formats.Mail;

/// <summary>The opening, the signature and the standard text of one message within a body.</summary>
internal static class Closing
{
    private const int MaxSignatureLines = 25;
    private const int MaxSignatureWords = 16;
    private const int MaxWordsInColumns = 45;
    private const int MaxClosingWords = 6;
    private const int MaxContactWords = 24;
    private const int LeastDigitsOfContact = 8;

    /// <summary>One past the salutation at the head of the lines; <paramref name="start"/> where there is none.</summary>
    public static int SalutationEnd(List<BodyLine> lines, int start, int end) =>
        start < end && lines[start].IsText && MailWords.IsSalutation(lines[start].Text) ? start + 1 : start;

    /// <summary>First line of the standard text at the end; <paramref name="end"/> where there is none.</summary>
    public static int DisclaimerStart(List<BodyLine> lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (!lines[i].IsText || !MailWords.IsDisclaimer(lines[i].Text) || !StartsParagraph(lines, i, start))
            {
                continue;
            }

            // A rule above it goes with it.
            var first = i;
            while (first > start && lines[first - 1].IsText && lines[first - 1].Text.AsSpan().Trim("-_=* \t\u00A0").IsEmpty)
            {
                first--;
            }

            return OnlyStandardText(lines, i, end) ? Math.Max(first, start) : end;
        }

        return end;
    }

    /// <summary>First line of the signature and one past its last; both <paramref name="end"/> where there is none.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="start">Where the message's text begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="sender">Its writer.</param>
    public static (int Start, int End) Signature(List<BodyLine> lines, int start, int end, SenderName sender)
    {
        for (var i = start; i < end; i++)
        {
            if (!lines[i].IsText)
            {
                continue;
            }

            if (lines[i].Text is "-- " or "--" or "--\u00A0")
            {
                return (i, end);
            }

            if (MailWords.IsClosing(lines[i].Text) || IsSignedClosing(lines[i].Text, sender))
            {
                return (IsInitials(lines, i - 1, start) ? i - 1 : i, SignatureEnd(lines, i, end));
            }

            if (i > start && sender.Signs(lines[i].Text))
            {
                return (IsFreeClosing(lines, i - 1, start) ? i - 1 : i, SignedEnd(lines, i, end));
            }

            if (i > start && IsKiss(lines[i].Text))
            {
                return (i, SignedEnd(lines, i, end));
            }
        }

        return (end, end);
    }

    /// <summary>Where, behind a postscript, the mark of a mail program starts ("--", "Verzonden vanaf mijn …"); <paramref name="end"/> where there is none.</summary>
    public static int TailStart(List<BodyLine> lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (lines[i].IsText && lines[i].Text is "-- " or "--" or "--\u00A0")
            {
                return i;
            }
        }

        return end;
    }

    // "Groeten van een boze", "Pozdrawiam / groeten,": no closing by itself, but the next line is the writer's name.
    private static bool IsFreeClosing(List<BodyLine> lines, int i, int start)
    {
        if (i < start || !lines[i].IsText || MailWords.WordCount(lines[i].Text) > MaxClosingWords)
        {
            return false;
        }

        var words = lines[i].Text.Split([' ', ',', '/', '.', '!'], StringSplitOptions.RemoveEmptyEntries);
        return MailWords.ClosingLength(lines[i].Text) is not null || (words.Length > 0 && MailWords.IsClosing(words[^1]));
    }

    private static bool IsInitials(List<BodyLine> lines, int i, int start) =>
        i > start && lines[i].IsText && lines[i].Text.Trim(' ', '.') is { Length: 1 or 2 } initials && initials.All(char.IsLetter);

    // "x Lies", "xxx Opa".
    private static bool IsKiss(string text) =>
        text.Trim().Split(' ') is [var kiss, [>= 'A' and <= 'Z', ..]] && kiss.Length <= 4 && kiss.All(c => c is 'x' or 'X');

    private static bool IsSignedClosing(string line, SenderName sender) =>
        MailWords.ClosingLength(line) is { } length && sender.Signs(line.TrimStart()[length..]);

    // Only the name tells: where text goes on after it, its own paragraph is all that is taken for the signature.
    private static int SignedEnd(List<BodyLine> lines, int start, int end)
    {
        var last = SignatureEnd(lines, start, end);
        if (last >= end || lines[last].IsQuote || lines[last].IsBlank || IsPostscript(lines[last].Text))
        {
            return last;
        }

        var paragraph = start + 1;
        while (paragraph < last && lines[paragraph].IsText && lines[paragraph].Paragraph == lines[start].Paragraph)
        {
            paragraph++;
        }

        return paragraph;
    }

    private static int SignatureEnd(List<BodyLine> lines, int start, int end)
    {
        var last = start + 1;
        var count = 0;
        for (var i = start + 1; i < end; i++)
        {
            if (lines[i].IsQuote)
            {
                break;
            }

            if (!lines[i].IsText || lines[i].IsBlank)
            {
                continue; // a logo, a table of contact lines, space
            }

            if (++count > MaxSignatureLines || IsPostscript(lines[i].Text) || IsHeading(lines[i].Text) || MailWords.WordCount(lines[i].Text) > Most(lines[i].Text, i - start))
            {
                break;
            }

            last = i + 1;
        }

        // A closing in the middle of a text ("groeten uit Den Haag" and then paragraphs) leaves the rest body.
        while (last < end && !lines[last].IsText && !lines[last].IsQuote)
        {
            last++;
        }

        return last;
    }

    // A line of contact data, in columns or with telephone numbers right below the closing, says much in many words.
    private static int Most(string text, int line) => text.Contains(" | ", StringComparison.Ordinal) || text.Contains(" · ", StringComparison.Ordinal) ? MaxWordsInColumns
        : line <= 2 && text.Count(char.IsAsciiDigit) >= LeastDigitsOfContact ? MaxContactWords : MaxSignatureWords;

    // "--- begin bericht via webformulier ---": what comes is no signature.
    private static bool IsHeading(string text) => text.StartsWith("---", StringComparison.Ordinal) && text.Any(char.IsLetter);

    private static bool IsPostscript(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("ps", StringComparison.OrdinalIgnoreCase) && (start.Length == 2 || !char.IsLetterOrDigit(start[2]))
            || start.StartsWith("p.s", StringComparison.OrdinalIgnoreCase);
    }

    private static bool StartsParagraph(List<BodyLine> lines, int i, int start) =>
        i == start || lines[i].Paragraph != lines[i - 1].Paragraph || lines[i - 1].IsBlank || lines[i - 1].Text.AsSpan().Trim("-_=* ").IsEmpty;

    // After a disclaimer nothing but disclaimer comes; a quotation or a salutation shows that a writer goes on.
    private static bool OnlyStandardText(List<BodyLine> lines, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (lines[i].IsQuote || (lines[i].IsText && (MailWords.IsSalutation(lines[i].Text) || MailWords.IsClosing(lines[i].Text))))
            {
                return false;
            }
        }

        return true;
    }
}
