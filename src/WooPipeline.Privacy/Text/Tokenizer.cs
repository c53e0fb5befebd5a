using System.Buffers;
using System.Runtime.InteropServices;

namespace WooPipeline.Privacy;

/// <summary>Cuts text in words in one pass: folds, hashes and classes the gap before it; then looks all words up.</summary>
internal static class Tokenizer
{
    private const char FirstWithoutCase = '\u0590';

    /// <summary>A word has about six units with its space; an array of that size seldom grows.</summary>
    private const int UnitsPerWord = 6;

    /// <summary>Cuts a text; with <paramref name="everywhere"/> every word is said to trigger every recogniser, as a test wants it.</summary>
    public static TokenText Cut(string text, Lexicon lexicon, bool everywhere = false)
    {
        var tokens = ArrayPool<Token>.Shared.Rent((text.Length / UnitsPerWord) + 16);
        var count = 0;
        var previousEnd = 0;
        for (var i = NextWord(text, 0); i < text.Length; i = NextWord(text, i))
        {
            var start = i;
            i = ReadWord(text, i, out var hash, out var shape);
            if (count + 2 == tokens.Length)
            {
                tokens = Grow(tokens);
            }

            var gap = start - previousEnd == 1 && text[previousEnd] == ' ' ? Gap.Space : GapOf(text.AsSpan(previousEnd, start - previousEnd));
            tokens[++count] = new Token(start, i, hash, WordClass.None, shape, count == 1 ? Gap.Paragraph : gap, 0);
            previousEnd = i;
        }

        lexicon.Find(tokens.AsSpan(1, count));
        var triggers = ArrayPool<Trigger>.Shared.Rent(count + 1);
        for (var k = 0; k < count; k++)
        {
            ref readonly var token = ref tokens[k + 1];
            triggers[k] = everywhere ? (Trigger)uint.MaxValue : Triggers.Of(token.Shape, token.Before) | (token.Entry != 0 ? Triggers.Of(token.Entry) : (token.Shape & Shape.Letter) != 0 ? Triggers.Of(text.AsSpan(token.Start, token.Length), token.Hash) : Trigger.None);
        }

        return new TokenText(text, tokens, triggers, count, lexicon);
    }

    /// <summary>First letter or digit from a position on; the text's length where there is none.</summary>
    private static int NextWord(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            var c = text[i];
            if (c == ' ' || Folding.KindOf(c) is < CharKind.Upper or CharKind.Invisible)
            {
                continue;
            }

            if (c == 'n' && i > 0 && text[i - 1] == '\\' && i + 1 < text.Length)
            {
                // A line end as calendar files write it (RFC 5545 §3.3.11).
                continue;
            }

            return i;
        }

        return text.Length;
    }

    private static Token[] Grow(Token[] tokens)
    {
        var larger = ArrayPool<Token>.Shared.Rent(tokens.Length * 2);
        tokens.CopyTo(larger, 0);
        ArrayPool<Token>.Shared.Return(tokens);
        return larger;
    }

    /// <summary>Reads the word that starts at a position; most are shorter than eight units of ASCII and are read in one look.</summary>
    private static int ReadWord(string text, int start, out ulong hash, out Shape shape)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text.AsSpan(start));
        if (units.Length > AsciiBlock.Size)
        {
            var block = AsciiBlock.Read(units);
            if (units[block.Length] < 0x80 && block.Length < AsciiBlock.Size)
            {
                hash = WordHash.Finish(WordHash.Mix(WordHash.Seed, block.Folded));
                shape = block.Shape;
                return start + block.Length;
            }
        }

        return ReadLong(text, start, out hash, out shape);
    }

    /// <summary>Reads a long word; nearly all hold nothing but letters and digits of ASCII and are read eight units at a time.</summary>
    private static int ReadLong(string text, int start, out ulong hash, out Shape shape)
    {
        var units = MemoryMarshal.Cast<char, ushort>(text.AsSpan());
        var raw = WordHash.Seed;
        var seen = default(Signs);
        for (var i = start; i + AsciiBlock.Size <= units.Length; i += AsciiBlock.Size)
        {
            var block = AsciiBlock.Read(units[i..]);
            seen = seen.With(block);
            raw = block.Length > 0 ? WordHash.Mix(raw, block.Folded) : raw;
            if (block.Length == AsciiBlock.Size)
            {
                continue;
            }

            var end = i + block.Length;
            if (units[end] >= 0x80)
            {
                break;
            }

            hash = WordHash.Finish(raw);
            shape = seen.Shape | (char.IsAsciiLetterUpper(text[start]) ? Shape.Capital : 0);
            return end;
        }

        return ReadAny(text, start, out hash, out shape);
    }

    /// <summary>Reads a word with letters outside ASCII, with something written invisibly, or near the end of the text.</summary>
    private static int ReadAny(string text, int start, out ulong hash, out Shape shape)
    {
        var hasher = new WordHasher();
        var seen = default(Signs);
        var i = start;
        for (; i < text.Length; i++)
        {
            var c = text[i];
            var kind = Folding.KindOf(c);
            if (kind < CharKind.Upper)
            {
                break;
            }

            if (kind == CharKind.Invisible)
            {
                continue;
            }

            seen = seen.With(kind);
            hasher.Add(Folding.Fold(c, out var second));
            if (second != '\0')
            {
                hasher.Add(second);
            }
        }

        hash = hasher.Finish();
        // Scripts without capitals (Arabic, Chinese) write in a Dutch text hardly anything but names.
        var capital = Folding.KindOf(text[start]) == CharKind.Upper || (text[start] >= FirstWithoutCase && char.GetUnicodeCategory(text[start]) == System.Globalization.UnicodeCategory.OtherLetter);
        shape = seen.Shape | (capital ? Shape.Capital : 0);
        return i;
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
        if (symbols == 2 && first == '.' && last is '\'' or '\u2019' or '\u2018')
        {
            // "G. 't Hooft".
            return Gap.DotSpace;
        }

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
