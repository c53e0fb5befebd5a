using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>What kind of sequence was found.</summary>
public enum SequenceKind
{
    /// <summary>A mail address (RFC 5322 §3.4.1).</summary>
    Email,

    /// <summary>A link with or without its scheme (RFC 3986).</summary>
    Url,

    /// <summary>An address of IPv4 or IPv6 (RFC 4291 §2.2).</summary>
    IpAddress,

    /// <summary>A GUID in any of its written forms (RFC 9562 §4).</summary>
    Guid,

    /// <summary>A mention: <c>@name</c>.</summary>
    Mention,

    /// <summary>A telephone number of any country (ITU-T E.123).</summary>
    PhoneNumber,
}

/// <summary>A sequence in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where, in UTF-16 units, end exclusive.</param>
public readonly record struct Sequence(SequenceKind Kind, TextSpan Span);

/// <summary>Finds sequences of fixed shape in any text, whosoever's they are; whether one is personal, the policy's recognisers decide.</summary>
public static class Sequences
{
    /// <summary>All sequences of a kind, in order, apart.</summary>
    public static ImmutableArray<Sequence> Find(string text, SequenceKind kind)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = kind switch
        {
            SequenceKind.Email => Emails(text),
            SequenceKind.Url => Urls(text),
            SequenceKind.IpAddress => IpAddresses(text),
            SequenceKind.Guid => Guids(text),
            SequenceKind.PhoneNumber => PhoneSequences.Find(text),
            _ => Mentions(text),
        };
        return [.. spans.Select(s => new Sequence(kind, s))];
    }

    private static IEnumerable<TextSpan> Emails(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var start = EmailRecogniser.LocalStart(text, at);
            var end = EmailRecogniser.DomainEnd(text, at + 1);
            var domain = end > at + 1 ? text.AsSpan(at + 1, end - at - 1) : default;
            var spoiled = end < text.Length && text[end] is '_' or '@';
            var local = text.AsSpan(start, at - start);
            local = local[(local.LastIndexOfAnyExceptInRange('!', '~') + 1)..];
            start = at - local.Length;
            spoiled |= local.Contains("..", StringComparison.Ordinal) || (start > 0 && text[start - 1] == '.');
            if (start < at && !domain.IsEmpty && !spoiled && !IPAddress.TryParse(domain, out _) && char.IsLetter(domain[^1]))
            {
                yield return new TextSpan(start, end);
            }
        }
    }

    private static IEnumerable<TextSpan> Urls(string text)
    {
        var done = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var start = text[i] switch
            {
                ':' when i + 2 < text.Length && text[i + 1] == '/' && text[i + 2] == '/' => SchemeStart(text, i, done),
                '.' => BareStart(text, i, done),
                _ => -1,
            };
            if (start < 0)
            {
                continue;
            }

            var end = UrlRecogniser.EndOf(text, Math.Max(i, start));
            if (text[i] == ':' && !HasHost(text.AsSpan(i + 3, Math.Max(0, end - i - 3))))
            {
                continue;
            }

            yield return new TextSpan(start, end);
            done = end;
            i = Math.Max(i, end - 1);
        }
    }

    /// <summary>A host has a dot, or is this machine, or an address in brackets.</summary>
    private static bool HasHost(ReadOnlySpan<char> rest)
    {
        var cut = rest.IndexOfAny('/', '?', '#');
        var host = cut < 0 ? rest : rest[..cut];
        return host.Contains('.') || host.StartsWith("localhost", StringComparison.OrdinalIgnoreCase) || host.StartsWith("[", StringComparison.Ordinal);
    }

    private static int SchemeStart(string text, int colon, int done)
    {
        var start = colon;
        while (start > done && char.IsAsciiLetter(text[start - 1]) && colon - start < 8)
        {
            start--;
        }

        return text.AsSpan(start, colon - start) is "http" or "https" or "ftp" or "ftps" or "HTTP" or "HTTPS" && colon + 3 < text.Length && (char.IsLetterOrDigit(text[colon + 3]) || text[colon + 3] == '[') ? start : -1;
    }

    /// <summary>Start of a host without scheme whose dot stands at a position: known by <c>www.</c> or by a common top-level domain.</summary>
    private static int BareStart(string text, int dot, int done)
    {
        var start = dot;
        while (start > done && (char.IsAsciiLetterOrDigit(text[start - 1]) || text[start - 1] is '-' or '.'))
        {
            start--;
        }

        if (start == dot || (start > 0 && text[start - 1] is '@' or '/' or '_'))
        {
            return -1;
        }

        var end = dot + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '.'))
        {
            end++;
        }

        var host = text.AsSpan(start, end - start).TrimEnd('.');
        var last = host[(host.LastIndexOf('.') + 1)..];
        var known = TopLevel.Contains(last.ToString().ToLowerInvariant()) && last.Length >= 2 && host.Contains('.') && !host.Contains("..", StringComparison.Ordinal) && !host.StartsWith(".", StringComparison.Ordinal);
        return known && end < text.Length && text[end] == '@' ? -1 : known || (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && host[4..].Contains('.')) ? start : -1;
    }

    private static readonly FrozenSet<string> TopLevel = LoadTopLevel();

    private static FrozenSet<string> LoadTopLevel()
    {
        using var stream = typeof(Sequences).Assembly.GetManifestResourceStream("WooPipeline.Privacy.Data.tlds.txt")
            ?? throw new InvalidOperationException("Data/tlds.txt is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }

    private static IEnumerable<TextSpan> IpAddresses(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!(char.IsAsciiHexDigit(text[i]) || text[i] == ':') || (i > 0 && (char.IsLetterOrDigit(text[i - 1]) || text[i - 1] is '.' or ':')))
            {
                continue;
            }

            var end = i;
            while (end < text.Length && end - i < 46 && (char.IsAsciiHexDigit(text[end]) || text[end] is '.' or ':'))
            {
                end++;
            }

            var word = end < text.Length && char.IsLetterOrDigit(text[end]);
            while (end > i && text[end - 1] == '.')
            {
                end--;
            }

            var value = text.AsSpan(i, end - i);
            if (!word && IsAddress(value))
            {
                yield return new TextSpan(i, end);
                i = end;
            }
        }
    }

    private static bool IsAddress(ReadOnlySpan<char> value) => value.Contains(':')
        ? value.Count(':') >= 2 && IPAddress.TryParse(value, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
        : IsQuad(value);

    /// <summary>Four numbers below 256, leading zeros or not.</summary>
    private static bool IsQuad(ReadOnlySpan<char> value)
    {
        var parts = 0;
        foreach (var range in value.Split('.'))
        {
            var part = value[range];
            if (part.Length is < 1 or > 3 || part.IndexOfAnyExceptInRange('0', '9') >= 0 || int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) > 255)
            {
                return false;
            }

            parts++;
        }

        return parts == 4;
    }

    private static IEnumerable<TextSpan> Guids(string text)
    {
        for (var i = 0; i + 32 <= text.Length; i++)
        {
            if (!char.IsAsciiHexDigit(text[i]) || (i > 0 && char.IsAsciiLetterOrDigit(text[i - 1]) && !text.AsSpan(0, i).EndsWith("%7B", StringComparison.OrdinalIgnoreCase) && !text.AsSpan(0, i).EndsWith("X'", StringComparison.Ordinal)))
            {
                continue;
            }

            var length = Guid.TryParseExact(text.AsSpan(i, Math.Min(36, text.Length - i)), "D", out _) ? 36 : Guid.TryParseExact(text.AsSpan(i, 32), "N", out _) ? 32 : 0;
            var after = i + length;
            if (length == 0 || (after < text.Length && char.IsAsciiLetterOrDigit(text[after])))
            {
                continue;
            }

            yield return Wrapped(text, i, after);
            i = after;
        }
    }

    /// <summary>With its braces, brackets or prefix where they stand around it.</summary>
    private static TextSpan Wrapped(string text, int start, int end)
    {
        foreach (var (open, close) in (ReadOnlySpan<(string, string)>)[("%7B", "%7D"), ("{", "}"), ("(", ")"), ("X'", "'"), ("urn:uuid:", "")])
        {
            var before = text.AsSpan(0, start).EndsWith(open, StringComparison.OrdinalIgnoreCase);
            if (before && text.AsSpan(end).StartsWith(close, StringComparison.OrdinalIgnoreCase))
            {
                return new TextSpan(start - open.Length, end + close.Length);
            }
        }

        return new TextSpan(start, end);
    }

    private static IEnumerable<TextSpan> Mentions(string text)
    {
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var end = at + 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_'))
            {
                end++;
            }

            var domain = end + 1 < text.Length && text[end] == '.' && char.IsAsciiLetterOrDigit(text[end + 1]);
            if (end > at + 2 && !domain)
            {
                yield return new TextSpan(at, end);
            }
        }
    }
}
