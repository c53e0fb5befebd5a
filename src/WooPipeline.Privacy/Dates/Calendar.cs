namespace WooPipeline.Privacy;

/// <summary>Reckoning with dates.</summary>
internal static class Calendar
{
    /// <summary>A leap day comes back within eight years.</summary>
    private const int YearsAround = 8;

    /// <summary>A date; null where there is none.</summary>
    public static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    /// <summary>A year of two digits: up to 49 in this century.</summary>
    public static int Century(int year) => year < 50 ? 2000 + year : 1900 + year;

    /// <summary>The next and the last date that a rule gives for the years around a date.</summary>
    public static (DateOnly? Next, DateOnly? Last) Around(DateOnly reference, Func<int, DateOnly?> inYear)
    {
        DateOnly? next = null;
        DateOnly? last = null;
        for (var i = 0; i <= YearsAround && (next is null || last is null); i++)
        {
            next ??= inYear(reference.Year + i) is { } ahead && ahead >= reference ? ahead : null;
            last ??= inYear(reference.Year - i) is { } behind && behind < reference ? behind : null;
        }

        return (next, last);
    }

    /// <summary>The next and the last month that has a day.</summary>
    public static (DateOnly? Next, DateOnly? Last) AroundMonth(DateOnly reference, int day)
    {
        DateOnly? next = null;
        DateOnly? last = null;
        var first = new DateOnly(reference.Year, reference.Month, 1);
        for (var i = 0; i <= 2; i++)
        {
            next ??= InMonth(first.AddMonths(i), day) is { } ahead && ahead >= reference ? ahead : null;
            last ??= InMonth(first.AddMonths(-i), day) is { } behind && behind < reference ? behind : null;
        }

        return (next, last);
    }

    /// <summary>A day of the month of a date; null where the month has no such day.</summary>
    public static DateOnly? InMonth(DateOnly month, int day) => Of(month.Year, month.Month, day);

    /// <summary>The nth weekday of a month; null where it has no nth.</summary>
    public static DateOnly? NthWeekday(int year, int month, int nth, int weekday)
    {
        if (Of(year, month, 1) is not { } first)
        {
            return null;
        }

        var day = 1 + ((weekday - Iso(first) + 7) % 7) + ((nth - 1) * 7);
        return Of(year, month, day);
    }

    /// <summary>A weekday in the week of a date, so many weeks on.</summary>
    public static DateOnly InWeek(DateOnly date, int weekday, int weeks) => date.AddDays(weekday - Iso(date) + (weeks * 7));

    /// <summary>Monday is 1.</summary>
    public static int Iso(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;

    /// <summary>Easter Sunday by the Gregorian rule (Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var sum = h + l - (7 * m) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }

    /// <summary>A date so many units on; null where the calendar ends.</summary>
    public static DateOnly? Add(DateOnly date, int count, int unit)
    {
        const int Most = 100_000;
        if (Math.Abs((long)count) > Most)
        {
            return null;
        }

        try
        {
            return unit switch
            {
                1 => date.AddDays(count),
                2 => AddWorkingDays(date, count),
                7 => date.AddDays(count * 7),
                30 => date.AddMonths(count),
                90 => date.AddMonths(count * 3),
                _ => date.AddYears(count),
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static DateOnly AddWorkingDays(DateOnly date, int count)
    {
        var step = Math.Sign(count);
        while (count != 0)
        {
            date = date.AddDays(step);
            count -= Iso(date) <= 5 ? step : 0;
        }

        return date;
    }
}
