namespace WooPipeline.Privacy;

/// <summary>
/// Dates by their weekday: <c>vrijdag</c>, <c>aanstaande vrijdag</c>, <c>volgende week op vrijdag</c>, <c>donderdag de 21ste</c>,
/// <c>de eerste vrijdag van juli</c>, <c>dinsdag over twee weken</c>, <c>vrijdag a.s.</c>
/// </summary>
internal static class WeekdayDates
{
    public static DateReading Read(DateText text, int k)
    {
        switch (text.Kind(k))
        {
            case DateWordKind.Weekday:
                return FromWeekday(text, k);
            case DateWordKind.Which when text.Is(k + 1, DateWordKind.Weekday):
                return Which(text, k + 2, text.Value(k + 1), text.Value(k));
            case DateWordKind.Which when text.Is(k + 1, DateWordKind.Unit) && text.Value(k + 1) == 7:
                var day = text.Kind(k + 2) == DateWordKind.On && text.Words.Folded(k + 2) == "op" && text.Spaced(k + 2) ? k + 3 : k + 2;
                return text.Is(day, DateWordKind.Weekday) ? DateReading.Exact(day + 1, Calendar.InWeek(text.Reference, text.Value(day), Math.Sign(text.Value(k)))) : DateReading.None;
            default:
                return Nth(text, k);
        }
    }

    /// <summary>What a word behind an open date says of it: <c>a.s.</c> the next, <c>jl.</c> the last.</summary>
    public static DateReading Said(DateText text, int end, DateReading open)
    {
        if (text.Is(end, DateWordKind.Past))
        {
            return DateReading.Exact(end + 1, open.Last);
        }

        var coming = text.Words.Folded(end) == "a" && text.Words.Folded(end + 1) == "s" && text.Words.GapBefore(end + 1) == Gap.Dot && text.Spaced(end);
        return coming ? DateReading.Exact(end + 2, open.Next) : open;
    }

    private static DateReading FromWeekday(DateText text, int k)
    {
        var weekday = text.Value(k);
        var number = text.Is(k + 1, DateWordKind.Article) && text.Number(k + 2).IsOrdinal ? text.Day(k + 2) : 0;
        if (number > 0)
        {
            return DateReading.Exact(k + 3, WithDay(text.Reference, weekday, number));
        }

        if (text.Is(k + 1, DateWordKind.Which) && text.Is(k + 2, DateWordKind.Unit) && text.Value(k + 2) == 7)
        {
            return DateReading.Exact(k + 3, Calendar.InWeek(text.Reference, weekday, Math.Sign(text.Value(k + 1))));
        }

        var open = Open(text.Reference, weekday, k + 1);
        if (text.Is(k + 1, DateWordKind.Ahead) && Durations.Read(text, k + 2) is { End: > 0, IsWeeks: true } ahead)
        {
            return DateReading.Exact(ahead.End, open.Next is { } coming ? ahead.From(coming, 1) : null);
        }

        return Said(text, k + 1, open);
    }

    private static DateReading Open(DateOnly reference, int weekday, int end)
    {
        var here = Calendar.InWeek(reference, weekday, 0);
        return new DateReading(end, here >= reference ? here : here.AddDays(7), here < reference ? here : here.AddDays(-7));
    }

    private static DateReading Which(DateText text, int end, int weekday, int which)
    {
        var here = Calendar.InWeek(text.Reference, weekday, 0);
        return DateReading.Exact(end, which switch
        {
            2 => here > text.Reference ? here : here.AddDays(7),
            -2 => here < text.Reference ? here : here.AddDays(-7),
            _ => here.AddDays(which * 7),
        });
    }

    /// <summary>The nearest month in which a day of the month falls on a weekday; this month where none is near.</summary>
    private static DateOnly? WithDay(DateOnly reference, int weekday, int day)
    {
        var first = new DateOnly(reference.Year, reference.Month, 1);
        foreach (var months in (ReadOnlySpan<int>)[0, 1, -1, 2, -2, 3, -3])
        {
            if (Calendar.InMonth(first.AddMonths(months), day) is { } date && Calendar.Iso(date) == weekday)
            {
                return date;
            }
        }

        return Calendar.InMonth(first, day);
    }

    /// <summary>The nth weekday, of this month where no month follows; <c>de</c> belongs to it only before a month.</summary>
    private static DateReading Nth(DateText text, int k)
    {
        var article = text.Kind(k) == DateWordKind.Article;
        var at = article ? k + 1 : k;
        var number = text.Number(at);
        if (number is not { IsOrdinal: true, Value: >= 1 and <= 5 } || !text.Is(at + 1, DateWordKind.Weekday) || (article && !text.Spaced(at)))
        {
            return DateReading.None;
        }

        var (weekday, end) = (text.Value(at + 1), at + 2);
        if (text.Is(end, DateWordKind.Of) && text.Is(end + 1, DateWordKind.Month))
        {
            var month = text.Value(end + 1);
            if (text.Year(end + 2) is { End: > 0 } year)
            {
                return DateReading.Exact(year.End, Calendar.NthWeekday(year.Year, month, number.Value, weekday));
            }

            var (next, last) = Calendar.Around(text.Reference, y => Calendar.NthWeekday(y, month, number.Value, weekday));
            return new DateReading(end + 2, next, last);
        }

        if (MonthDays.OfMonth(text, end) is { End: > 0 } named)
        {
            return DateReading.Exact(named.End, Calendar.NthWeekday(named.First.Year, named.First.Month, number.Value, weekday));
        }

        return article ? DateReading.None : DateReading.Exact(end, Calendar.NthWeekday(text.Reference.Year, text.Reference.Month, number.Value, weekday));
    }
}
