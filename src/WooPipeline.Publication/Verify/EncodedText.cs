using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace WooPipeline.Publication.Verification;

/// <summary>Text hidden in an encoding: percent, entities, escapes, quoted-printable; see <see cref="EncodedRuns"/> for base64 and hex.</summary>
internal static partial class EncodedText
{
    /// <summary>How far around an encoded character a form may reach that it belongs to.</summary>
    private const int Reach = 192;

    private static readonly SearchValues<char> Signs = SearchValues.Create("&%=\\");

    /// <summary>False where no sign of an encoding stands in the text.</summary>
    public static bool MayHold(ReadOnlySpan<char> text) => text.ContainsAny(Signs);

    /// <summary>The parts of a text that hold encoded characters, with what stands around them: in bytes taken for text those are few.</summary>
    public static IReadOnlyList<string> Parts(ReadOnlySpan<char> text)
    {
        if (!MayHold(text))
        {
            return [];
        }

        var parts = new List<string>();
        var (start, end) = (-1, -1);
        foreach (var match in Encoded().EnumerateMatches(text))
        {
            if (start >= 0 && match.Index - Reach > end)
            {
                parts.Add(text[start..end].ToString());
                start = -1;
            }

            start = start < 0 ? Math.Max(0, match.Index - Reach) : start;
            end = Math.Min(text.Length, match.Index + match.Length + Reach);
        }

        if (start >= 0)
        {
            parts.Add(text[start..end].ToString());
        }

        return parts;
    }

    /// <summary>All readings of a text that differ from it, each with its name.</summary>
    public static IEnumerable<(string Name, string Text)> Variants(string text) => MayHold(text) ? Readings(text) : [];

    private static IEnumerable<(string Name, string Text)> Readings(string text)
    {
        if (text.Contains('&', StringComparison.Ordinal) && Entity().IsMatch(text))
        {
            yield return ("HTML-entiteiten", WebUtility.HtmlDecode(text));
        }

        if (text.Contains('%', StringComparison.Ordinal) && Percent().IsMatch(text))
        {
            yield return ("procentcodering", Bytes(text, Percent()));
        }

        if (text.Contains('=', StringComparison.Ordinal) && QuotedPrintable().IsMatch(text))
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

    /// <summary>The bytes as text where all of them are printable; null where they aren't.</summary>
    public static string? Printable(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b < 0x20 && b is not ((byte)'\r' or (byte)'\n' or (byte)'\t'))
            {
                return null;
            }
        }

        if (!Utf8.IsValid(bytes))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes);
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\r' or '\n' or '\t'))
            {
                return null;
            }
        }

        return text;
    }

    /// <summary>Bytes taken for text in each encoding that a name may stand in.</summary>
    public static IEnumerable<(string Name, string Text)> Decodings(byte[] bytes)
    {
        yield return ("", Encoding.Latin1.GetString(bytes));
        if (!Ascii.IsValid(bytes))
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
        return replaced.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF') ? replaced : Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(replaced));
    }

    /// <summary>Where any of the encodings below may begin.</summary>
    [GeneratedRegex(@"&(?:#[\dxX]|[A-Za-z]{2})|%[0-9a-fA-F]{2}|=(?:[0-9A-F]{2}|\r?\n)|\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[0-7]{3})")]
    private static partial Regex Encoded();

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
}
