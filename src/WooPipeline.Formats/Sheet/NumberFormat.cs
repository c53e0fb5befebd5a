using System.Buffers;
using System.Globalization;
using System.Text;

namespace WooPipeline.Formats.Sheet;

/// <summary>Shows a cell's number as a Dutch reader of the sheet sees it (ISO/IEC 29500-1 §18.8.30).</summary>
internal static class NumberFormat
{
    private const double LastDate = 2_958_466; // 31 December 9999
    private static readonly SearchValues<char> DateLetters = SearchValues.Create("dmyhsDMYHS");

    /// <summary>The code of a built-in format; null where the id is not built in.</summary>
    public static string? BuiltIn(int id) => id switch
    {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 or 13 => "General",
        14 => "dd-mm-yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 or 19 or 20 or 45 => "h:mm",
        21 or 46 or 47 => "h:mm:ss",
        22 => "dd-mm-yyyy h:mm",
        37 or 38 => "#,##0",
        39 or 40 => "#,##0.00",
        48 => "0.0E+0",
        49 => "@",
        >= 27 and <= 36 or >= 50 and <= 58 => "dd-mm-yyyy",
        _ => null,
    };

    /// <summary>The number as text: dates as <c>14-03-2023 16:22</c>, decimals with a comma, literals as they stand in the code.</summary>
    /// <param name="value">The stored number.</param>
    /// <param name="code">The format code.</param>
    /// <param name="from1904">True where day 0 is 1 January 1904.</param>
    public static string Show(double value, string code, bool from1904)
    {
        var section = Section(code, value, out var signed);
        if (section.Length == 0 || section.Equals("General", StringComparison.OrdinalIgnoreCase) || section == "@" || !double.IsFinite(value))
        {
            return General(value);
        }

        var plain = WithoutBrackets(section);
        if (IsDate(plain) && value >= 0 && value + (from1904 ? 1462 : 0) < LastDate)
        {
            return Date(value, plain, from1904);
        }

        if (plain.Contains('E', StringComparison.Ordinal) || plain.Contains('/', StringComparison.Ordinal))
        {
            return General(value);
        }

        return FormatTokens.Fill(signed ? Math.Abs(value) : value, plain);
    }

    /// <summary>Up to fifteen digits, as the program keeps them, with a decimal comma.</summary>
    public static string General(double value)
    {
        var text = value.ToString(Math.Abs(value) is >= 1e15 or (> 0 and < 1e-9) ? "G15" : "0.###############", CultureInfo.InvariantCulture);
        return text.Replace('.', ',');
    }

    private static string Section(string code, double value, out bool signed)
    {
        var sections = FormatTokens.Sections(code);
        signed = sections.Count > 1 && value < 0;
        return value < 0 && sections.Count > 1 ? sections[1]
            : value == 0 && sections.Count > 2 ? sections[2]
            : sections[0];
    }

    /// <summary>The code without colours, conditions and locales; elapsed-time brackets stay.</summary>
    private static string WithoutBrackets(string section)
    {
        var result = new StringBuilder();
        for (var i = 0; i < section.Length; i++)
        {
            var end = section[i] == '[' ? section.IndexOf(']', i) : -1;
            if (end < 0)
            {
                result.Append(section[i]);
                continue;
            }

            var inside = section[(i + 1)..end];
            if (inside.Length > 0 && inside.All(c => c is 'h' or 'm' or 's' or 'H' or 'M' or 'S'))
            {
                result.Append(inside);
            }
            else if (inside.StartsWith('$'))
            {
                result.Append('"').Append(inside[1..].Split('-')[0]).Append('"'); // a currency sign, then its locale
            }

            i = end;
        }

        return result.ToString();
    }

    private static bool IsDate(string code)
    {
        var bare = FormatTokens.WithoutLiterals(code);
        return bare.AsSpan().IndexOfAny(DateLetters) >= 0 && !bare.Contains('0', StringComparison.Ordinal) && !bare.Contains('#', StringComparison.Ordinal)
            || bare.Contains("ss.0", StringComparison.OrdinalIgnoreCase);
    }

    private static string Date(double value, string code, bool from1904)
    {
        var bare = FormatTokens.WithoutLiterals(code);
        var hasDate = bare.AsSpan().IndexOfAny("dyDY") >= 0 || (bare.Contains('m', StringComparison.OrdinalIgnoreCase) && bare.AsSpan().IndexOfAny("hsHS") < 0);
        var hasTime = bare.AsSpan().IndexOfAny("hsHS") >= 0;
        // Day 60 is the 29 February 1900 that never was (§18.17.4.1); days before it are one off.
        var days = from1904 ? value + 1462 : value < 60 ? value + 1 : value;
        var moment = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddSeconds(Math.Round(days * 86_400));
        var time = moment.ToString(bare.Contains('s', StringComparison.OrdinalIgnoreCase) ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture);
        if (!hasDate)
        {
            return value >= 1 ? $"{Math.Floor(value * 24).ToString("0", CultureInfo.InvariantCulture)}:{moment.ToString("mm", CultureInfo.InvariantCulture)}" : time;
        }

        var date = moment.ToString(
            bare.Contains('d', StringComparison.OrdinalIgnoreCase) || !bare.Contains('y', StringComparison.OrdinalIgnoreCase) ? "dd-MM-yyyy"
                : bare.Contains('m', StringComparison.OrdinalIgnoreCase) ? "MM-yyyy" : "yyyy",
            CultureInfo.InvariantCulture);
        return hasTime ? $"{date} {time}" : date;
    }
}
