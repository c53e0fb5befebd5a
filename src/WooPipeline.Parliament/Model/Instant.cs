using System.Globalization;

namespace WooPipeline.Parliament;

/// <summary>A moment, as precisely as its source gives it.</summary>
/// <param name="Local">Local time as written; parts below the precision are zero.</param>
/// <param name="Precision">How precise it is.</param>
/// <param name="Offset">Distance from UTC where the source gives one.</param>
public sealed record Instant(DateTime Local, Precision Precision, TimeSpan? Offset = null)
{
    private static readonly (string Form, Precision Precision)[] Forms =
    [
        ("yyyy-MM-dd", Precision.Day), ("d-M-yyyy", Precision.Day),
        ("yyyy-MM-dd'T'HH:mm", Precision.Minute), ("yyyy-MM-dd HH:mm", Precision.Minute), ("d-M-yyyy HH:mm", Precision.Minute),
        ("yyyy-MM-dd'T'HH:mm:ss", Precision.Second), ("yyyy-MM-dd HH:mm:ss", Precision.Second), ("d-M-yyyy HH:mm:ss", Precision.Second),
    ];

    private static readonly (string Form, Precision Precision)[] ZonedForms =
    [
        ("yyyy-MM-dd'T'HH:mmzzz", Precision.Minute), ("yyyy-MM-dd'T'HH:mm:sszzz", Precision.Second),
    ];

    /// <summary>The day.</summary>
    public DateOnly Date => DateOnly.FromDateTime(Local);

    /// <summary>The time of day; null where only the day is known.</summary>
    public TimeOnly? Time => Precision == Precision.Day ? null : TimeOnly.FromDateTime(Local);

    /// <summary>Reads a date or a date with a time, with or without seconds and offset.</summary>
    public static bool TryParse(string text, out Instant instant)
    {
        foreach (var (form, precision) in Forms)
        {
            if (DateTime.TryParseExact(text.Trim(), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            {
                instant = new Instant(local, precision);
                return true;
            }
        }

        foreach (var (form, precision) in ZonedForms)
        {
            if (DateTimeOffset.TryParseExact(text.Trim(), form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned))
            {
                instant = new Instant(zoned.DateTime, precision, zoned.Offset);
                return true;
            }
        }

        instant = new Instant(default, Precision.Day);
        return false;
    }

    /// <summary>
    /// Shortest and longest time that can lie between two moments: a moment to the minute may be any second of that minute.
    /// Null where one is known only to the day.
    /// </summary>
    public static (TimeSpan Shortest, TimeSpan Longest)? Between(Instant from, Instant until)
    {
        if (from.Precision == Precision.Day || until.Precision == Precision.Day)
        {
            return null;
        }

        var (start, end) = from.Offset is { } a && until.Offset is { } b ? (from.Local - a, until.Local - b) : (from.Local, until.Local);
        return (end - start - from.Slack, end + until.Slack - start);
    }

    private TimeSpan Slack => Precision == Precision.Minute ? TimeSpan.FromSeconds(59) : TimeSpan.Zero;
}
