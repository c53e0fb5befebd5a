using System.Globalization;
using System.Text.RegularExpressions;

namespace WooPipeline.Formats.Chat;

/// <summary>A line that opens a message.</summary>
/// <param name="Time">Date and time as written.</param>
/// <param name="Date">Read, where it is a date.</param>
/// <param name="Sender">Name or number before the colon; empty for a line of the program itself.</param>
/// <param name="Text">What follows.</param>
internal sealed partial record ChatLine(string Time, DateTimeOffset? Date, string Sender, string Text)
{
    private const int MaxSenderLength = 60;

    /// <summary>
    /// Reads the openings in use: <c>[22-11-2023 05:41] Name: text</c> (Signal, Teams, WhatsApp on iOS, also with seconds, comma, AM/PM),
    /// <c>22-11-2023 05:41 - Name: text</c> (WhatsApp on Android) and <c>Name  22-11-2023 05:41</c> above its text (Teams). Null for another line.
    /// </summary>
    public static ChatLine? Parse(string line)
    {
        var plain = DirectionMarks().Replace(line, "").TrimEnd();
        var match = Opening().Match(plain);
        if (match.Success)
        {
            var (sender, text) = SenderOf(match.Groups["rest"].Value);
            return new ChatLine(match.Groups["time"].Value, DateOf(match.Groups["time"].Value), sender, text);
        }

        match = TeamsOpening().Match(plain);
        return match.Success
            ? new ChatLine(match.Groups["time"].Value, DateOf(match.Groups["time"].Value), match.Groups["sender"].Value.Trim(), "")
            : null;
    }

    private static (string Sender, string Text) SenderOf(string rest)
    {
        var colon = rest.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0 && rest.EndsWith(':'))
        {
            colon = rest.Length - 1;
        }

        if (colon <= 0 || colon > MaxSenderLength || ProgramLine().IsMatch(rest[..colon]))
        {
            return ("", rest);
        }

        return (rest[..colon].Trim(), rest[(colon + 1)..].TrimStart(' '));
    }

    private static DateTimeOffset? DateOf(string time)
    {
        var match = DateParts().Match(time);
        if (!match.Success)
        {
            return null;
        }

        var numbers = Numbers().Matches(match.Value).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).ToArray();
        var (year, month, day) = numbers[0] > 31 ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[1], numbers[0]);
        if (month > 12)
        {
            (month, day) = (day, month); // month first, as phones set to American English write it
        }

        year += year < 100 ? 2000 : 0;
        var clock = Clock().Match(time);
        var hour = int.Parse(clock.Groups["h"].Value, CultureInfo.InvariantCulture);
        var half = clock.Groups["half"].Value;
        hour = half.StartsWith("p", StringComparison.OrdinalIgnoreCase) && hour < 12 ? hour + 12
            : half.StartsWith("a", StringComparison.OrdinalIgnoreCase) && hour == 12 ? 0 : hour;
        var minute = int.Parse(clock.Groups["m"].Value, CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && day >= 1 && year is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(year, month) && hour < 24 && minute < 60
            ? new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero)
            : null;
    }

    private const string Moment = @"(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:,|\s+om)?[ T\u202F\u00A0]{1,2}\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[\s\u202F\u00A0]?[AaPp]\.?\s?[Mm]\.?)?";

    [GeneratedRegex(@"^\s*(?:\[(?<time>" + Moment + @")\]\s?(?:-\s)?|(?<time>" + Moment + @")\s+[-\u2013]\s)(?<rest>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^(?<sender>\p{L}[^\[\]:]{1,60}?)(?:\s{2,}|\t+|\s[-\u2013|]\s)\[?(?<time>" + Moment + @")\]?$", RegexOptions.CultureInvariant)]
    private static partial Regex TeamsOpening();

    [GeneratedRegex(@"\d+[-/.]\d+[-/.]\d+", RegexOptions.CultureInvariant)]
    private static partial Regex DateParts();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<=[\sT,\u202F\u00A0])(?<h>\d{1,2})[:.](?<m>\d{2})(?:[:.]\d{2})?[\s\u202F\u00A0]?(?<half>[AaPp])?", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex("""["\u201C\u201D]|\b(?:heeft|hebt|hebben|heb|is|bent|zijn|was|werd|wordt|worden|added|left|created|changed|removed|joined|deleted|are|has|have|you|messages)\b""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProgramLine();

    [GeneratedRegex(@"[\u200E\u200F\u202A-\u202E\u2066-\u2069]", RegexOptions.CultureInvariant)]
    private static partial Regex DirectionMarks();
}
