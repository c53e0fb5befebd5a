namespace WooPipeline.Privacy;

/// <summary>Cuts text in words in one pass: folds, hashes, looks the word up and classes the gap before it.</summary>
internal static class Tokenizer
{
    public static TokenText Cut(string text, Lexicon lexicon)
    {
        var tokens = new Token[Math.Max(16, text.Length / 4)];
        var count = 0;
        var previousEnd = 0;
        for (var i = 0; i < text.Length;)
        {
            var kind = Folding.KindOf(text[i]);
            if (kind < CharKind.Upper || kind == CharKind.Invisible)
            {
                i++;
                continue;
            }

            if (text[i] == 'n' && i > 0 && text[i - 1] == '\\' && i + 1 < text.Length)
            {
                // A line end as calendar files write it (RFC 5545 §3.3.11).
                i++;
                continue;
            }

            var start = i;
            i = ReadWord(text, i, out var hash, out var shape);
            if (count == tokens.Length)
            {
                Array.Resize(ref tokens, tokens.Length * 2);
            }

            var gap = count == 0 ? Gap.Paragraph : GapOf(text.AsSpan(previousEnd, start - previousEnd));
            tokens[count++] = new Token(start, i, hash, lexicon.Find(hash), shape, gap);
            previousEnd = i;
        }

        return new TokenText(text, tokens, count);
    }

    private static int ReadWord(string text, int start, out ulong hash, out Shape shape)
    {
        var raw = WordHash.Seed;
        var uppers = 0;
        var lowers = 0;
        var digits = 0;
        var mixed = false;
        var i = start;
        var end = start;
        var ascii = Folding.Ascii;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 128 && ascii[c] is var plain && plain != 0)
            {
                uppers += c <= 'Z' && c >= 'A' ? 1 : 0;
                lowers += c >= 'a' ? 1 : 0;
                digits += c <= '9' ? 1 : 0;
                mixed |= c <= 'Z' && c >= 'A' && lowers > 0;
                end = i + 1;
                raw = WordHash.Add(raw, (char)plain);
                continue;
            }

            var kind = Folding.KindOf(c);
            if (kind < CharKind.Upper)
            {
                break;
            }

            switch (kind)
            {
                case CharKind.Upper:
                    mixed |= lowers > 0;
                    uppers++;
                    break;
                case CharKind.Lower:
                    lowers++;
                    break;
                case CharKind.Digit:
                    digits++;
                    break;
                default:
                    continue;
            }

            end = i + 1;
            var first = Folding.Fold(c, out var second);
            raw = WordHash.Add(raw, first);
            if (second != '\0')
            {
                raw = WordHash.Add(raw, second);
            }
        }

        hash = WordHash.Finish(raw);
        shape = (uppers + lowers > 0 ? Shape.Letter : 0) | (digits > 0 ? Shape.Digit : 0)
            | (Folding.KindOf(text[start]) == CharKind.Upper ? Shape.Capital : 0)
            | (uppers > 0 && lowers == 0 ? Shape.AllCaps : 0) | (mixed || (uppers > 1 && lowers > 0) ? Shape.Mixed : 0);
        return Math.Max(end, Math.Min(i, text.Length));
    }

    private static Gap GapOf(ReadOnlySpan<char> gap)
    {
        if (gap.Length == 1)
        {
            return gap[0] switch
            {
                ' ' or '\u00A0' or '\u202F' => Gap.Space,
                '-' or '\u2010' or '\u2011' or '\u2013' or '\u2212' => Gap.Hyphen,
                '.' => Gap.Dot,
                '\'' or '\u2019' or '\u2018' or '`' or '\u00B4' or '\u02BC' => Gap.Apostrophe,
                '/' => Gap.Slash,
                '_' => Gap.Underscore,
                '@' => Gap.At,
                ',' => Gap.Comma,
                '\t' => Gap.Tab,
                '\n' or '\r' => Gap.Line,
                ':' => Gap.Colon,
                ';' => Gap.Semicolon,
                '(' => Gap.OpenParen,
                ')' => Gap.CloseParen,
                '&' => Gap.Ampersand,
                _ => Folding.KindOf(gap[0]) == CharKind.Space ? Gap.Space : Gap.Other,
            };
        }

        return LongGap(gap);
    }

    private static Gap LongGap(ReadOnlySpan<char> gap)
    {
        var breaks = 0;
        var tabs = false;
        var first = '\0';
        var last = '\0';
        var symbols = 0;
        foreach (var c in gap)
        {
            switch (Folding.KindOf(c))
            {
                case CharKind.Break:
                    breaks += c == '\r' ? 0 : 1;
                    break;
                case CharKind.Space:
                    tabs |= c == '\t';
                    break;
                case CharKind.Invisible:
                    break;
                default:
                    if (c is '>' or '|' && breaks > 0)
                    {
                        break;
                    }

                    first = symbols++ == 0 ? c : first;
                    last = c;
                    break;
            }
        }

        if (breaks == 1 && symbols == 1 && gap[0] is '-' or '\u2010' or '\u2011')
        {
            // A hyphen at the end of a line.
            return Gap.Hyphen;
        }

        return breaks > 0 ? AcrossLines(breaks, symbols, last) : tabs ? Gap.Tab : symbols == 0 ? Gap.Space : OfSymbols(first, last, symbols);
    }

    private static Gap AcrossLines(int breaks, int symbols, char symbol)
    {
        var carried = symbols == 0 || (symbols == 1 && symbol is '-' or '\'' or '\u2019' or '\u2018');
        return breaks > 1 || !carried ? Gap.Paragraph : Gap.Line;
    }

    private static Gap OfSymbols(char first, char last, int symbols)
    {
        if (symbols > 1 && first != last)
        {
            // "J. (Jan)", "(Jan) - DGOO", "(Jan), Piet": the last sign says how it goes on.
            return first is '.' or ')' && last is '(' or '-' or '\u2013' or ',' or ';' or ':' or '/' && symbols <= 2 ? OfSymbols(last, last, 1) : Gap.Other;
        }

        return last switch
        {
            '.' => symbols == 1 ? Gap.DotSpace : Gap.Other,
            ',' => Gap.Comma,
            '-' or '\u2010' or '\u2011' or '\u2013' or '\u2014' => symbols == 1 ? Gap.SpacedHyphen : Gap.Other,
            '\'' or '\u2019' or '\u2018' => symbols == 1 ? Gap.Apostrophe : Gap.Other,
            '(' => Gap.OpenParen,
            ')' => Gap.CloseParen,
            '/' => Gap.Slash,
            ':' => Gap.Colon,
            '@' => Gap.At,
            '&' => Gap.Ampersand,
            ';' => Gap.Semicolon,
            '_' => Gap.Underscore,
            _ => Gap.Other,
        };
    }
}
