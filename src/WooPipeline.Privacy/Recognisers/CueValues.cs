using System.Buffers;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>What a value behind a cue looks like and how far it reaches.</summary>
internal static class CueValues
{
    private static readonly SearchValues<char> Series = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ-");
    private static readonly SearchValues<char> Phrases = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-");
    private static readonly SearchValues<char> PhraseSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");
    private static readonly SearchValues<char> Amounts = SearchValues.Create("0123456789.,");

    /// <summary>A series in capitals whose digits stand apart: <c>HV-P 00418</c>, <c>NL-A 88213</c>.</summary>
    public static int WithDigits(string text, int start, int end, bool plate)
    {
        if (end - start is < 1 or > 6 || text.AsSpan(start, end - start).ContainsAnyExcept(Series) || !(plate || text.AsSpan(start, end - start).Contains('-')) || end + 3 >= text.Length || text[end] != ' ')
        {
            return end;
        }

        var next = end + 1;
        while (next < text.Length && (char.IsAsciiDigit(text[next]) || (plate && next > end + 1 && (char.IsAsciiLetterUpper(text[next]) || (text[next] == '-' && next + 1 < text.Length && char.IsAsciiDigit(text[next + 1]))))))
        {
            next++;
        }

        return next - end > 3 && (next == text.Length || !char.IsLetterOrDigit(text[next])) ? next : end;
    }

    /// <summary>A word with a capital, small letters and at least two digits: <c>Beerschot59</c>.</summary>
    public static bool IsPassword(ReadOnlySpan<char> value)
    {
        var (upper, lower, digits) = (0, 0, 0);
        foreach (var c in value)
        {
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return upper > 0 && lower > 1 && digits > 1;
    }

    /// <summary>Foreign licences and passports come in groups: <c>MACPH 706124 J9</c>.</summary>
    public static int MoreCapitals(TokenText words, int k, int end)
    {
        var token = words[k];
        if (!token.IsCapital && !token.HasDigit || (token.IsWord && !token.IsAllCaps))
        {
            return end;
        }

        var last = k;
        while (words.GapBefore(last + 1) == Gap.Space && words[last + 1].HasDigit && words[last + 1].Length <= 9 && last - k < 3)
        {
            last++;
        }

        return Math.Max(end, words[last].End);
    }

    /// <summary>The letters of a foreign document number: <c>ZS 4471902</c>.</summary>
    public static int WithPrefix(TokenText words, int k, int start) =>
        words[k - 1].IsAllCaps && words[k - 1].Length <= 3 && words[k - 1].IsWord && words.GapBefore(k) == Gap.Space && words[k].IsNumber && !words[k - 1].Is(WordClass.IdCue | WordClass.Filler)
            ? words[k - 1].Start : start;

    public static int ValueEnd(string text, ref int start, Label label)
    {
        while (start > 0 && text[start - 1] is '#' or '!' or '$' or '*' or '&' or '%' && label == Label.Access)
        {
            start--;
        }

        var end = start;
        while (end < text.Length && end - start < 80 && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '\u201D' or '\u201C' or '|' or ';' or '\u2018' or '\u2019'))
        {
            end++;
        }

        while (end > start && text[end - 1] is '.' or ',' or ')' or ':' or '?' or '*' && !(label == Label.Access && text[end - 1] is '?' or '*'))
        {
            end--;
        }

        return end;
    }

    public static bool IsValue(ReadOnlySpan<char> value, Label label, bool separated)
    {
        if (value.Length < 4 || IsIbanStart(value) || value.Contains('@') || value.Contains("://", StringComparison.Ordinal))
        {
            return false;
        }

        var digits = 0;
        var upper = 0;
        var lower = 0;
        var symbols = 0;
        var inner = false;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            digits += char.IsDigit(c) ? 1 : 0;
            upper += char.IsUpper(c) ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
            symbols += char.IsLetterOrDigit(c) ? 0 : 1;
            inner |= i > 0 && char.IsUpper(c) && char.IsLower(value[i - 1]);
        }

        if (label == Label.Access)
        {
            if (IsAmount(value))
            {
                return false;
            }

            return (digits > 0 && !IsDateOrTime(value) && (separated || digits + upper + lower >= 4)) || (separated && (inner || (symbols > 0 && upper + lower > 0 && value.IndexOfAny('!', '#', '$') >= 0)));
        }

        if (value.Length == 4 && digits == 4 && value is ['1', '9', ..] or ['2', '0', ..] && label != Label.Access || IsAmount(value))
        {
            // "rijbewijs sinds 1998".
            return false;
        }

        if (label == Label.Id)
        {
            return digits >= 4 && value.IndexOf('€') < 0 && !IsDateOrTime(value);
        }

        return (digits > 0 && !IsDateOrTime(value) && digits + upper + lower >= 4)
            || (lower >= 4 && digits == 0 && upper == 0 && (value.IndexOfAny('_', '.', '-') > 0 || (separated && (Lexicon.Default.Find(value.ToString()) & WordClass.Common) == 0)));
    }

    /// <summary>Words joined by hyphens right behind a word for a password; two suffice behind <c>ww</c> and <c>pw</c>.</summary>
    public static bool IsPassPhrase(ReadOnlySpan<char> value, bool brief) => IsPhrase(value) || (brief && value.Length >= 8 && value.Count('-') == 1 && !value.ContainsAnyExcept(Phrases));

    /// <summary>The number of a ticket: <c>WLM-2044</c>.</summary>
    public static bool IsTicket(ReadOnlySpan<char> value) => value.IndexOf('-') is >= 2 and <= 6 and var cut && !value[..cut].ContainsAnyExceptInRange('A', 'Z') && value.Length - cut is >= 3 and <= 7 && !value[(cut + 1)..].ContainsAnyExceptInRange('0', '9');

    /// <summary>Small words joined by hyphens, as pass phrases are: <c>molen-wiek-kap</c>.</summary>
    public static bool IsPhrase(ReadOnlySpan<char> value) => value.Length >= 10 && value.Count('-') >= 2 && !value.ContainsAnyExcept(PhraseSigns) && value[0] != '-' && value[^1] != '-';

    /// <summary>Digits with a comma and two decimals.</summary>
    public static bool IsAmount(ReadOnlySpan<char> value) => value.Length > 3 && value[^3] == ',' && !value.ContainsAnyExcept(Amounts);

    public static bool IsIbanStart(ReadOnlySpan<char> value) =>
        char.IsAsciiLetterUpper(value[0]) && char.IsAsciiLetterUpper(value[1]) && char.IsAsciiDigit(value[2]) && char.IsAsciiDigit(value[3]) && (value.Length == 4 || value.Length >= 15);

    public static bool IsDateOrTime(ReadOnlySpan<char> value)
    {
        var separators = 0;
        foreach (var c in value)
        {
            if (!char.IsAsciiDigit(c))
            {
                if (c is not ('-' or ':' or '/' or '.'))
                {
                    return false;
                }

                separators++;
            }
        }

        if (separators == 2 && value.Length == 8 && value[2] == value[5] && int.Parse(value[..2], System.Globalization.CultureInfo.InvariantCulture) > 31 && int.Parse(value[6..], System.Globalization.CultureInfo.InvariantCulture) > 31)
        {
            // "70-12-44" opens a safe.
            return false;
        }

        return separators is 1 or 2 && value.Length is 5 or 8 or 9 or 10 && (value[2] is '-' or ':' or '/' or '.' || value[1] is '-' or '/' or '.' || value[4] == '-');
    }

    /// <summary>Numbers go on in groups: <c>372 918 440 16</c>, <c>8841 2097 3316</c>, <c>ZS 4471902</c>.</summary>
    public static int MoreGroups(string text, int start, int end, Label label)
    {
        var digitsOnly = true;
        for (var i = start; i < end; i++)
        {
            digitsOnly &= char.IsAsciiDigit(text[i]) || text[i] is '-' or '.';
        }

        if (!digitsOnly)
        {
            return end;
        }

        while (end + 1 < text.Length && text[end] is ' ' or '\u00A0' && char.IsAsciiDigit(text[end + 1]))
        {
            var next = end + 1;
            while (next < text.Length && char.IsAsciiDigit(text[next]))
            {
                next++;
            }

            if (next - end - 1 > 5 || (next < text.Length && (char.IsLetter(text[next]) || text[next] is ':' or '-' && label != Label.Access)))
            {
                break;
            }

            end = next;
        }

        return end < text.Length && text[end] == '#' ? end + 1 : end;
    }
}
