using System.Globalization;
using System.Text.RegularExpressions;

namespace WooPipeline.Publication.Inventory;

/// <summary>How the platform reads a date: six formats in turn, the first that fits wins, months and days beyond their range roll over.</summary>
internal static partial class PlatformDate
{
    /// <summary>The day it reads, with the format that fitted; null where none does and the row is refused.</summary>
    public static (DateOnly Day, string Format, bool RolledOver)? Read(string text)
    {
        foreach (var (pattern, format) in new[] { (YearDash(), "Y-m-d"), (DayDash(), "d-m-Y"), (YearSlash(), "Y/m/d"), (DaySlash(), "d/m/Y"), (DayTime(), "d/m/Y H:i"), (American(), "m/d/Y h:i a T") })
        {
            var match = pattern.Match(text);
            if (match.Success)
            {
                return Roll(Number(match, "y"), Number(match, "m"), Number(match, "d"), format);
            }
        }

        return null;
    }

    private static (DateOnly, string, bool) Roll(int year, int month, int day, string format)
    {
        var rolled = month is < 1 or > 12;
        var months = (year * 12) + month - 1;
        var first = new DateOnly(Math.Clamp(months / 12, 1, 9998), (((months % 12) + 12) % 12) + 1, 1);
        rolled |= day < 1 || day > System.DateTime.DaysInMonth(first.Year, first.Month);
        return (first.AddDays(day - 1), format, rolled);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>\d{1,4})-(?<m>\d{1,2})-(?<d>\d{1,2})\z")]
    private static partial Regex YearDash();

    [GeneratedRegex(@"^(?<d>\d{1,2})-(?<m>\d{1,2})-(?<y>\d{1,4})\z")]
    private static partial Regex DayDash();

    [GeneratedRegex(@"^(?<y>\d{1,4})/(?<m>\d{1,2})/(?<d>\d{1,2})\z")]
    private static partial Regex YearSlash();

    [GeneratedRegex(@"^(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>\d{1,4})\z")]
    private static partial Regex DaySlash();

    [GeneratedRegex(@"^(?<d>\d{1,2})/(?<m>\d{1,2})/(?<y>\d{1,4}) \d{1,2}:\d{2}\z")]
    private static partial Regex DayTime();

    [GeneratedRegex(@"^(?<m>\d{1,2})/(?<d>\d{1,2})/(?<y>\d{1,4}) \d{1,2}:\d{2} ?(?:[AaPp]\.?[Mm]\.?) ?[A-Za-z/_+\-0-9:]+\z")]
    private static partial Regex American();
}
