namespace WooPipeline.Privacy;

/// <summary>What was read from a word on.</summary>
/// <param name="End">One past its last word; 0 where nothing was read.</param>
/// <param name="Next">The first such date on or after the reference date.</param>
/// <param name="Last">The last such date before it.</param>
internal readonly record struct DateReading(int End, DateOnly? Next, DateOnly? Last)
{
    public static DateReading None => default;

    /// <summary>A reading that means one date, or none that exists.</summary>
    public static DateReading Exact(int end, DateOnly? date) => new(end, date, date);
}
