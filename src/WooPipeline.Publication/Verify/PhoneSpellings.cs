namespace WooPipeline.Publication.Verification;

/// <summary>A Dutch telephone number is the same with and without its country: 06…, +316…, 00316…, +31 (0)6….</summary>
internal static class PhoneSpellings
{
    private const int NationalLength = 10;

    /// <summary>All spellings of the digits, the given one first; anything else is its own only spelling.</summary>
    public static IEnumerable<string> Of(string squashed)
    {
        yield return squashed;
        if (!squashed.All(char.IsAsciiDigit) || Subscriber(squashed) is not { } number)
        {
            yield break;
        }

        foreach (var spelling in new[] { "0" + number, "31" + number, "0031" + number, "310" + number }.Where(s => s != squashed))
        {
            yield return spelling;
        }
    }

    /// <summary>The nine digits after the trunk or country prefix; null where it is no Dutch number.</summary>
    private static string? Subscriber(string digits)
    {
        foreach (var prefix in new[] { "0031", "310", "31", "0" })
        {
            if (digits.StartsWith(prefix, StringComparison.Ordinal) && digits.Length == prefix.Length + NationalLength - 1)
            {
                return digits[prefix.Length..];
            }
        }

        return null;
    }
}
