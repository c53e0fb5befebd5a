using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace WooPipeline.Publication.Verification;

/// <summary>Text hidden in an encoding: base64, hex, percent, entities, escapes, quoted-printable, UTF-16.</summary>
internal static partial class EncodedText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>All readings of a text that differ from it, each with its name.</summary>
    public static IEnumerable<(string Name, string Text)> Variants(string text)
    {
        if (text.Contains('&', StringComparison.Ordinal) && Entity().IsMatch(text))
        {
            yield return ("HTML-entiteiten", WebUtility.HtmlDecode(text));
        }

        if (Percent().IsMatch(text))
        {
            yield return ("procentcodering", Bytes(text, Percent()));
        }

        if (QuotedPrintable().IsMatch(text))
        {
            yield return ("quoted-printable", Bytes(SoftBreak().Replace(text, ""), QuotedPrintable()));
        }

        if (text.Contains('\\', StringComparison.Ordinal) && Escape().IsMatch(text))
        {
            yield return ("escapes", Escape().Replace(text, m => char.ToString((char)int.Parse(m.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture))));
        }

        if (text.Contains('\\', StringComparison.Ordinal) && Octal().IsMatch(text))
        {
            yield return ("octale escapes", Octal().Replace(text, m => char.ToString((char)(Convert.ToInt32(m.Value[1..], 8) & 0xFF))));
        }
    }

    /// <summary>Bytes behind runs of base64 and hex, each with its place.</summary>
    public static IEnumerable<(string Name, int Place, byte[] Bytes)> Binary(string text)
    {
        foreach (Match run in Base64().Matches(text))
        {
            var lines = run.Value.Split((char[])['\r', '\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            foreach (var part in lines.Length > 1 ? lines.Prepend(string.Concat(lines)) : lines)
            {
                foreach (var bytes in Shifted(part))
                {
                    yield return ("base64", run.Index, bytes);
                }
            }
        }

        foreach (Match run in Hex().Matches(text))
        {
            var digits = new string([.. run.Value.Where(char.IsAsciiHexDigit)]);
            for (var shift = 0; shift < 2; shift++)
            {
                var part = digits[shift..];
                yield return ("hex", run.Index, Convert.FromHexString(part[..(part.Length - (part.Length % 2))]));
            }
        }
    }

    /// <summary>A run may begin anywhere within base64, so each of the four beginnings is tried.</summary>
    private static IEnumerable<byte[]> Shifted(string run)
    {
        var clean = new string([.. run.Where(c => c != '=').Select(c => c switch { '-' => '+', '_' => '/', _ => c })]);
        for (var shift = 0; shift < 4 && clean.Length - shift >= 8; shift++)
        {
            var part = clean[shift..];
            var whole = part[..(part.Length - (part.Length % 4 == 1 ? 1 : 0))];
            yield return Convert.FromBase64String(whole + new string('=', (4 - (whole.Length % 4)) % 4));
        }
    }

    /// <summary>The bytes as text where all of them are printable; null where they aren't.</summary>
    public static string? Printable(byte[] bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            return text.All(c => !char.IsControl(c) || c is '\r' or '\n' or '\t') ? text : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Bytes taken for text in each encoding that a name may stand in.</summary>
    public static IEnumerable<(string Name, string Text)> Decodings(byte[] bytes)
    {
        yield return ("", Encoding.Latin1.GetString(bytes));
        if (bytes.Any(b => b >= 0x80))
        {
            yield return (" (UTF-8)", Encoding.UTF8.GetString(bytes));
        }

        if (bytes.Contains((byte)0))
        {
            yield return (" (UTF-16)", Encoding.Unicode.GetString(bytes));
            yield return (" (UTF-16)", Encoding.BigEndianUnicode.GetString(bytes));
            yield return (" (UTF-16)", Encoding.Unicode.GetString(bytes, 1, bytes.Length - 1));
            yield return (" (UTF-16)", Encoding.BigEndianUnicode.GetString(bytes, 1, bytes.Length - 1));
        }
    }

    private static string Bytes(string text, Regex escape)
    {
        var replaced = escape.Replace(text, m => char.ToString((char)int.Parse(m.ValueSpan[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
        return replaced.All(c => c < 0x100) ? Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(replaced)) : replaced;
    }

    [GeneratedRegex("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31});?")]
    private static partial Regex Entity();

    [GeneratedRegex("%[0-9a-fA-F]{2}")]
    private static partial Regex Percent();

    [GeneratedRegex("=[0-9A-F]{2}")]
    private static partial Regex QuotedPrintable();

    [GeneratedRegex("=\r?\n")]
    private static partial Regex SoftBreak();

    [GeneratedRegex(@"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\\[0-7]{3}")]
    private static partial Regex Octal();

    [GeneratedRegex(@"[A-Za-z0-9+/_\-]{8,}={0,2}(?:\r?\n[ \t]*[A-Za-z0-9+/_\-]{4,}={0,2})*")]
    private static partial Regex Base64();

    [GeneratedRegex(@"(?:[0-9a-fA-F]{2}\s?){6,}")]
    private static partial Regex Hex();
}
