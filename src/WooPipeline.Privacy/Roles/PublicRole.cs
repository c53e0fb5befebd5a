namespace WooPipeline.Privacy;

/// <summary>Why a person is public.</summary>
/// <param name="Title">The role: <c>minister van Volksgezondheid</c>.</param>
/// <param name="Organisation">Where: <c>Tweede Kamer</c>.</param>
/// <param name="From">First day, where known.</param>
/// <param name="Until">Last day, where known.</param>
/// <param name="IsFemale">True or false where known.</param>
public sealed record PublicRole(string Title, string Organisation, DateOnly? From = null, DateOnly? Until = null, bool? IsFemale = null)
{
    private const int DaysBefore = 60;
    private const int DaysAfter = 3 * 365;

    /// <summary>
    /// True where the role holds on a date. Two months are added before (a minister to be) and three years after: documents go on
    /// about what somebody did in office.
    /// </summary>
    public bool HoldsOn(DateOnly? date) => date is not { } day
        || ((From is not { } from || day.DayNumber >= from.DayNumber - DaysBefore) && (Until is not { } until || day.DayNumber <= until.DayNumber + DaysAfter));
}
