using System.Globalization;

namespace WooPipeline.Privacy;

/// <summary>Dates of birth that no word announces: behind a person, a sign (<c>* 12-3-1984</c>), a sex, an age, or the number of a passport.</summary>
internal static class UnannouncedBirths
{
    /// <summary>Of a document without a date it is not known what is of late.</summary>
    private const int UnknownToday = 2030;
    private const int AdultYears = 16;
    private const int ChildYears = 3;
    private const int RecordYears = 5;
    private const int Longest = 6;
    private const WordClass Name = WordClass.Given | WordClass.Surname;

    /// <summary>True where the full date that starts at a number is somebody's birth.</summary>
    public static bool Is(RecogniserContext context, int k)
    {
        var words = context.Words;
        if (words[k].Length is not (1 or 2 or 4) || k == 0)
        {
            return false;
        }

        var end = DateReader.EndOf(words, k);
        if (end <= words[k].Start || YearOf(words, k, end, context.Document.Date?.Year ?? UnknownToday) is not { } year)
        {
            return false;
        }

        var years = (context.Document.Date?.Year ?? UnknownToday) - year;
        return years >= 0 && (BehindSign(words, k) || BehindSex(words, k) || BehindAge(words, k, years) || IsOfSomebody(words, k, end) || BehindDocument(words, k, years)
            || BehindPerson(context, k, end, years));
    }

    /// <summary>The year of a date, of two digits within the hundred years before today; null where it has none of this or the last century.</summary>
    private static int? YearOf(TokenText words, int k, int end, int today)
    {
        var last = words[k].Length == 4 ? k : words.IndexAt(end - 1);
        if (!int.TryParse(words.Of(last), CultureInfo.InvariantCulture, out var year))
        {
            return null;
        }

        year += words[last].Length == 2 ? year + 2000 > today ? 1900 : 2000 : 0;
        return year > 1900 && year <= today ? year : null;
    }

    /// <summary>A star or a degree sign right before it (<c>Jan Hogeveen, *12-3-1984</c>); a star that opens the line is a bullet.</summary>
    private static bool BehindSign(TokenText words, int k)
    {
        var before = words.TextBefore(k).TrimEnd(' ');
        return before is [.., '*' or '\u00B0'] && before is not [.., '*', '*'] && !before.Contains('\n') && words[k - 1].IsWord;
    }

    private static bool BehindSex(TokenText words, int k) => words.GapBefore(k) is Gap.Space or Gap.Comma
        && (words[k - 1].Length == 1 && words.Folded(k - 1) is "m" or "v" or "f" && words[k - 2].IsCapital && words.GapBefore(k - 1) is Gap.Space or Gap.Comma or Gap.OpenParen
            || words.GapBefore(k) == Gap.Comma && words.Folded(k - 1) is "man" or "vrouw" or "male" or "female");

    /// <summary>An age that the date bears out: <c>mevrouw Osei, 52 jaar (3-5-1971)</c>.</summary>
    private static bool BehindAge(TokenText words, int k, int years) => words.GapBefore(k) is Gap.OpenParen or Gap.Comma && words.Folded(k - 1) is "jaar" or "jr" or "jarige" or "jarig" or "years" or "old" or "yrs"
        && Enumerable.Range(k - 3, 2).Any(i => int.TryParse(words.Of(i), CultureInfo.InvariantCulture, out var age) && Math.Abs(years - age) <= 3);

    /// <summary><c>mijn dochter is van 12-3-1984</c>, <c>dat hij van 12-3-1984 is</c>.</summary>
    private static bool IsOfSomebody(TokenText words, int k, int end)
    {
        if (words.Folded(k - 1) is not ("van" or "from") || words.GapBefore(k) != Gap.Space)
        {
            return false;
        }

        if (words.GapBefore(k - 1) == Gap.OpenParen && end < words.Text.Length && words.Text[end] == ')' && words[k - 2].IsCapital && words[k - 2].Is(Name) && words[k - 3].Is(Name | WordClass.Particle | WordClass.Title))
        {
            // "Abdelkader Benhaddou (van 1 januari 1949)"
            return true;
        }

        if (words.Folded(k - 2) == "ben" && words.Folded(k - 3) == "ik")
        {
            return true;
        }

        return words.Folded(k - 2) == "is" ? IsSomebody(words, k - 3) : IsSomebody(words, k - 2) && words.Folded(words.IndexAt(end)) == "is";
    }

    private static bool IsSomebody(TokenText words, int k) => words[k].Is(WordClass.Relative) || words.Folded(k) is "hij" or "zij" or "ze" or "jongste" or "oudste" or "he" or "she" || (words[k].IsCapital && words[k].Is(WordClass.Given) && !words[k].Is(WordClass.Common));

    /// <summary><c>Irish passport PD7714206, 12-Feb-1981</c>.</summary>
    private static bool BehindDocument(TokenText words, int k, int years) => years >= AdultYears && words[k - 1].HasDigit && words[k - 1].Length >= 6 && words.GapBefore(k) is Gap.Comma or Gap.OpenParen or Gap.Slash
        && Enumerable.Range(k - 5, 4).Any(i => ((words[i].Class | CompoundCues.Of(words, i)) & WordClass.IdCue) != 0);

    /// <summary>Right behind a person: alone in brackets (<c>Jelmer Wiebe (1-9-1983)</c>), between commas, or before the number of a document.</summary>
    private static bool BehindPerson(RecogniserContext context, int k, int end, int years)
    {
        var words = context.Words;
        if (words.TextBefore(k) is "), " or ".), " && years >= RecordYears && words[k - 1].IsWord && words.GapBefore(k - 1) == Gap.OpenParen && words[k - 2].IsCapital && words[k - 3].IsCapital && words[k - 2].IsWord && words[k - 1].Length <= 12)
        {
            // "Rodel Magbanua (Fil.), 02-SEP-1989".
            return true;
        }

        if (words.GapBefore(k) is not (Gap.OpenParen or Gap.Comma or Gap.Other or Gap.Tab or Gap.SpacedHyphen or Gap.Space or Gap.Colon) || !words[k - 1].IsCapital || !(words[k - 1].Is(Name) || words[k - 2].Is(WordClass.Given | WordClass.Particle | WordClass.Relative) || NameReader.IsInitial(words, k - 2)))
        {
            return false;
        }

        var after = end < context.Text.Length ? context.Text[end] : '\n';
        var name = words[k - 1];
        var closed = words.GapBefore(k) == Gap.OpenParen && after is ')' or ',' or ';';
        if (closed && !name.Is(WordClass.Brand | WordClass.SourceCue) && !words[k - 1].Is(WordClass.Organisation))
        {
            var familiar = words[k - 2].Is(WordClass.Given | WordClass.Particle) || (name.Is(WordClass.Given) && !name.Is(WordClass.Surname | WordClass.Common | WordClass.Place)) || words[k - 2].Is(WordClass.Relative);
            return years >= (familiar ? after == ')' ? ChildYears : RecordYears : AdultYears);
        }

        var last = words.IndexAt(end - 1);
        return (words.GapBefore(k) == Gap.Comma && after is ',' or ')' or ';' or '\n' or '\t' or '\r' && years >= RecordYears && IsFullName(words, k - 1) && !words[last + 1].Is(WordClass.SourceCue | WordClass.Brand))
            || Enumerable.Range(last + 1, words.GapBefore(k) == Gap.Space ? 2 : Longest).Any(i => ((words[i].Class | CompoundCues.Of(words, i)) & (WordClass.IdCue | WordClass.AddressCue)) != 0);
    }

    /// <summary>A name with a given name or initials, which a date of a source or a signature seldom follows after years.</summary>
    private static bool IsFullName(TokenText words, int last)
    {
        for (var k = last; k >= 0 && last - k < Longest && (words[k].IsCapital || words[k].Is(WordClass.Particle) || words.Folded(k) is "en" or "and"); k--)
        {
            if (words[k].Is(WordClass.SourceCue | WordClass.Brand | WordClass.NamedThing) && !words[k].Is(Name))
            {
                return false;
            }

            if ((words[k].IsCapital && words[k].Is(WordClass.Given) && !words[k].Is(WordClass.Common)) || NameReader.IsInitial(words, k))
            {
                return true;
            }
        }

        return false;
    }
}
