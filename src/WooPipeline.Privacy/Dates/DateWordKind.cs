namespace WooPipeline.Privacy;

/// <summary>What a word does in a date; named as in <c>Data/dates/words.csv</c>.</summary>
internal enum DateWordKind : byte
{
    None,
    Month,

    /// <summary>Monday is 1 (ISO 8601).</summary>
    Weekday,

    /// <summary>A short form that is also another word (<c>do</c>, <c>za</c>): counts only before a date.</summary>
    WeekdayShort,
    Weekdays,

    /// <summary>Days from today: <c>morgen</c>.</summary>
    Day,

    /// <summary>Days a unit stands for; 2 is a working day.</summary>
    Unit,

    /// <summary>Which one: 0 this, 1 next, 2 the coming, -1 the one before, -2 the last.</summary>
    Which,
    Few,
    Article,
    Of,
    On,
    From,
    Count,
    After,
    Ahead,
    Ago,
    Later,
    Earlier,
    Now,
    And,
    Half,
    Past,
}

/// <summary>A word of a date.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Value">Its number.</param>
internal readonly record struct DateWord(DateWordKind Kind, int Value);
