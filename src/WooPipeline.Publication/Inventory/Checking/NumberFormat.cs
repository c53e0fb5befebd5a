using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace WooPipeline.Publication.Inventory;

/// <summary>
/// What the platform's converter (xlsx2csv) makes of a number by its cell format: dates come out in the cell's own order, always with
/// leading zeros and English names.
/// </summary>
internal static partial class NumberFormat
{
    private static readonly Dictionary<int, string> BuiltIn = new()
    {
        [0] = "general",
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00e+00",
        [14] = "mm-dd-yy",
        [15] = "d-mmm-yy",
        [16] = "d-mmm",
        [17] = "mmm-yy",
        [18] = "h:mm am/pm",
        [19] = "h:mm:ss am/pm",
        [20] = "h:mm",
        [21] = "h:mm:ss",
        [22] = "m/d/yy h:mm",
        [45] = "mm:ss",
        [46] = "[h]:mm:ss",
        [47] = "mmss.0",
    };

    /// <summary>The format with a number; the general one where it isn't known.</summary>
    public static string Code(int id, IReadOnlyDictionary<int, string> custom) =>
        custom.GetValueOrDefault(id) ?? BuiltIn.GetValueOrDefault(id, "general");

    /// <summary>The cell of a number.</summary>
    public static InventoryCell Cell(string raw, string format)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new InventoryCell(raw);
        }

        var plain = Decoration().Replace(format.ToLowerInvariant(), "");
        if (plain != "general" && DateLetters().IsMatch(plain) && number is >= 1 and < 2_958_466)
        {
            var moment = new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddDays(number);
            return new InventoryCell(Date(moment, plain), DateOnly.FromDateTime(moment));
        }

        var decimals = plain.Contains('.', StringComparison.Ordinal) && plain != "general" ? plain[(plain.IndexOf('.', StringComparison.Ordinal) + 1)..].TakeWhile(c => c is '0').Count() : 0;
        return new InventoryCell(decimals > 0 ? number.ToString("F" + decimals, CultureInfo.InvariantCulture) : raw);
    }

    private static string Date(DateTime moment, string format)
    {
        var result = new StringBuilder();
        var afterHour = false;
        foreach (Match part in DateParts().Matches(format))
        {
            var letters = part.Value;
            var code = letters switch
            {
                "yyyy" or "yyy" => "yyyy",
                "yy" or "y" => "yy",
                "mmmm" => "MMMM",
                "mmm" => "MMM",
                "mm" or "m" => afterHour ? "mm" : "MM",
                "dddd" => "dddd",
                "ddd" => "ddd",
                "dd" or "d" => "dd",
                "hh" or "h" => "HH",
                "ss" or "s" => "ss",
                _ => null,
            };
            afterHour = letters[0] == 'h' || (afterHour && letters == ":");
            result.Append(code is null ? letters : moment.ToString(code, CultureInfo.InvariantCulture));
        }

        return result.ToString();
    }

    // Colours, locales, escapes and quotes aren't part of what is shown.
    [GeneratedRegex("""\[[^\]]*\]|\\|"|;@|;.*$""")]
    private static partial Regex Decoration();

    [GeneratedRegex("[ymdhs]")]
    private static partial Regex DateLetters();

    [GeneratedRegex("y+|m+|d+|h+|s+|.")]
    private static partial Regex DateParts();
}
