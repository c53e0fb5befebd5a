using System.Globalization;
using System.Text.RegularExpressions;

namespace WooPipeline.Parliament;

/// <summary>A date of which only the year, or only year and month, may be known.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">1 to 12, or null.</param>
/// <param name="Day">1 to 31, or null.</param>
public sealed partial record PartialDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>The first day it can mean.</summary>
    public DateOnly Start => new(Year, Month ?? 1, Day ?? 1);

    /// <summary>The last day it can mean.</summary>
    public DateOnly End => Day is { } day ? new DateOnly(Year, Month ?? 1, day) : new DateOnly(Year, Month ?? 12, DateTime.DaysInMonth(Year, Month ?? 12));

    /// <summary>Reads <c>2019</c>, <c>2019-05</c>, <c>2019-05-21</c>, <c>05-2019</c>, <c>21-5-2019</c>.</summary>
    public static bool TryParse(string text, out PartialDate date)
    {
        date = new PartialDate(1);
        var match = Forms().Match(text.Trim());
        if (!match.Success)
        {
            return false;
        }

        int? Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : null;
        var (year, month, day) = (Part("y") ?? 0, Part("m"), Part("d"));
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month ?? 1))
        {
            return false;
        }

        date = new PartialDate(year, month, day);
        return true;
    }

    /// <summary>As precise as it is: <c>2019-05</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}{(Month is { } m ? $"-{m:00}" : "")}{(Day is { } d ? $"-{d:00}" : "")}");

    [GeneratedRegex(@"^(?:(?<y>\d{4})(?:-(?<m>\d{1,2})(?:-(?<d>\d{1,2}))?)?|(?:(?<d>\d{1,2})-)?(?<m>\d{1,2})-(?<y>\d{4}))$", RegexOptions.CultureInvariant)]
    private static partial Regex Forms();
}
