using System.Collections.Immutable;

namespace WooPipeline.Privacy;

/// <summary>A length of time: <c>2 jaar, 1 maand en 21 dagen</c>, <c>een paar weken</c>, <c>anderhalve week</c>.</summary>
/// <param name="End">One past its last word; 0 where there is none.</param>
/// <param name="Parts">Counts and units in the order written.</param>
internal readonly record struct Duration(int End, ImmutableArray<(int Count, int Unit)> Parts)
{
    public bool IsWeeks => Parts.Length == 1 && Parts[0].Unit == 7;

    /// <summary>The date so far on (1) or back (-1): years and months first, as the calendar counts.</summary>
    public DateOnly? From(DateOnly date, int direction)
    {
        DateOnly? moved = date;
        foreach (var (count, unit) in Parts.OrderByDescending(p => p.Unit))
        {
            moved = moved is { } here ? Calendar.Add(here, count * direction, unit) : null;
        }

        return moved;
    }
}

/// <summary>Reads lengths of time.</summary>
internal static class Durations
{
    private const int MostParts = 4;

    public static Duration Read(DateText text, int k)
    {
        var parts = ImmutableArray.CreateBuilder<(int Count, int Unit)>();
        var end = 0;
        while (parts.Count < MostParts)
        {
            var at = end == 0 ? k : text.Is(end, DateWordKind.And) ? end + 1 : end;
            if (end > 0 && !text.Spaced(at) && text.Words.GapBefore(at) != Gap.Comma)
            {
                break;
            }

            var unit = Count(text, at, out var count, out var halves);
            if (unit == 0 || !text.Is(unit, DateWordKind.Unit))
            {
                break;
            }

            parts.Add((count, text.Value(unit)));
            if (halves)
            {
                var (half, of) = text.Value(unit) switch { 7 => (4, 1), 30 => (15, 1), 365 => (6, 30), _ => (0, 1) };
                parts.Add((half, of));
            }

            end = unit + 1;
        }

        return new Duration(end, parts.ToImmutable());
    }

    /// <summary>The count before a unit; gives the word of the unit, 0 where no count stands there.</summary>
    private static int Count(DateText text, int k, out int count, out bool halves)
    {
        halves = text.Kind(k) == DateWordKind.Half;
        var number = text.Number(k);
        count = halves ? 1 : number.Value;
        if (text.Kind(k) == DateWordKind.Few)
        {
            count = text.Value(k);
            return text.Is(k + 1, DateWordKind.Few) ? Few(text, k + 1, out count) : k + 1;
        }

        return count > 0 && !number.IsOrdinal && number.Digits < 4 ? k + 1 : 0;
    }

    private static int Few(DateText text, int k, out int count)
    {
        count = text.Value(k);
        return k + 1;
    }
}
