using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Text;

/// <summary>The date that a document gives itself: beside the word Datum, or alone in a line of its head.</summary>
internal static partial class WrittenDate
{
    private const int LinesLookedAt = 60;
    private const int LongestDateLine = 60;
    private static readonly FrozenDictionary<string, int> Months = LoadMonths();

    /// <summary>The date; null where the head has none. A letter's date comes before a date in its text.</summary>
    public static DateTimeOffset? Of(ImmutableArray<Block> blocks)
    {
        var lines = PlainText.Of(blocks).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Take(LinesLookedAt).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var match = DateLabel().Match(lines[i]);
            if (match.Success && (Parse(match.Groups["rest"].Value) ?? (match.Groups["rest"].Length == 0 && i + 1 < lines.Count ? Parse(lines[i + 1]) : null)) is { } labelled)
            {
                return labelled;
            }
        }

        return lines.Where(l => l.Length <= LongestDateLine).Select(l => DateLine().Match(l)).Where(m => m.Success).Select(m => Parse(m.Value)).FirstOrDefault(d => d is not null);
    }

    /// <summary>Reads a date as Dutch papers write it; null where the text begins with none.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        var match = Words().Match(text);
        if (match.Success && Months.TryGetValue(match.Groups["month"].Value.ToLowerInvariant().TrimEnd('.'), out var month))
        {
            return Date(match.Groups["year"].Value, month, match.Groups["day"].Value);
        }

        match = Numbers().Match(text);
        if (match.Success)
        {
            return Date(match.Groups["year"].Value, Number(match.Groups["month"].Value), match.Groups["day"].Value);
        }

        match = Iso().Match(text);
        return match.Success ? Date(match.Groups["year"].Value, Number(match.Groups["month"].Value), match.Groups["day"].Value) : null;
    }

    private static DateTimeOffset? Date(string yearText, int month, string dayText)
    {
        var year = Number(yearText);
        var day = Number(dayText);
        return year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero)
            : null;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, int> LoadMonths()
    {
        using var stream = typeof(WrittenDate).Assembly.GetManifestResourceStream("WooPipeline.Formats.Data.months.csv")
            ?? throw new InvalidOperationException("Data/months.csv is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Trim().Split(';'))
            .ToFrozenDictionary(c => c[0], c => Number(c[1]));
    }

    [GeneratedRegex(@"^datum(?:\s+(?:brief|verzending|ondertekening))?\s*:?\s*(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DateLabel();

    [GeneratedRegex(@"(?:(?<=^[\p{L}' -]{2,30},\s)|^)\d{1,2}\s+\p{L}{3,9}\.?\s+\d{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex DateLine();

    [GeneratedRegex(@"^\D{0,12}?(?<day>\d{1,2})\s+(?<month>\p{L}{3,9}\.?)\s+(?<year>\d{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(@"^\D{0,12}?(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^\D{0,12}?(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
