namespace WooPipeline.Privacy;

/// <summary>Dates in digits: <c>22-02-2016</c>, <c>21/04/16</c>, <c>2016-02-22</c>, <c>11-12, 2016</c>; without a year (<c>22-4</c>) only where nothing makes it a fraction or a range.</summary>
internal static class NumericDates
{
    public static DateReading Read(DateText text, int k)
    {
        var first = AbsoluteDates.AfterWeekday(text, k);
        var separator = text.Words.GapBefore(first + 1);
        if (!IsPlain(text, first) || !IsPlain(text, first + 1) || separator is not (Gap.Hyphen or Gap.Slash or Gap.Dot) || text.Words[first].Length + text.Words[first + 1].Length > 6 || BoundBefore(text, first))
        {
            return DateReading.None;
        }

        var third = first + 2;
        if (text.Words.GapBefore(third) == separator && IsPlain(text, third))
        {
            return Three(text, first);
        }

        return Two(text, first, separator, first > k);
    }

    private static bool IsPlain(DateText text, int k) => text.Number(k) is { Digits: > 0, IsOrdinal: false };

    /// <summary>True where the number goes on to the left: a figure, a code, a telephone number.</summary>
    private static bool BoundBefore(DateText text, int k) => text.Words.GapBefore(k) is Gap.Hyphen or Gap.Slash or Gap.Dot or Gap.Underscore
        || (text.Words.GapBefore(k) is Gap.Space or Gap.Comma && text.Words[k - 1].IsNumber) || text.Words.TextBefore(k).IndexOfAny('€', '$', '£') >= 0;

    private static bool BoundAfter(DateText text, int end) => (text.Words.GapBefore(end) is Gap.Hyphen or Gap.Slash or Gap.Dot or Gap.Underscore && text.Words[end].Length > 0) || text.Words.TextBefore(end).TrimStart(" ").StartsWith("%");

    private static DateReading Three(DateText text, int k)
    {
        if (BoundAfter(text, k + 3))
        {
            return DateReading.None;
        }

        var (a, b, c) = (text.Number(k), text.Number(k + 1), text.Number(k + 2));
        if (a.Digits == 4)
        {
            return c.Digits <= 2 && b.Digits <= 2 ? Made(k + 3, a.Value, b.Value, c.Value) : DateReading.None;
        }

        return a.Digits <= 2 && b.Digits <= 2 && c.Digits is 2 or 4 ? Made(k + 3, c.Digits == 2 ? Calendar.Century(c.Value) : c.Value, b.Value, a.Value) : DateReading.None;
    }

    private static DateReading Made(int end, int year, int month, int day)
    {
        (month, day) = month > 12 && day <= 12 ? (day, month) : (month, day);
        return month is >= 1 and <= 12 && day is >= 1 and <= 31 ? DateReading.Exact(end, Calendar.Of(year, month, day)) : DateReading.None;
    }

    private static DateReading Two(DateText text, int k, Gap separator, bool named)
    {
        var (day, month) = (text.Number(k).Value, text.Number(k + 1).Value);
        (month, day) = month > 12 && day <= 12 ? (day, month) : (month, day);
        if (month is < 1 or > 12 || day is < 1 or > 31 || text.Number(k).Digits > 2 || text.Number(k + 1).Digits > 2 || BoundAfter(text, k + 2))
        {
            return DateReading.None;
        }

        if (text.Words.GapBefore(k + 2) == Gap.Comma && text.Number(k + 2) is { Digits: 4, IsOrdinal: false } year)
        {
            return Made(k + 3, year.Value, month, day);
        }

        var announced = named || text.Kind(k - 1) is DateWordKind.On or DateWordKind.From or DateWordKind.After;
        if (!announced && (separator == Gap.Dot || text.Words.GapBefore(k) is not (Gap.Space or Gap.Line or Gap.Paragraph or Gap.OpenParen or Gap.Colon)) || !text.EndsThere(k + 2))
        {
            return DateReading.None;
        }

        var (next, last) = Calendar.Around(text.Reference, y => Calendar.Of(y, month, day));
        return WeekdayDates.Said(text, k + 2, new DateReading(k + 2, next, last));
    }
}
