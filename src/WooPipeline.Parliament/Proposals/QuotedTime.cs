using System.Globalization;
using System.Text.RegularExpressions;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>When a quoted message was sent, from the line above it: <c>On Wed 22 Nov 2023 at 14:43 … wrote:</c>, <c>Op wo 22 nov 2023 om 14:43 schreef …</c>.</summary>
internal static partial class QuotedTime
{
    /// <summary>The moment, to the minute; null where the text quotes no message with a time.</summary>
    public static Instant? Of(string text)
    {
        var match = English().Match(text);
        var month = match.Success ? Months.IndexOf(match.Groups["month"].Value[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3 : -1;
        var date = match.Success && month >= 0 ? DutchText.ReadDate(match.Groups["day"].Value, DutchMonth(month), match.Groups["year"].Value) : null;
        if (date is null && Dutch().Match(text) is { Success: true } dutch)
        {
            match = dutch;
            date = DutchText.ReadDate(dutch.Groups["day"].Value, DutchMonth(DutchMonths.IndexOf(dutch.Groups["month"].Value[..3].ToLowerInvariant(), StringComparison.Ordinal) / 3), dutch.Groups["year"].Value);
        }

        return date is { } day && TimeOnly.TryParseExact(match.Groups["time"].Value.Replace('.', ':'), "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? new Instant(day.ToDateTime(time), Precision.Minute)
            : null;
    }

    private const string Months = "janfebmaraprmayjunjulaugsepoctnovdec";
    private const string DutchMonths = "janfebmrtaprmeijunjulaugsepoktnovdec";

    private static string DutchMonth(int index) => index is < 0 or > 11 ? "" : DutchText.MonthYear(new DateOnly(2000, index + 1, 1)).Split(' ')[0];

    [GeneratedRegex(@"\bOn (?:\w{3,9},? )?(?<day>\d{1,2}) (?<month>[A-Z][a-z]{2,8}) (?<year>\d{4}),? at (?<time>\d{1,2}[:.]\d{2})\b.{0,200}?wrote:", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(@"\bOp (?:\w{2,9}\.? )?(?<day>\d{1,2}) (?<month>[a-z]{3,9})\.? (?<year>\d{4}) om (?<time>\d{1,2}[:.]\d{2})\b.{0,200}?schreef", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Dutch();
}
