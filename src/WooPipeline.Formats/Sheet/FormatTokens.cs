using System.Globalization;
using System.Text;

namespace WooPipeline.Formats.Sheet;

/// <summary>Takes number format codes apart.</summary>
internal static class FormatTokens
{
    /// <summary>The sections between semicolons that aren't in quotes.</summary>
    public static List<string> Sections(string code)
    {
        var sections = new List<string>();
        var start = 0;
        var quoted = false;
        for (var i = 0; i < code.Length; i++)
        {
            if (code[i] == '\\')
            {
                i++;
            }
            else if (code[i] == '"')
            {
                quoted = !quoted;
            }
            else if (code[i] == ';' && !quoted)
            {
                sections.Add(code[start..i]);
                start = i + 1;
            }
        }

        sections.Add(code[Math.Min(start, code.Length)..]);
        return sections;
    }

    /// <summary>The code without quoted and escaped text.</summary>
    public static string WithoutLiterals(string code) => string.Concat(Tokens(code).Where(t => !t.Literal).Select(t => t.Sign));

    /// <summary>True where the code itself holds words.</summary>
    public static bool HoldsText(string code) => Tokens(code).Count(t => t.Literal && char.IsLetter(t.Sign)) > 1;

    /// <summary>
    /// Puts a number in the places of a code. Places may have text between them (<c>00-00000000</c>): digits fill from the right, as the
    /// program does.
    /// </summary>
    public static string Fill(double value, string code)
    {
        var tokens = Tokens(code).ToList();
        var percent = tokens.Count(t => !t.Literal && t.Sign == '%');
        value *= Math.Pow(100, percent);
        var point = tokens.FindIndex(t => !t.Literal && t.Sign == '.');
        var places = tokens.Count(t => IsPlace(t));
        if (places == 0)
        {
            return string.Concat(tokens.Where(t => t.Literal || t.Sign is not ('*' or '_' or '@')).Select(t => t.Sign)).Trim();
        }

        var decimals = point < 0 ? 0 : tokens.Skip(point).Count(t => IsPlace(t));
        var grouped = tokens.Any(t => !t.Literal && t.Sign == ',');
        var digits = Math.Abs(value).ToString("F" + Math.Min(decimals, 15).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var whole = digits.Split('.')[0].TrimStart('0');
        var fraction = digits.Contains('.', StringComparison.Ordinal) ? digits.Split('.')[1] : "";
        var head = Whole(point < 0 ? tokens : tokens.Take(point), whole, grouped);
        var tail = point < 0 ? "" : Fraction(tokens.Skip(point + 1), fraction);
        var minus = value < 0 && digits.Any(c => c is >= '1' and <= '9') ? "-" : "";
        return (minus + head + tail).Trim();
    }

    private static string Whole(IEnumerable<(char Sign, bool Literal)> tokens, string digits, bool grouped)
    {
        var list = tokens.ToList();
        var result = new StringBuilder();
        var next = digits.Length - 1;
        var count = 0;
        var first = list.FindIndex(IsPlace);
        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (!IsPlace(list[i]))
            {
                Insert(result, list[i]);
                continue;
            }

            if (next >= 0 || list[i].Sign == '0')
            {
                Put(next >= 0 ? digits[next--] : '0');
            }

            while (i == first && next >= 0)
            {
                Put(digits[next--]); // digits beyond the first place are never cut off
            }
        }

        return result.ToString();

        void Put(char digit)
        {
            if (grouped && count > 0 && count % 3 == 0)
            {
                result.Insert(0, '.');
            }

            result.Insert(0, digit);
            count++;
        }
    }

    private static void Insert(StringBuilder result, (char Sign, bool Literal) token)
    {
        if (token.Literal || token.Sign is not (',' or '*' or '_' or '@'))
        {
            result.Insert(0, token.Sign);
        }
    }

    private static string Fraction(IEnumerable<(char Sign, bool Literal)> tokens, string digits)
    {
        var result = new StringBuilder();
        var next = 0;
        foreach (var token in tokens)
        {
            if (IsPlace(token))
            {
                var rest = digits.AsSpan(Math.Min(next, digits.Length)).TrimEnd('0');
                result.Append(token.Sign == '0' || rest.Length > 0 ? next < digits.Length ? digits[next] : '0' : "");
                next++;
            }
            else if (token.Literal || token.Sign is not (',' or '*' or '_' or '@'))
            {
                result.Append(token.Sign);
            }
        }

        return result.Length > 0 && char.IsAsciiDigit(result[0]) ? "," + result : result.ToString();
    }

    private static bool IsPlace((char Sign, bool Literal) token) => !token.Literal && token.Sign is ('0' or '#' or '?');

    private static IEnumerable<(char Sign, bool Literal)> Tokens(string code)
    {
        var quoted = false;
        for (var i = 0; i < code.Length; i++)
        {
            var sign = code[i];
            if (sign == '"')
            {
                quoted = !quoted;
            }
            else if (sign == '\\' && !quoted && i + 1 < code.Length)
            {
                yield return (code[++i], true);
            }
            else if (sign is '_' or '*' && !quoted)
            {
                i++; // a space as wide as the next sign, or that sign repeated: neither is text
            }
            else
            {
                yield return (sign, quoted);
            }
        }
    }
}
