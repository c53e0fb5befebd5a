namespace WooPipeline.Privacy;

/// <summary>What kind of number a string of digits can be (Dutch numbering plan; ITU-T E.164).</summary>
internal enum PhoneShape
{
    None,

    /// <summary>Published by nature: 14 with an area code, 0800, 0900, 0906, 0909, 088.</summary>
    General,
    Mobile,
    Fixed,
    Foreign,

    /// <summary>Only with a word before it that says so.</summary>
    Doubtful,
}

/// <summary>Classes digit strings.</summary>
internal static class PhoneShapes
{
    extension(PhoneShape)
    {
        /// <summary>The shape of digits; a leading <c>+</c> counts as the international prefix.</summary>
        public static PhoneShape Of(string digits)
        {
            var plain = digits.StartsWith("0031", StringComparison.Ordinal) ? "+31" + digits[4..] : digits;
            if (plain.StartsWith("+31", StringComparison.Ordinal))
            {
                var national = plain[3..].TrimStart('0');
                return national.Length == 9 ? National("0" + national) : PhoneShape.None;
            }

            if (plain[0] == '+' || plain.StartsWith("00", StringComparison.Ordinal))
            {
                var length = plain.TrimStart('+', '0').Length;
                return length is >= 8 and <= 14 ? PhoneShape.Foreign : PhoneShape.None;
            }

            if (plain[0] == '0')
            {
                return plain.Length == 10 ? National(plain) : plain.Length == 11 && plain[1] is '8' or '9' && plain[2] == '0' && plain[3] == '0' ? PhoneShape.General : plain.Length is 11 or 12 ? PhoneShape.Doubtful
                    : plain.Length is 7 or 8 && (plain.StartsWith("0800", StringComparison.Ordinal) || plain.StartsWith("090", StringComparison.Ordinal)) ? PhoneShape.General : PhoneShape.None;
            }

            return plain.StartsWith("14", StringComparison.Ordinal) && plain.Length is 5 or 6 && plain[2] == '0' ? PhoneShape.General
                : plain.Length == 11 && plain.StartsWith("31", StringComparison.Ordinal) ? PhoneShape.Doubtful
                : plain.Length == 9 && plain[0] == '6' ? PhoneShape.Doubtful
                : plain.Length == 10 && plain[0] is >= '2' and <= '9' && plain[3] is >= '2' ? PhoneShape.Doubtful
                : PhoneShape.None;
        }
    }

    private static PhoneShape National(string digits)
    {
        if (digits.StartsWith("06", StringComparison.Ordinal))
        {
            return PhoneShape.Mobile;
        }

        if (digits.StartsWith("088", StringComparison.Ordinal))
        {
            // A round number or a repeated pair is a switchboard; anything else rings on one desk.
            return digits.EndsWith("00", StringComparison.Ordinal) || digits[6..8] == digits[8..] ? PhoneShape.General : PhoneShape.Fixed;
        }

        return digits.StartsWith("0800", StringComparison.Ordinal) || digits.StartsWith("090", StringComparison.Ordinal)
            ? PhoneShape.General
            : digits[1] == '0' ? PhoneShape.None : PhoneShape.Fixed;
    }
}
