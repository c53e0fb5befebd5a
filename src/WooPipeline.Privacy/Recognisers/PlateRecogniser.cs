using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Dutch number plates of all series (sidecodes 1 to 14: two letters or digits, up to three, one to three), with their hyphens.
/// Without a word for it only a written form with both hyphens counts.
/// </summary>
internal static class PlateRecogniser
{
    public static int Take(RecogniserContext context, int digit)
    {
        var text = context.Text;
        var start = digit;
        while (start > 0 && digit - start < 8 && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '\u2011'))
        {
            start--;
        }

        if (start > 0 && (text[start - 1] is '/' or '_' or '.' or '=' || char.IsLetterOrDigit(text[start - 1])))
        {
            return digit;
        }

        var end = start;
        while (end < text.Length && end - start < 10 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '\u2011'))
        {
            end++;
        }

        if (end - start != 8 || end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '/' or '_'))
        {
            return digit;
        }

        var plate = text.AsSpan(start, 8);
        plate = plate.Contains('\u2011') ? plate.ToString().Replace('\u2011', '-') : plate;
        var small = plate.IndexOfAnyInRange('A', 'Z') < 0 && plate.IndexOfAnyInRange('a', 'z') >= 0;
        if (!(IsPlate(plate) || (small && IsPlate(plate.ToString().ToUpperInvariant()))) || context.IsTaken(start, end))
        {
            return digit;
        }

        var cue = context.CueBefore(start, 6, WordClass.ReferenceCue | WordClass.AccountCue | WordClass.AccessCue);
        if ((cue & WordClass.ReferenceCue) != 0 && context.Text.AsSpan(Math.Max(0, start - 14), Math.Min(14, start)).TrimEnd(" ,:(").EndsWith("van de zaak", StringComparison.OrdinalIgnoreCase))
        {
            // A company car.
            cue = WordClass.AccountCue;
        }

        if ((cue & (WordClass.ReferenceCue | WordClass.AccessCue)) != 0 && (cue & WordClass.AccountCue) == 0)
        {
            return digit;
        }

        context.Add(start, end, Label.Account, "plate", cue != 0 ? 0.99 : 0.85);
        return end;
    }

    /// <summary>A plate without hyphens, or a British one, where a word for a car or plate stands before it.</summary>
    public static void RunCued(RecogniserContext context)
    {
        var words = context.Words;
        for (var k = words.Next(1, WordClass.None, Shape.AllCaps | Shape.Digit); k < words.Count; k = words.Next(k + 1, WordClass.None, Shape.AllCaps | Shape.Digit))
        {
            ref readonly var token = ref words[k];
            if (token.IsAllCaps && token.Length is 1 or 2 or 3 && Spaced(context, k) is var far && far > k)
            {
                context.Add(token.Start, words[far - 1].End, Label.Account, "plate.spaced", 0.8);
                continue;
            }

            if (token.IsAllCaps && token.IsWord && token.Length == 3 && words[k - 1].IsNumber && words[k - 1].Length == 1 && words[k + 1].IsNumber && words[k + 1].Length == 3 && words.GapBefore(k) == Gap.Hyphen && words.GapAfter(k) == Gap.Hyphen && words.GapBefore(k - 1) is not (Gap.Hyphen or Gap.Slash or Gap.Dot) && words.GapAfter(k + 1) is not (Gap.Hyphen or Gap.Slash)
                && context.CueBefore(words[k - 1].Start, 3, WordClass.ReferenceCue) == 0 && !context.IsTaken(words[k - 1].Start, words[k + 1].End))
            {
                // A Belgian one: "1-XKR-204".
                context.Add(words[k - 1].Start, words[k + 1].End, Label.Account, "plate", 0.85);
                continue;
            }

            if (token.IsAllCaps && token.IsWord && token.Length <= 2 && words[k - 1].IsAllCaps && words[k - 1].IsWord && words[k - 1].Length <= 3 && words.GapBefore(k) == Gap.Hyphen && words.GapBefore(k - 1) is not (Gap.Hyphen or Gap.Slash) && words.GapAfter(k) == Gap.Space && words[k + 1].IsNumber && words[k + 1].Length <= 4
                && SpeaksOfCar(words, k) && !context.IsTaken(words[k - 1].Start, words[k + 1].End))
            {
                // A German one: "HB-RK 4471".
                context.Add(words[k - 1].Start, words[k + 1].End, Label.Account, "plate", 0.8);
                continue;
            }

            if (!token.HasDigit || token.Length is < 4 or > 7 || token.IsNumber || context.IsTaken(token.Start, token.End))
            {
                continue;
            }

            var british = token.Length == 4 && token.IsAllCaps && words[k + 1].IsAllCaps && words[k + 1].Length == 3 && words[k + 1].IsWord && words.GapAfter(k) == Gap.Space
                && char.IsAsciiLetter(words.Of(k)[0]) && char.IsAsciiLetter(words.Of(k)[1]) && char.IsAsciiDigit(words.Of(k)[2]) && char.IsAsciiDigit(words.Of(k)[3]);
            if ((british || (token.Length == 6 && HasSixSigns(words.Of(k)))) && (SpeaksOfCar(words, k) || (context.IsInformal && !british && IsSmallPlate(words, k))))
            {
                context.Add(token.Start, british ? words[k + 1].End : token.End, Label.Account, "plate.cue", 0.85);
            }
        }
    }

    /// <summary>Three groups with spaces between, near a word for a car: <c>there was a car. XN 337 Z</c>. Gives the word after it.</summary>
    private static int Spaced(RecogniserContext context, int k)
    {
        var words = context.Words;
        if (words.GapAfter(k) != Gap.Space || words.GapAfter(k + 1) != Gap.Space || !words[k].IsWord || !words[k + 1].IsNumber || !words[k + 2].IsAllCaps || !words[k + 2].IsWord || words[k].Length + words[k + 1].Length + words[k + 2].Length != 6
            || !IsPlate(string.Concat(words.Of(k), "-", words.Of(k + 1)) + "-" + words.Of(k + 2).ToString()) || context.IsTaken(words[k].Start, words[k + 2].End))
        {
            return k;
        }

        return SpeaksOfCar(words, k) || words.Folded(k - 1) is "car" or "auto" ? k + 3 : k;
    }

    /// <summary>A series of today in small letters, the last word of what is said: <c>lagerwey komt het terrein op, tz901k</c>.</summary>
    private static bool IsSmallPlate(TokenText words, int k)
    {
        var word = words.Of(k);
        return !words[k].IsCapital && words.GapAfter(k) is Gap.Line or Gap.Paragraph or Gap.Comma or Gap.DotSpace or Gap.Other && char.IsAsciiLetterLower(word[0])
            && word is [_, >= 'a' and <= 'z', >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= 'a' and <= 'z'] or [_, >= '0' and <= '9', >= '0' and <= '9', >= '0' and <= '9', >= 'a' and <= 'z', >= 'a' and <= 'z'];
    }

    private static bool HasSixSigns(ReadOnlySpan<char> word)
    {
        var changes = 0;
        for (var i = 1; i < word.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(word[i]))
            {
                return false;
            }

            changes += char.IsAsciiDigit(word[i]) != char.IsAsciiDigit(word[i - 1]) ? 1 : 0;
        }

        return changes is 1 or 2;
    }

    private static bool SpeaksOfCar(TokenText words, int k)
    {
        for (var i = k - 1; i >= 0 && k - i <= 8 && words.GapBefore(i + 1) is not Gap.Paragraph; i--)
        {
            if (words.Folded(i) is "kenteken" or "kennzeichen" or "lieferwagen" or "registration" or "auto" or "bus" or "busje" or "bestelbus" or "wagen" or "vrachtwagen" or "car" or "plate" or "vehicle" or "motor" or "aanhanger" or "trailer" or "caddy" or "kangoo"
                || (words.Folded(i) == "van" && words.Folded(i + 1) == "is"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Three groups, six signs in all, each group of letters or of digits, upper case.</summary>
    public static bool IsPlate(ReadOnlySpan<char> text)
    {
        var groups = 0;
        var letters = 0;
        var digits = 0;
        var groupLetters = 0;
        var groupDigits = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == '-')
            {
                if (groupLetters + groupDigits is < 1 or > 3 || (groupLetters > 0 && groupDigits > 0))
                {
                    return false;
                }

                groups++;
                groupLetters = groupDigits = 0;
                continue;
            }

            if (char.IsAsciiLetterUpper(text[i]))
            {
                groupLetters++;
                letters++;
            }
            else if (char.IsAsciiDigit(text[i]))
            {
                groupDigits++;
                digits++;
            }
            else
            {
                return false;
            }
        }

        return groups == 3 && letters + digits == 6 && letters is >= 2 and <= 4;
    }
}
