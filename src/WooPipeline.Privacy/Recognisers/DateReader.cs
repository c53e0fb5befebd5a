namespace WooPipeline.Privacy;

/// <summary>Reads a date that starts at a position, in Dutch and English notations; gives its end.</summary>
internal static class DateReader
{
    /// <summary>One past a full date at a position; the position where there is none.</summary>
    public static int EndOf(TokenText words, int k)
    {
        var text = words.Text;
        var token = words[k];
        if (!token.IsNumber && IsOrdinal(words, k))
        {
            // "3rd of March 1984".
            var month = words.Folded(k + 1) == "of" ? k + 2 : k + 1;
            return words[month].Is(WordClass.Month) && words[month + 1].IsNumber && words[month + 1].Length == 4 ? words[month + 1].End : token.Start;
        }

        if (!token.IsNumber && token.HasDigit)
        {
            return token.Length is 7 or 9 && IsPassportDate(words.Of(k)) ? token.End : token.Start;
        }

        if (!token.IsNumber)
        {
            if (token.Is(WordClass.Month) && IsOrdinal(words, k + 1) && words[k + 2].IsNumber && words[k + 2].Length == 4)
            {
                return words[k + 2].End;
            }

            return token.Is(WordClass.Month) && words[k + 1].IsNumber && words[k + 2].IsNumber && words[k + 2].Length == 4 ? words[k + 2].End : token.Start;
        }

        if (words[k + 1].Is(WordClass.Month) && words[k + 2].IsNumber && words[k + 2].Length is 4 or 2 && Near(words, k + 1) && Near(words, k + 2))
        {
            return words[k + 2].End;
        }

        var a = token.Length;
        var b = words[k + 1];
        var c = words[k + 2];
        if (!b.IsNumber || !c.IsNumber || b.Start - token.End > 3 || c.Start - b.End > 3 || b.Length > 2)
        {
            return a == 8 && token.IsNumber && IsCompact(text.AsSpan(token.Start, 8)) ? token.End : token.Start;
        }

        if (a == 2 && b.Length == 2 && c.Length == 2 && words.GapBefore(k + 1) == Gap.Space && words.GapBefore(k + 2) == Gap.Space && words.GapBefore(k + 3) == Gap.Space && words[k + 3].IsNumber)
        {
            // "06 11 22 33 44": pairs that go on are a telephone number.
            return token.Start;
        }

        var dayFirst = a <= 2 && c.Length is 2 or 4;
        var yearFirst = a == 4 && c.Length <= 2;
        return dayFirst || yearFirst ? c.End : token.Start;
    }

    private static bool Near(TokenText words, int k) => words.GapBefore(k) is Gap.Space or Gap.DotSpace or Gap.Dot or Gap.Hyphen or Gap.Comma or Gap.Line or Gap.Apostrophe;

    private static bool IsOrdinal(TokenText words, int k) => words[k].HasDigit && words[k].Length is 3 or 4 && words.Of(k)[^2..] is "st" or "nd" or "rd" or "th";

    /// <summary>As on passports: <c>12JUN85</c>, <c>03FEB2014</c>.</summary>
    private static bool IsPassportDate(ReadOnlySpan<char> word) => char.IsAsciiDigit(word[0]) && char.IsAsciiDigit(word[1]) && !word[5..].ContainsAnyExceptInRange('0', '9')
        && (Lexicon.Default.Find(word[2..5].ToString()) & WordClass.Month) != 0;

    private static bool IsCompact(ReadOnlySpan<char> digits)
    {
        var year = int.Parse(digits[..4], System.Globalization.CultureInfo.InvariantCulture);
        var tail = int.Parse(digits[4..], System.Globalization.CultureInfo.InvariantCulture);
        return year is > 1900 and < 2100 || tail is > 1900 and < 2100;
    }
}
