using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Finds the dates of a Dutch text: written out (<c>12 maart 2024</c>, <c>12-3-24</c>, <c>de tiende van september, tweeduizend</c>), relative
/// (<c>morgen</c>, <c>over drie weken</c>, <c>volgende week dinsdag</c>, <c>de 2e van de maand</c>), weekdays and holidays. The vocabulary is
/// data (<c>Data/dates</c>). Thread-safe; linear in the size of the text.
/// </summary>
public static class DutchDates
{
    /// <summary>All dates in order of place, none overlapping; of readings that start at one place the longest.</summary>
    /// <param name="text">The text.</param>
    /// <param name="reference">The date on which it was written.</param>
    public static ImmutableArray<DutchDate> Find(string text, DateOnly reference)
    {
        ArgumentNullException.ThrowIfNull(text);
        using var words = Tokenizer.Cut(text, Lexicon.Default);
        var dates = new DateText(words, reference);
        var found = ImmutableArray.CreateBuilder<DutchDate>();
        for (var k = 0; k < words.Count; k++)
        {
            if (!dates.MayStart(k))
            {
                continue;
            }

            var best = Best(dates, k);
            if (best.End > k)
            {
                found.Add(new DutchDate(new TextSpan(words[k].Start, dates.EndOf(best.End)), best.Next, best.Last));
                k = best.End - 1;
            }
        }

        return found.ToImmutable();
    }

    /// <summary>One past the last unit of a date with its year that starts at a word; the word's own start where there is none.</summary>
    internal static int EndOfFull(TokenText words, int k)
    {
        var dates = new DateText(words, Never);
        if (!dates.MayStart(k))
        {
            return words[k].Start;
        }

        var reading = AbsoluteDates.Read(dates, k);
        reading = reading.End > 0 ? reading : NumericDates.Read(dates, k);
        return reading.End > 0 && reading.Next is not null && reading.Next == reading.Last ? words[reading.End - 1].End : words[k].Start;
    }

    /// <summary>Stands for today where only dates that need no reference count.</summary>
    private static readonly DateOnly Never = new(1000, 1, 1);

    private static DateReading Best(DateText dates, int k)
    {
        var best = DateReading.None;
        foreach (var read in Readers)
        {
            var reading = read(dates, k);
            best = reading.End > best.End ? reading : best;
        }

        return best;
    }

    private static readonly ImmutableArray<Func<DateText, int, DateReading>> Readers =
        [AbsoluteDates.Read, NumericDates.Read, MonthDays.Read, WeekdayDates.Read, RelativeDates.Read, Holidays.Read];
}
