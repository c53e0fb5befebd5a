using System.Globalization;
using System.Text;

namespace WooPipeline.Formats.Word;

/// <summary>Numbers as lists show them (§17.18.59); a format not listed here shows as a plain number.</summary>
internal static class NumberFormats
{
    private static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    public static string Format(int number, string format) => format switch
    {
        "lowerLetter" => Letters(number, 'a'),
        "upperLetter" => Letters(number, 'A'),
        "lowerRoman" => ToRoman(number),
        "upperRoman" => ToRoman(number).ToUpperInvariant(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "ordinal" => number.ToString(CultureInfo.InvariantCulture) + "e",
        "none" => "",
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>a … z, aa, bb …: the letter repeats, as Word counts on.</summary>
    private static string Letters(int number, char first) =>
        number is < 1 or > 780 ? number.ToString(CultureInfo.InvariantCulture) : new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string ToRoman(int number)
    {
        if (number is < 1 or > 9999)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var text = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; number >= value; number -= value)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }
}
