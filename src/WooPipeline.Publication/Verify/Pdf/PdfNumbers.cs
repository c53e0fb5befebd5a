using System.Globalization;

namespace WooPipeline.Publication.Verification;

/// <summary>Numbers of a PDF (ISO 32000-2 §7.3.3).</summary>
internal static class PdfNumbers
{
    private const int MostDigits = 15;
    private static readonly double[] Tenths = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>The value of a word; false where it is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> word, out double value)
    {
        value = 0;
        if (word.IsEmpty || word[0] is not ((>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.'))
        {
            return false;
        }

        var sign = word[0] is (byte)'+' or (byte)'-' ? 1 : 0;
        var (digits, point, whole) = (0, -1, 0L);
        for (var i = sign; i < word.Length; i++)
        {
            if (word[i] == (byte)'.' && point < 0)
            {
                point = digits;
            }
            else if (char.IsAsciiDigit((char)word[i]) && digits < MostDigits)
            {
                whole = (whole * 10) + (word[i] - '0');
                digits++;
            }
            else
            {
                // Exponents, two points, more digits than a double holds: rare enough for the long way.
                return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
            }
        }

        // Both are exact below 10^15, so that the quotient is the nearest double.
        value = point < 0 ? whole : whole / Tenths[digits - point];
        value = word[0] == (byte)'-' ? -value : value;
        return digits > 0;
    }
}
