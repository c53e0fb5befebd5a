using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Archive;

/// <summary>Tells the line that starts a message in an mbox from a line of text that begins with <c>From</c>.</summary>
internal static class MboxSeparator
{
    /// <summary>Bytes after a separator that must be at hand to judge it.</summary>
    public const int LookAhead = 1024;

    /// <summary>True where a separator starts at an offset: sender and date, and a header field on the next line.</summary>
    public static bool IsAt(ReadOnlySpan<byte> bytes, int at, bool afterBlank)
    {
        if (!bytes[at..].StartsWith("From "u8))
        {
            return false;
        }

        var end = HeaderReader.LineEnd(bytes, at, out var next);
        var line = bytes[at..end];
        if (line.Length > 500)
        {
            return false;
        }

        var header = IsFollowedByHeader(bytes, next);
        return HasDate(line) ? header || (afterBlank && StartsBlankLine(bytes, next)) : header && afterBlank && HasSender(line[5..]);
    }

    private static bool IsFollowedByHeader(ReadOnlySpan<byte> bytes, int next)
    {
        if (next >= bytes.Length)
        {
            return true; // the last message, empty
        }

        var end = HeaderReader.LineEnd(bytes, next, out _);
        var line = bytes[next..end];
        return HeaderReader.NameLength(line) > 0 || line.StartsWith(">From "u8);
    }

    private static bool StartsBlankLine(ReadOnlySpan<byte> bytes, int at) => at < bytes.Length && bytes[at] is (byte)'\r' or (byte)'\n';

    private static bool HasDate(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        var hasTime = false;
        while (colon > 0 && !hasTime)
        {
            hasTime = IsDigit(line, colon - 1) && IsDigit(line, colon + 1) && IsDigit(line, colon + 2);
            var rest = line[(colon + 1)..].IndexOf((byte)':');
            colon = rest < 0 ? -1 : colon + 1 + rest;
        }

        return hasTime && (line.IndexOf(" 19"u8) > 0 || line.IndexOf(" 20"u8) > 0);
    }

    private static bool HasSender(ReadOnlySpan<byte> rest)
    {
        rest = rest.Trim((byte)' ');
        var word = rest.IndexOf((byte)' ') is > 0 and var end ? rest[..end] : rest;
        return word.SequenceEqual("-"u8) || (word.Length > 2 && word.Contains((byte)'@') && word[^1] is not ((byte)':' or (byte)','));
    }

    private static bool IsDigit(ReadOnlySpan<byte> line, int at) => at >= 0 && at < line.Length && line[at] is >= (byte)'0' and <= (byte)'9';
}
