namespace WooPipeline.Privacy;

/// <summary>
/// Dates with the name of their month: <c>12 jan. 2016</c>, <c>de tweede van augustus</c>, <c>maandag, tweeëntwintig jan, 2018</c>,
/// <c>september de eenentwintigste</c>, <c>2020-sep-23</c>.
/// </summary>
internal static class AbsoluteDates
{
    public static DateReading Read(DateText text, int k)
    {
        var first = AfterWeekday(text, k);
        var reading = DayFirst(text, first);
        reading = reading.End > 0 ? reading : MonthFirst(text, first);
        return reading.End > 0 ? reading : Hyphened(text, first);
    }

    /// <summary>The word after a weekday that opens a date (<c>deze vrijdag 15 juni</c>); the given one where there is none.</summary>
    public static int AfterWeekday(DateText text, int k)
    {
        var day = text.Kind(k) == DateWordKind.Which && text.Spaced(k + 1) ? k + 1 : k;
        var next = text.Kind(day) is DateWordKind.Weekday or DateWordKind.WeekdayShort ? day + 1 : k;
        return next > k && (text.Spaced(next) || text.Words.GapBefore(next) is Gap.Comma) ? next : k;
    }

    /// <summary>[de] day [van] month [year]; <c>de</c> belongs to it only without <c>van</c>.</summary>
    private static DateReading DayFirst(DateText text, int k)
    {
        var day = text.Kind(k) == DateWordKind.Article && text.Spaced(k + 1) && text.Number(k + 1).IsOrdinal ? k + 1 : k;
        var number = text.Day(day);
        if (number == 0 || Continues(text, k))
        {
            return DateReading.None;
        }

        var of = text.Is(day + 1, DateWordKind.Of);
        if (of && (day > k || !text.Number(day).IsOrdinal))
        {
            return DateReading.None;
        }

        var month = of ? day + 2 : day + 1;
        if (!text.Is(month, DateWordKind.Month))
        {
            return DateReading.None;
        }

        return WithYear(text, month + 1, text.Value(month), number);
    }

    /// <summary>A number that goes on from a figure before it is no day: <c>6,107.31 augustus</c>.</summary>
    private static bool Continues(DateText text, int k) => text.Words[k].HasDigit && text.Words[k - 1].HasDigit && text.Words.GapBefore(k) is Gap.Dot or Gap.Hyphen or Gap.Slash && !text.Words[k - 1].IsWord
        || (text.Words.GapBefore(k) == Gap.Comma && text.Words.TextBefore(k).Length == 1 && text.Words[k - 1].HasDigit);

    /// <summary>month [de] day [year], the day an ordinal.</summary>
    private static DateReading MonthFirst(DateText text, int k)
    {
        if (text.Kind(k) != DateWordKind.Month)
        {
            return DateReading.None;
        }

        var day = text.Is(k + 1, DateWordKind.Article) ? k + 2 : k + 1;
        return text.Spaced(day) && text.Number(day).IsOrdinal && text.Day(day) is > 0 and var number ? WithYear(text, day + 1, text.Value(k), number) : DateReading.None;
    }

    /// <summary>Year, month and day in any order between hyphens or slashes.</summary>
    private static DateReading Hyphened(DateText text, int k)
    {
        if (text.Words.GapBefore(k + 1) is not (Gap.Hyphen or Gap.Slash) || text.Words.GapBefore(k + 2) != text.Words.GapBefore(k + 1))
        {
            return DateReading.None;
        }

        var month = 0;
        var year = 0;
        var day = 0;
        for (var i = k; i < k + 3; i++)
        {
            if (text.Kind(i) == DateWordKind.Month)
            {
                month = text.Value(i);
            }
            else if (text.Number(i) is { Digits: 4, IsOrdinal: false } number)
            {
                year = number.Value;
            }
            else
            {
                day = text.Day(i);
            }
        }

        return month > 0 && year > 0 && day > 0 ? DateReading.Exact(k + 3, Calendar.Of(year, month, day)) : DateReading.None;
    }

    /// <summary>Reads the year that may follow, or what says which year is meant.</summary>
    private static DateReading WithYear(DateText text, int end, int month, int day)
    {
        if (text.Year(end) is { End: > 0 } year)
        {
            return DateReading.Exact(year.End, Calendar.Of(year.Year, month, day));
        }

        if (text.Words.GapBefore(end) is Gap.Hyphen or Gap.Slash && text.Number(end) is { Digits: 2, IsOrdinal: false } two)
        {
            return DateReading.Exact(end + 1, Calendar.Of(Calendar.Century(two.Value), month, day));
        }

        var (next, last) = Calendar.Around(text.Reference, y => Calendar.Of(y, month, day));
        return WeekdayDates.Said(text, end, new DateReading(end, next, last));
    }
}
