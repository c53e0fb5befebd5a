namespace WooPipeline.Privacy;

/// <summary>A stretch of digits with the separators that people put in numbers.</summary>
/// <param name="Start">First unit: a digit, <c>+</c> or <c>(</c>.</param>
/// <param name="End">One past the last digit.</param>
/// <param name="Digits">The digits; a leading <c>+</c> kept, <c>(0)</c> left out.</param>
internal readonly record struct NumberRun(int Start, int End, string Digits)
{
    private const int MostDigits = 24;

    /// <summary>The shortest number that means anything: <c>14 020</c>.</summary>
    private const int FewestDigits = 5;

    /// <summary>Reads the run at a position; null where none of five digits or more starts there.</summary>
    public static NumberRun? Read(ReadOnlySpan<char> text, int start)
    {
        Span<char> digits = stackalloc char[MostDigits];
        var count = 0;
        var i = start;
        var end = start;
        var separators = 0;
        if (text[i] == '(' && i + 1 < text.Length && text[i + 1] == '+')
        {
            i++;
        }

        if (text[i] == '+')
        {
            digits[count++] = '+';
            i++;
        }

        for (; i < text.Length && count < MostDigits; i++)
        {
            var c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits[count++] = c;
                end = i + 1;
                separators = 0;
            }
            else if (c == '(' && i + 2 < text.Length && text[i + 1] == '0' && text[i + 2] == ')' && count > 1)
            {
                i += 2;
                separators = 0;
            }
            else if (IsSeparator(c) && separators < 3 && !(c == '.' && separators > 0))
            {
                separators++;
            }
            else
            {
                break;
            }
        }

        if (count == MostDigits && i < text.Length && char.IsAsciiDigit(text[i]))
        {
            return null;
        }

        return count < FewestDigits || end == start ? null : new NumberRun(start, end, new string(digits[..count]));
    }

    public static bool IsSeparator(char c) => c is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD' or ' ' or '\u00A0' or '\u202F' or '-' or '\u2010' or '\u2011' or '\u2013' or '\u2212' or '.' or '/' or '(' or ')';
}
