namespace WooPipeline.Privacy;

/// <summary>Dates by their distance: <c>eergisteren</c>, <c>de volgende dag</c>, <c>twee maanden geleden</c>, <c>over drie weken</c>, <c>drie weken na morgen</c>, <c>twee zondagen vanaf nu</c>.</summary>
internal static class RelativeDates
{
    public static DateReading Read(DateText text, int k)
    {
        switch (text.Kind(k))
        {
            case DateWordKind.Day:
                return Named(text, k);
            case DateWordKind.Ahead when text.Spaced(k + 1):
                var ahead = Durations.Read(text, k + 1);
                return ahead.End > 0 && Anchor(text, ahead.End).End == 0 && !text.Is(ahead.End, DateWordKind.Ago) ? DateReading.Exact(ahead.End, ahead.From(text.Reference, 1)) : DateReading.None;
            case DateWordKind.Article when text.Is(k + 1, DateWordKind.Which):
                return WhichDay(text, k + 1);
            case DateWordKind.Which:
                return WhichDay(text, k);
            default:
                var reading = Distance(text, k);
                return reading.End > 0 ? reading : Weekdays(text, k);
        }
    }

    /// <summary><c>morgen</c>, <c>vandaag over een week</c>; a greeting is none.</summary>
    private static DateReading Named(DateText text, int k)
    {
        if (text.Words.Folded(k - 1) is "goede" or "goeden" or "goeie")
        {
            return DateReading.None;
        }

        var day = text.Reference.AddDays(text.Value(k));
        if (text.Is(k + 1, DateWordKind.Ahead) && Durations.Read(text, k + 2) is { End: > 0, IsWeeks: true } ahead)
        {
            return DateReading.Exact(ahead.End, ahead.From(day, 1));
        }

        return DateReading.Exact(k + 1, day);
    }

    /// <summary><c>de volgende dag</c>; the last day of something else is none.</summary>
    private static DateReading WhichDay(DateText text, int which)
    {
        var isDay = text.Is(which + 1, DateWordKind.Unit) && text.Words.Folded(which + 1) == "dag";
        return isDay && !text.Is(which + 2, DateWordKind.Of) && !text.Is(which + 2, DateWordKind.On)
            ? DateReading.Exact(which + 2, text.Reference.AddDays(Math.Sign(text.Value(which)))) : DateReading.None;
    }

    private static DateReading Distance(DateText text, int k)
    {
        var length = Durations.Read(text, k);
        if (length.End == 0)
        {
            return DateReading.None;
        }

        if (text.Is(length.End, DateWordKind.Ago) || text.Is(length.End, DateWordKind.Earlier))
        {
            return DateReading.Exact(length.End + 1, length.From(text.Reference, -1));
        }

        if (text.Is(length.End, DateWordKind.Later))
        {
            return DateReading.Exact(length.End + 1, length.From(text.Reference, 1));
        }

        var anchor = Anchor(text, length.End);
        return anchor.End > 0 ? DateReading.Exact(anchor.End, length.From(anchor.Date, 1)) : DateReading.None;
    }

    /// <summary>From when: <c>vanaf nu</c>, <c>na morgen</c>, <c>gerekend vanaf gisteren</c>.</summary>
    private static (int End, DateOnly Date) Anchor(DateText text, int k)
    {
        var at = text.Is(k, DateWordKind.Count) ? k + 1 : k;
        if (!text.Is(at, DateWordKind.From) && !text.Is(at, DateWordKind.After))
        {
            return default;
        }

        return text.Is(at + 1, DateWordKind.Now) ? (at + 2, text.Reference)
            : text.Is(at + 1, DateWordKind.Day) ? (at + 2, text.Reference.AddDays(text.Value(at + 1))) : default;
    }

    /// <summary>So many weekdays on: <c>twee maandagen later</c>.</summary>
    private static DateReading Weekdays(DateText text, int k)
    {
        var count = text.Number(k);
        if (count is not { IsOrdinal: false, Value: > 0 and < 100 } || !text.Is(k + 1, DateWordKind.Weekdays))
        {
            return DateReading.None;
        }

        var end = text.Is(k + 2, DateWordKind.Later) ? k + 3 : Anchor(text, k + 2).End;
        var here = Calendar.InWeek(text.Reference, text.Value(k + 1), 0);
        var first = here > text.Reference ? here : here.AddDays(7);
        return end > 0 ? DateReading.Exact(end, first.AddDays((count.Value - 1) * 7)) : DateReading.None;
    }
}
