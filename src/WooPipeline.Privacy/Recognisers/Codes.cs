namespace WooPipeline.Privacy;

/// <summary>Check digits.</summary>
internal static class Codes
{
    /// <summary>The eleven test of the burgerservicenummer: weights 9 to 2, and -1 for the last digit.</summary>
    public static bool IsBsn(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (8 or 9))
        {
            return false;
        }

        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var weight = i == digits.Length - 1 ? -1 : digits.Length - i;
            sum += (digits[i] - '0') * weight;
        }

        return sum != 0 && sum % 11 == 0;
    }

    /// <summary>ISO 13616: the rearranged number modulo 97 is 1. Letters and digits only, upper case.</summary>
    public static bool IsIban(ReadOnlySpan<char> iban)
    {
        if (iban.Length is < 15 or > 34)
        {
            return false;
        }

        var rest = 0;
        for (var i = 0; i < iban.Length; i++)
        {
            var c = iban[(i + 4) % iban.Length];
            rest = char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97;
        }

        return rest == 1;
    }
}
