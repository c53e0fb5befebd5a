using System.Globalization;
using System.Text.RegularExpressions;

namespace WooPipeline.Templating;

/// <summary>A date as templates hold it: ISO 8601, as precise as it is known.</summary>
internal sealed partial record IsoMoment(int Year, int? Month, int? Day, TimeOnly? Time)
{
    public static IsoMoment? Read(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int? Part(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : null;
        var (year, month, day) = (Part("y") ?? 0, Part("m"), Part("d"));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month ?? 1) || Part("h") > 23 || Part("i") > 59 || Part("s") > 59)
        {
            return null;
        }

        TimeOnly? time = Part("h") is { } hour ? new TimeOnly(hour, Part("i") ?? 0, Part("s") ?? 0) : null;
        return new IsoMoment(year, month, day, time);
    }

    public DateOnly? Date => Month is { } month && Day is { } day ? new DateOnly(Year, month, day) : null;

    [GeneratedRegex(@"^(?<y>\d{4})(?:-(?<m>\d\d)(?:-(?<d>\d\d)(?:[T ](?<h>\d\d):(?<i>\d\d)(?::(?<s>\d\d))?(?:[+-]\d\d:\d\d|Z)?)?)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
