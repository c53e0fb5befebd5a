using System.Globalization;

namespace WooPipeline.Formats.Mail;

/// <summary>Dates in headers (RFC 5322 §3.3, §4.3), leniently: no weekday, two-digit years, zone names, asctime, ISO 8601.</summary>
internal static class MailDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly char[] Separators = [' ', '\t', ',', '\r', '\n'];

    /// <summary>The moment; null where the text holds none.</summary>
    public static DateTimeOffset? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var comment = text.IndexOf('(', StringComparison.Ordinal);
        var plain = comment > 0 ? text[..comment] : text;
        if (plain.Length > 18 && char.IsAsciiDigit(plain.Trim()[0]) && plain.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(plain.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var iso))
        {
            return iso;
        }

        return FromWords(plain.Replace('-', ' ').Split(Separators, StringSplitOptions.RemoveEmptyEntries), plain);
    }

    private static DateTimeOffset? FromWords(string[] words, string plain)
    {
        int day = 0, month = 0, year = -1;
        (int H, int M, int S)? time = null;
        foreach (var word in words)
        {
            if (month == 0 && word.Length >= 3 && Array.IndexOf(Months, word[..3].ToLowerInvariant()) is >= 0 and var m)
            {
                month = m + 1;
            }
            else if (time is null && word.Contains(':', StringComparison.Ordinal))
            {
                time = Time(word);
            }
            else if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (day == 0 && word.Length <= 2 && number is > 0 and < 32)
                {
                    day = number;
                }
                else if (year < 0 && month > 0 && word.Length is 2 or 3 or 4)
                {
                    year = word.Length == 2 ? number + (number < 50 ? 2000 : 1900) : word.Length == 3 ? number + 1900 : number;
                }
            }
        }

        if (day == 0 || month == 0 || year is < 1 or > 9998 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        var (hour, minute, second) = time ?? (0, 0, 0);
        return hour > 23 || minute > 59
            ? null
            : new DateTimeOffset(year, month, day, hour, minute, Math.Min(second, 59), Zone(plain));
    }

    private static (int H, int M, int S) Time(string word)
    {
        var parts = word.Split(':', '.');
        return (Number(parts, 0), Number(parts, 1), Number(parts, 2));
    }

    private static int Number(string[] parts, int index) =>
        index < parts.Length && int.TryParse(parts[index].AsSpan(0, Math.Min(2, parts[index].Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;

    private static TimeSpan Zone(string plain)
    {
        var text = plain.TrimEnd();
        var sign = text.LastIndexOfAny(['+', '-']);
        if (sign > 0 && text.Length - sign >= 4 && text.LastIndexOf(':') < sign + 4)
        {
            var digits = new string([.. text.AsSpan(sign + 1).ToArray().TakeWhile(c => char.IsAsciiDigit(c) || c == ':').Where(char.IsAsciiDigit)]);
            if (digits.Length is 3 or 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                var minutes = Math.Min(((number / 100) * 60) + (number % 100), 14 * 60);
                return TimeSpan.FromMinutes(text[sign] == '-' ? -minutes : minutes);
            }
        }

        return text[(text.LastIndexOf(' ') + 1)..].ToUpperInvariant() switch
        {
            "EST" => TimeSpan.FromHours(-5),
            "EDT" => TimeSpan.FromHours(-4),
            "CST" => TimeSpan.FromHours(-6),
            "CDT" => TimeSpan.FromHours(-5),
            "MST" => TimeSpan.FromHours(-7),
            "MDT" => TimeSpan.FromHours(-6),
            "PST" => TimeSpan.FromHours(-8),
            "PDT" => TimeSpan.FromHours(-7),
            "CET" or "MET" => TimeSpan.FromHours(1),
            "CEST" or "MEST" => TimeSpan.FromHours(2),
            _ => TimeSpan.Zero,
        };
    }
}
