using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Telephone numbers of any country in any text (ITU-T E.123 notations and what people make of them). Digits without a sign of being
/// a number to dial (a plus, a zero, brackets, groups as 3-3-4) count only behind a word for it.
/// </summary>
internal static class PhoneSequences
{
    private const int CueReach = 8;
    private const int MostDigits = 13;
    private const int MostWithCountry = 17;
    private const int LongestExtension = 6;

    private const WordClass Others = WordClass.ReferenceCue | WordClass.AccountCue | WordClass.IdCue | WordClass.AccessCue;

    public static IEnumerable<TextSpan> Find(string text)
    {
        using var words = Tokenizer.Cut(text, Lexicon.Default);
        for (var i = 0; i < text.Length;)
        {
            var next = text.AsSpan(i).IndexOfAny(Starts);
            if (next < 0)
            {
                yield break;
            }

            var run = DialRun.Read(text, i + next);
            if (run.Digits > 0 && Fits(text, words, run))
            {
                var end = WithExtension(text, run.End);
                yield return new TextSpan(run.Start, end);
                i = end;
            }
            else
            {
                i = Math.Max(run.Stop, i + next + 1);
            }
        }
    }

    private static readonly System.Buffers.SearchValues<char> Starts = System.Buffers.SearchValues.Create("+(0123456789");

    private static bool Fits(string text, TokenText words, DialRun run)
    {
        if (!ApartBefore(text, run) || !ApartAfter(text, run.End) || IsOther(run))
        {
            return false;
        }

        if (run.HasPlus || run.IsInternational)
        {
            return run.Digits is >= 7 and <= MostWithCountry;
        }

        var cue = Cue(words, run.Start);
        if (run.Digits > MostDigits || (cue & Others) != 0 || (run.Groups is [3, 4] && text[run.Start] is '0' or '1'))
        {
            return false;
        }

        if ((cue & WordClass.PhoneCue) != 0)
        {
            return run.Digits >= 6;
        }

        var grouped = run.Groups is [3, 3, 4] or [1, 3, 3, 4] || run.HasBracket;
        return run.Digits >= 8 && (grouped || (text[run.Start] == '0' && run.Digits is 9 or 10 or 11));
    }

    /// <summary>The nearest word before a number that says what it is.</summary>
    private static WordClass Cue(TokenText words, int position)
    {
        var k = words.IndexAt(position) - 1;
        for (var step = 0; step < CueReach && k >= 0; step++, k--)
        {
            var found = words[k].Class & (Others | WordClass.PhoneCue);
            if (found != 0)
            {
                // "account number": the word before says what number.
                return words.Folded(k) is "number" or "nummer" && words[k - 1].Is(Others) ? words[k - 1].Class & Others : found;
            }
        }

        return WordClass.None;
    }

    /// <summary>False where the number goes on to the left: in a code, a sum, a link. A hyphen behind a word leaves only a number with brackets.</summary>
    private static bool ApartBefore(string text, DialRun run)
    {
        if (run.Start == 0)
        {
            return true;
        }

        var before = text[run.Start - 1];
        if (char.IsLetterOrDigit(before) || before is '_' or '=' or '*' or '%' or '/' or '\\' or '€' or '$' || (before == '#' && !char.IsLetterOrDigit(run.Start > 1 ? text[run.Start - 2] : ' ')))
        {
            return false;
        }

        var beyond = run.Start > 1 ? text[run.Start - 2] : ' ';
        return before switch
        {
            '.' or ',' or ':' => !char.IsAsciiDigit(beyond),
            '-' => char.IsAsciiDigit(beyond) || beyond is ' ' ? false : !char.IsLetter(beyond) || run.HasBracket,
            _ => true,
        };
    }

    private static bool ApartAfter(string text, int end)
    {
        if (end >= text.Length)
        {
            return true;
        }

        var after = text[end];
        var goesOn = end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]);
        return after switch
        {
            'x' or 'X' => end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]),
            '=' or '*' or '%' or '_' => false,
            '.' or ',' or ':' or '/' or '@' or '+' => !goesOn,
            '-' => !(end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])),
            _ => !char.IsLetterOrDigit(after),
        };
    }

    /// <summary>A date, a number with decimals, or a social security number of three, two and four digits.</summary>
    private static bool IsOther(DialRun run)
    {
        if (run.HasPlus || run.HasBracket)
        {
            return false;
        }

        var groups = run.Groups;
        var isDate = groups is [<= 2, <= 2, 2 or 4] or [4, <= 2, <= 2];
        var isDecimal = run.Dots > 0 && (run.Dots == 1 || groups.AsSpan().ContainsAnyExceptInRange(2, 5));
        return isDate || isDecimal || (groups is [3, 2, 4] && run.Hyphens == 2);
    }

    private static int WithExtension(string text, int end)
    {
        var i = end;
        i += i < text.Length && text[i] == ' ' ? 1 : 0;
        var rest = text.AsSpan(i);
        var mark = rest.StartsWith("ext.", StringComparison.OrdinalIgnoreCase) ? 4 : rest.StartsWith("ext", StringComparison.OrdinalIgnoreCase) ? 3
            : rest.StartsWith("x", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        i += mark;
        i += mark > 0 && i < text.Length && text[i] == ' ' ? 1 : 0;
        var stop = i;
        while (stop < text.Length && char.IsAsciiDigit(text[stop]))
        {
            stop++;
        }

        return mark > 0 && stop - i is > 0 and <= LongestExtension && !(stop < text.Length && char.IsLetter(text[stop])) ? stop : end;
    }
}
