using System.Collections.Frozen;

namespace WooPipeline.Privacy;

/// <summary>Holidays and feasts by name (<c>tweede kerstdag</c>, <c>Pasen 2025</c>), by the rules of <c>Data/dates/holidays.csv</c>.</summary>
internal static class Holidays
{
    private static readonly FrozenDictionary<ulong, Holiday[]> ByFirstWord = Load();

    /// <summary>False where no holiday starts with a word.</summary>
    public static bool MayStart(ulong hash) => ByFirstWord.ContainsKey(hash);

    public static DateReading Read(DateText text, int k)
    {
        if (!ByFirstWord.TryGetValue(text.Words[k].Hash, out var holidays))
        {
            return DateReading.None;
        }

        foreach (var holiday in holidays)
        {
            var end = Match(text, k, holiday.Words);
            if (end == 0)
            {
                continue;
            }

            if (text.Year(end) is { End: > 0 } year)
            {
                return DateReading.Exact(year.End, holiday.In(year.Year));
            }

            var (next, last) = Calendar.Around(text.Reference, y => holiday.In(y));
            return WeekdayDates.Said(text, end, new DateReading(end, next, last));
        }

        return DateReading.None;
    }

    private static int Match(DateText text, int k, ulong[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (text.Words[k + i].Hash != words[i] || (i > 0 && !text.Spaced(k + i)))
            {
                return 0;
            }
        }

        return k + words.Length;
    }

    private static FrozenDictionary<ulong, Holiday[]> Load() => DateVocabulary.Rows("holidays.csv")
        .Select(r => new Holiday([.. r["name"].Split(' ').Select(w => WordHash.Of(Folding.Fold(w)))], r["rule"], DateVocabulary.Number(r["first"]), r["second"].Length > 0 ? DateVocabulary.Number(r["second"]) : 0))
        .OrderByDescending(h => h.Words.Length).GroupBy(h => h.Words[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>A holiday.</summary>
    /// <param name="Words">Hashes of the words of its name.</param>
    /// <param name="Rule">How its date is found.</param>
    /// <param name="First">Month, or days from Easter.</param>
    /// <param name="Second">Day, or which weekday of the month.</param>
    private sealed record Holiday(ulong[] Words, string Rule, int First, int Second)
    {
        public DateOnly? In(int year) => Rule switch
        {
            "easter" => year is >= 1583 and <= 9998 ? Calendar.Easter(year).AddDays(First) : null,
            "king" => Calendar.Of(year, First, Second) is { DayOfWeek: DayOfWeek.Sunday } sunday ? sunday.AddDays(-1) : Calendar.Of(year, First, Second),
            "sunday" => Calendar.NthWeekday(year, First, Second, 7),
            "tuesday" => Calendar.NthWeekday(year, First, Second, 2),
            _ => Calendar.Of(year, First, Second),
        };
    }
}
