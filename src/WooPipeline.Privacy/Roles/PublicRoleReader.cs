using System.Globalization;
using System.Text.RegularExpressions;

namespace WooPipeline.Privacy;

/// <summary>Reads the role of a register's row, with the period that may stand in brackets: <c>minister van X (tot 10 januari 2022)</c>.</summary>
internal static partial class PublicRoleReader
{
    private static readonly string[] Months =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    public static PublicRole Read(RegisterRow row)
    {
        DateOnly? from = null;
        DateOnly? until = null;
        foreach (Match match in Period().Matches(row.Function))
        {
            if (ReadDay(match.Groups["day"].Value) is not { } day)
            {
                continue;
            }

            if (match.Groups["word"].Value.ToLowerInvariant() is "tot" or "t/m" or "until")
            {
                until = day;
            }
            else
            {
                from = day;
            }
        }

        return new PublicRole(row.Function, row.Organisation, from, until);
    }

    private static DateOnly? ReadDay(string text)
    {
        var parts = text.ToLowerInvariant().Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        var year = parts.Select(p => p.Length == 4 && int.TryParse(p, CultureInfo.InvariantCulture, out var y) ? y : 0).Max();
        if (year == 0)
        {
            return null;
        }

        var month = Math.Max(1, parts.Select(p => Array.IndexOf(Months, p) + 1).Max());
        var day = parts.Select(p => p.Length <= 2 && int.TryParse(p, CultureInfo.InvariantCulture, out var d) ? d : 0).FirstOrDefault(d => d is > 0 and < 32, 1);
        return new DateOnly(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
    }

    [GeneratedRegex(@"(?<word>tot|t/m|vanaf|sinds|van|until|from|since)\s+(?:en met\s+)?(?<day>(?:\d{1,2}[ -])?(?:[a-z]+ |\d{1,2}-)?\d{4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Period();
}
