using System.Buffers;
using System.Globalization;

namespace WooPipeline.Templating;

/// <summary>Dates, counts and lists as Dutch officials write them. Pure functions of their arguments and our own word lists.</summary>
public static class DutchText
{
    private static readonly SearchValues<char> OpeningMarks = SearchValues.Create("[(*_\"'“‘");

    private static DutchWords Words => DutchWords.Default;

    /// <summary><c>14 februari 2023</c>.</summary>
    public static string Date(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{DayMonth(date)} {date.Year}");

    /// <summary><c>14 februari</c>.</summary>
    public static string DayMonth(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Words.Months[date.Month - 1]}");

    /// <summary><c>februari 2023</c>.</summary>
    public static string MonthYear(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{Words.Months[date.Month - 1]} {date.Year}");

    /// <summary><c>dinsdag 14 februari 2023</c>.</summary>
    public static string LongDate(DateOnly date) => $"{Words.Days[(int)date.DayOfWeek]} {Date(date)}";

    /// <summary><c>14.43</c>, hours and minutes as written in running text.</summary>
    public static string Time(TimeOnly time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour}.{time.Minute:00}");

    /// <summary><c>zeven</c>; figures above twenty.</summary>
    public static string Cardinal(int number) =>
        number >= 0 && number < Words.Cardinals.Length ? Words.Cardinals[number] : number.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>derde</c>; <c>21e</c> above twenty.</summary>
    public static string Ordinal(int number) =>
        number >= 0 && number < Words.Ordinals.Length ? Words.Ordinals[number] : string.Create(CultureInfo.InvariantCulture, $"{number}e");

    /// <summary><c>1 vraag</c>, <c>3 vragen</c>.</summary>
    public static string Count(int number, string singular, string plural) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? singular : plural)}");

    /// <summary><c>a</c>, <c>a en b</c>, <c>a, b en c</c>; with semicolons where a part has a comma of its own.</summary>
    public static string Enumerate(IReadOnlyList<string> parts, string last = "en")
    {
        if (parts.Count < 2)
        {
            return parts.Count == 0 ? "" : parts[0];
        }

        var comma = parts.Count > 2 && parts.Any(p => p.Contains(',', StringComparison.Ordinal)) ? "; " : ", ";
        return $"{string.Join(comma, parts.Take(parts.Count - 1))} {last} {parts[^1]}";
    }

    /// <summary>Who put the questions: <c>het lid Jansen (AB)</c>, <c>de leden Jansen en De Wit (beiden AB)</c>, <c>de leden A (X), B (Y) en C (X)</c>.</summary>
    public static string Members(IReadOnlyList<(string Name, string Party)> members)
    {
        var parties = members.Select(m => m.Party).Distinct(StringComparer.Ordinal).ToList();
        if (members.Count == 1)
        {
            return $"het lid {WithParty(members[0].Name, members[0].Party)}";
        }

        var one = parties.Count == 1 && parties[0].Length > 0;
        var names = members.Select(m => one ? m.Name : WithParty(m.Name, m.Party)).ToList();
        return $"de leden {Enumerate(names)}{(one ? $" ({(members.Count == 2 ? "beiden" : "allen")} {parties[0]})" : "")}";
    }

    /// <summary>The first letter as a capital; <c>ij</c> as one letter. Marks before it (a link's bracket, a quotation mark) stay.</summary>
    public static string Capitalised(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(OpeningMarks);
        return first < 0 ? text
            : text.AsSpan(first).StartsWith("ij") ? $"{text[..first]}IJ{text[(first + 2)..]}"
            : $"{text[..first]}{char.ToUpperInvariant(text[first])}{text[(first + 1)..]}";
    }

    /// <summary>A count from figures or a word (<c>drie</c>, <c>een</c>); null where it is neither.</summary>
    public static int? ReadCardinal(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : string.Equals(text, "een", StringComparison.OrdinalIgnoreCase) ? 1
        : Words.Cardinals.Select(w => w.ToLowerInvariant()).ToList().IndexOf(text.ToLowerInvariant()) is >= 0 and var word ? word
        : null;

    /// <summary>A date from its written parts: <c>3</c>, <c>juni</c>, <c>2021</c>; null where they make none.</summary>
    public static DateOnly? ReadDate(string day, string month, string year)
    {
        var number = Words.Months.IndexOf(month.ToLowerInvariant()) + 1;
        return number > 0 && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d) &&
            int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is > 0 and < 10000 && d >= 1 && d <= DateTime.DaysInMonth(y, number)
                ? new DateOnly(y, number, d)
                : null;
    }

    private static string WithParty(string name, string party) => party.Length == 0 ? name : $"{name} ({party})";
}
