namespace WooPipeline.Privacy;

/// <summary>A day of a month that is not named: <c>de 20e van volgende maand</c>, <c>de 2e van de maand</c>, and after a word of time <c>(op) de 15e</c>.</summary>
internal static class MonthDays
{
    public static DateReading Read(DateText text, int k)
    {
        var article = text.Kind(k) == DateWordKind.Article && text.Spaced(k + 1);
        var day = article ? k + 1 : k;
        var number = text.Day(day);
        if (number == 0)
        {
            return DateReading.None;
        }

        if (text.Number(day).IsOrdinal && OfMonth(text, day + 1) is { End: > 0 } month)
        {
            return DateReading.Exact(month.End, Calendar.InMonth(month.First, number));
        }

        var announced = text.Kind(k - 1) is DateWordKind.On or DateWordKind.From or DateWordKind.After && text.Spaced(k);
        if (!announced || !text.EndsThere(day + 1) || (article ? !text.Number(day).IsOrdinal : !IsBareNumber(text, day)))
        {
            return DateReading.None;
        }

        var (next, last) = Calendar.AroundMonth(text.Reference, number);
        return new DateReading(day + 1, next, last);
    }

    /// <summary><c>op 15 terug</c>: digits, after <c>op</c>, before a word that follows a day.</summary>
    private static bool IsBareNumber(DateText text, int day) => text.Number(day) is { Digits: > 0, IsOrdinal: false } && text.Words.Folded(day - 1) == "op" && text.Spaced(day + 1);

    /// <summary>A month by which one it is: <c>van deze maand</c>, <c>van de volgende maand</c>, <c>van de maand</c>.</summary>
    public static (int End, DateOnly First) OfMonth(DateText text, int k)
    {
        var at = text.Is(k, DateWordKind.Of) ? k + 1 : k;
        var article = text.Is(at, DateWordKind.Article);
        at += article ? 1 : 0;
        var which = text.Is(at, DateWordKind.Which);
        var steps = which ? Math.Sign(text.Value(at)) : 0;
        at += which ? 1 : 0;
        if (!(which || (article && at > k + 1)) || !(text.Is(at, DateWordKind.Unit) && text.Value(at) == 30))
        {
            return default;
        }

        return (at + 1, new DateOnly(text.Reference.Year, text.Reference.Month, 1).AddMonths(steps));
    }
}
