using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>Days on which a message says that something was asked: <c>Op 11 februari vroeg ik u</c>, <c>On 12 and 18 December I asked you</c>, <c>your letter of 12 December</c>.</summary>
internal static partial class StatedDates
{
    private const string EnglishMonths = "january february march april may june july august september october november december";

    /// <summary>The days with the words that say so. A day without a year is the last such day before the message.</summary>
    public static IEnumerable<(DateOnly Day, string Quote)> Asked(string text, DateOnly sent)
    {
        var line = Spaces().Replace(text, " ");
        foreach (var match in Dutch().Matches(line).Concat(DutchLetter().Matches(line)).Concat(English().Matches(line)).Concat(EnglishLetter().Matches(line)))
        {
            foreach (Capture day in match.Groups["day"].Captures)
            {
                if (Day(day.Value, match.Groups["month"].Value, match.Groups["year"].Value, sent) is { } date)
                {
                    yield return (date, match.Value.Trim());
                }
            }
        }
    }

    private static DateOnly? Day(string day, string month, string year, DateOnly sent)
    {
        var english = Array.FindIndex(EnglishMonths.Split(' '), m => string.Equals(m, month, StringComparison.OrdinalIgnoreCase));
        var name = english >= 0 ? DutchText.MonthYear(new DateOnly(2000, english + 1, 1)).Split(' ')[0] : month;
        if (year.Length > 0)
        {
            return DutchText.ReadDate(day, name, year) is { } dated && dated <= sent ? dated : null;
        }

        ImmutableArray<DateOnly?> days = [DutchText.ReadDate(day, name, sent.Year.ToString(CultureInfo.InvariantCulture)), DutchText.ReadDate(day, name, (sent.Year - 1).ToString(CultureInfo.InvariantCulture))];
        return days.FirstOrDefault(d => d <= sent);
    }

    [GeneratedRegex(@"\bOp (?<day>\d{1,2})(?:(?:, | en )(?<day>\d{1,2}))* (?<month>\p{L}{3,9})(?: (?<year>\d{4}))? (?:vroeg|vroegen|verzocht|verzochten|mailde|mailden|schreef|schreven|stuurde|stuurden) (?:ik|wij|we)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dutch();

    [GeneratedRegex(@"\buw (?:brief|mail|e-mail|bericht|verzoek|uitvraag) van (?<day>\d{1,2}) (?<month>\p{L}{3,9})(?: (?<year>\d{4}))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DutchLetter();

    [GeneratedRegex(@"\bOn (?<day>\d{1,2})(?:(?:, | and )(?<day>\d{1,2}))* (?<month>[A-Z]\p{L}{2,8})(?: (?<year>\d{4}))?,? (?:I|we) (?:asked|wrote|requested|sent|e-?mailed)\b", RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(@"\b[Yy]our (?:letter|e-?mail|message|request) of (?<day>\d{1,2}) (?<month>[A-Z]\p{L}{2,8})(?: (?<year>\d{4}))?", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishLetter();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
