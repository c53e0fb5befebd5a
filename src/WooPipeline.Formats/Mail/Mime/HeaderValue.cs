using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace WooPipeline.Formats.Mail;

/// <summary>A structured header value with parameters: Content-Type, Content-Disposition (RFC 2045 §5.1, RFC 2183, RFC 2231).</summary>
/// <param name="Value">What stands before the first semicolon, in lower case.</param>
/// <param name="Parameters">Parameters by lower-case name, first of a name wins, RFC 2231 pieces put together.</param>
internal sealed record HeaderValue(string Value, ImmutableDictionary<string, string> Parameters)
{
    private static readonly HeaderValue Nothing = new("", ImmutableDictionary<string, string>.Empty);

    /// <summary>A parameter; null where absent.</summary>
    public string? this[string name] => Parameters.GetValueOrDefault(name);

    /// <summary>Parses a header's unfolded text; null gives the empty value.</summary>
    public static HeaderValue Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return Nothing;
        }

        var at = 0;
        var value = new StringBuilder();
        while (at < text.Length && text[at] != ';')
        {
            if (text[at] == '(')
            {
                at = SkipComment(text, at);
                continue;
            }

            value.Append(text[at++]);
        }

        var main = value.ToString().Trim().Trim('"').Trim().ToLowerInvariant();
        var cut = main.IndexOfAny([' ', '\t']);
        if (cut > 0 && main.IndexOf('=', StringComparison.Ordinal) > cut)
        {
            at = 0; // a parameter without its semicolon: read on from the blank
            at = text.IndexOfAny([' ', '\t'], Math.Min(text.Length - 1, text.Length - text.TrimStart().Length));
            main = main[..cut];
        }

        return new HeaderValue(main.Replace(" ", "", StringComparison.Ordinal), Join(Pieces(text, at)));
    }

    private static List<(string Name, string Value, bool Quoted)> Pieces(string text, int at)
    {
        var pieces = new List<(string, string, bool)>();
        while (at < text.Length)
        {
            while (at < text.Length && (text[at] is ';' or ',' || char.IsWhiteSpace(text[at])))
            {
                at++;
            }

            if (at < text.Length && text[at] == '(')
            {
                at = SkipComment(text, at);
                continue;
            }

            var start = at;
            while (at < text.Length && text[at] is not ('=' or ';'))
            {
                at++;
            }

            var name = text[start..at].Trim().ToLowerInvariant();
            if (at >= text.Length || text[at] == ';')
            {
                continue; // a name without a value
            }

            at++;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            var quoted = at < text.Length && text[at] == '"';
            var value = quoted ? Quoted(text, ref at) : Token(text, ref at);
            if (name.Length > 0)
            {
                pieces.Add((name, value, quoted));
            }
        }

        return pieces;
    }

    private static string Quoted(string text, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            value.Append(text[at]);
        }

        at++;
        return value.ToString();
    }

    private static string Token(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && text[at] != ';')
        {
            if (char.IsWhiteSpace(text[at]))
            {
                if (StartsParameter(text, at, out var afterBlanks))
                {
                    break;
                }

                at = afterBlanks;
                continue;
            }

            if (text[at] == '(' && at > start && char.IsWhiteSpace(text[at - 1]))
            {
                var end = at;
                at = SkipComment(text, at);
                return text[start..end].Trim();
            }

            at++;
        }

        return text[start..at].Trim();
    }

    private static bool StartsParameter(string text, int at, out int afterBlanks)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        afterBlanks = at;
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '*'))
        {
            at++;
        }

        return at > start && at < text.Length && text[at] == '=';
    }

    private static int SkipComment(string text, int at)
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        return at;
    }

    private static ImmutableDictionary<string, string> Join(List<(string Name, string Value, bool Quoted)> pieces)
    {
        var plain = ImmutableDictionary.CreateBuilder<string, string>();
        var extended = new Dictionary<string, SortedDictionary<int, (string Value, bool Coded)>>();
        foreach (var (name, value, _) in pieces)
        {
            var star = name.IndexOf('*', StringComparison.Ordinal);
            if (star <= 0)
            {
                plain.TryAdd(name, EncodedWords.Decode(value));
                continue;
            }

            var rest = name[(star + 1)..];
            var coded = rest.Length == 0 || rest[^1] == '*';
            _ = int.TryParse(rest.TrimEnd('*'), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            var key = name[..star];
            if (!extended.TryGetValue(key, out var segments))
            {
                extended[key] = segments = [];
            }

            segments.TryAdd(number, (value, coded));
        }

        foreach (var (name, segments) in extended)
        {
            plain[name] = Extended(segments.Values);
        }

        return plain.ToImmutable();
    }

    private static string Extended(IEnumerable<(string Value, bool Coded)> segments)
    {
        var bytes = new List<byte>();
        string? charset = null;
        var first = true;
        foreach (var (value, coded) in segments)
        {
            var text = value;
            if (first && coded)
            {
                var quote = text.Split('\'', 3);
                (charset, text) = quote.Length == 3 ? (quote[0], quote[2]) : (null, text);
            }

            first = false;
            if (coded)
            {
                Percent(text, bytes);
            }
            else
            {
                bytes.AddRange((MailCharsets.Find(charset) is { } known and not DecodeOnlyEncoding ? known : Encoding.UTF8).GetBytes(EncodedWords.Decode(text)));
            }
        }

        return TextDecoder.Decode([.. bytes], charset, out _);
    }

    private static void Percent(string text, List<byte> bytes)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes([text[i]]));
            }
        }
    }
}
