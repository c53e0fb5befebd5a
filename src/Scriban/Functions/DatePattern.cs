using System.Globalization;
using System.Text;

namespace Scriban.Functions;

/// <summary>Date formats in the style of strftime.</summary>
internal static class DatePattern
{
    /// <summary>Prints a date; <c>%g</c> makes what follows independent of the culture.</summary>
    public static string Format(DateTime date, string pattern, CultureInfo culture)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                result.Append(pattern[i]);
            }
            else if (pattern[++i] == 'g')
            {
                culture = CultureInfo.InvariantCulture;
            }
            else
            {
                result.Append(FormatPart(date, pattern[i], culture));
            }
        }

        return result.ToString();
    }

    /// <summary>The .NET format for reading a date in a pattern.</summary>
    public static string ToDotNet(string pattern)
    {
        var result = new StringBuilder();
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '%' || i + 1 == pattern.Length)
            {
                result.Append(Literal(pattern[i]));
            }
            else if (pattern[++i] != 'g')
            {
                result.Append(DotNetPart(pattern[i]) ?? throw new FormatException($"The date pattern `%{pattern[i]}` can't be used to read a date"));
            }
        }

        // A format of one letter would be taken for a standard format.
        return result.Length == 1 ? "%" + result : result.ToString();
    }

    private static string FormatPart(DateTime date, char part, CultureInfo culture) => part switch
    {
        'c' => date.ToString("ddd MMM dd HH:mm:ss yyyy", culture),
        'C' => (date.Year / 100).ToString("00", culture),
        'D' => date.ToString("MM/dd/yy", culture),
        'e' => Padded(date.Day),
        'F' => date.ToString("yyyy-MM-dd", culture),
        'j' => date.DayOfYear.ToString("000", culture),
        'k' => Padded(date.Hour),
        'l' => Padded(((date.Hour + 11) % 12) + 1),
        'L' => date.Millisecond.ToString("000", culture),
        'n' => "\n",
        'N' => date.ToString("fffffff", culture) + "00",
        'p' => date.ToString("tt", culture).ToUpperInvariant(),
        'P' => date.ToString("tt", culture).ToLowerInvariant(),
        'r' => date.ToString("hh:mm:ss tt", culture).ToUpperInvariant(),
        'R' => date.ToString("HH:mm", culture),
        's' => new DateTimeOffset(DateTime.SpecifyKind(date, DateTimeKind.Utc)).ToUnixTimeSeconds().ToString(culture),
        't' => "\t",
        'T' => date.ToString("HH:mm:ss", culture),
        'u' => (((int)date.DayOfWeek + 6) % 7 + 1).ToString(culture),
        'U' => Week(date, culture, DayOfWeek.Sunday),
        'v' => Padded(date.Day) + "-" + date.ToString("MMM-yyyy", CultureInfo.InvariantCulture).ToUpperInvariant(),
        'V' => ISOWeek.GetWeekOfYear(date).ToString("00", culture),
        'W' => Week(date, culture, DayOfWeek.Monday),
        'w' => ((int)date.DayOfWeek).ToString(culture),
        'x' => date.ToString("d", culture),
        'X' => date.ToString("T", culture),
        'Z' => date.ToString("zzz", culture),
        '%' => "%",
        _ => DotNetPart(part) is { } format ? date.ToString(format.Length == 1 ? "%" + format : format, culture) : "%" + part,
    };

    private static string? DotNetPart(char part) => part switch
    {
        'a' => "ddd",
        'A' => "dddd",
        'b' or 'h' => "MMM",
        'B' => "MMMM",
        'c' => "ddd MMM d HH:mm:ss yyyy",
        'd' => "dd",
        'D' => "MM/dd/yy",
        'e' => "d",
        'F' => "yyyy-MM-dd",
        'H' => "HH",
        'I' => "hh",
        'k' => "H",
        'l' => "h",
        'L' => "fff",
        'm' => "MM",
        'M' => "mm",
        'n' => "\n",
        'N' => "FFFFFFF",
        'p' or 'P' => "tt",
        'r' => "hh:mm:ss tt",
        'R' => "HH:mm",
        'S' => "ss",
        't' => "\t",
        'T' => "HH:mm:ss",
        'v' => "d-MMM-yyyy",
        'y' => "yy",
        'Y' => "yyyy",
        'Z' => "zzz",
        '%' => "\\%",
        _ => null,
    };

    private static string Literal(char c) => char.IsLetter(c) || c is '\\' or '\'' or '"' or '/' or ':' or '%' ? "\\" + c : c.ToString();

    private static string Padded(int value) => value.ToString(CultureInfo.InvariantCulture).PadLeft(2);

    private static string Week(DateTime date, CultureInfo culture, DayOfWeek firstDay) =>
        culture.Calendar.GetWeekOfYear(date, CalendarWeekRule.FirstDay, firstDay).ToString("00", culture);
}
