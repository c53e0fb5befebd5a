using System.Globalization;
using System.Text.RegularExpressions;

namespace WooPipeline.Formats.Sheet;

/// <summary>Tells whether the first row of a table names its columns.</summary>
internal static partial class HeaderRow
{
    /// <summary>
    /// True where every cell of the first row is filled, distinct, short and no value (number, date, address, sentence), and rows follow.
    /// Trailing empty cells don't count.
    /// </summary>
    public static bool IsHeading(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count < 2)
        {
            return false;
        }

        var first = rows[0].Reverse().SkipWhile(string.IsNullOrWhiteSpace).Reverse().Select(c => c.Trim()).ToList();
        var empty = first.Count(c => c.Length == 0);
        return first.Count > 0 && empty * 4 <= first.Count
            && first.Where(c => c.Length > 0).All(IsName)
            && first.Where(c => c.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Count() == first.Count - empty;
    }

    private static bool IsName(string cell) =>
        cell.Length <= 80
        && !double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
        && !Value().IsMatch(cell);

    [GeneratedRegex(@"^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|@\w|https?://|^\+?[\d\s()-]{6,}$|[.!?]\s+\w", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
