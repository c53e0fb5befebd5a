namespace WooPipeline.Privacy;

/// <summary>Where the name stands in the line over a quoted message.</summary>
internal static class WroteLine
{
    public static (int Start, int End) NamePlace(ReadOnlySpan<char> line)
    {
        if (!line.TrimEnd().EndsWith(":", StringComparison.Ordinal) && !line.Contains('<') && !line.Contains(": ", StringComparison.Ordinal))
        {
            return (0, 0);
        }

        var at = line.IndexOf("schreef", StringComparison.OrdinalIgnoreCase);
        if (at >= 0)
        {
            var start = at + 7;
            var rest = line[start..].TrimEnd([':', ' ', '\r']).Length + start;
            var after = line[start..].TrimStart();
            var dated = after.StartsWith("op ", StringComparison.OrdinalIgnoreCase) || after.StartsWith("het volgende", StringComparison.OrdinalIgnoreCase) || after.Length == 0 || after[0] is ':' or ',' || char.IsAsciiDigit(after[0]);
            return rest - start > 2 && !dated ? (start, Cut(line, start, rest)) : Before(line, at);
        }

        at = line.IndexOf("het volgende geschreven", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            at = line.IndexOf("wrote", StringComparison.OrdinalIgnoreCase);
            return at < 0 ? (0, 0) : Before(line, at);
        }

        var heeft = line[..at].LastIndexOf("heeft ", StringComparison.OrdinalIgnoreCase);
        return heeft < 0 ? (0, 0) : (heeft + 6, at);
    }

    private static int Cut(ReadOnlySpan<char> line, int start, int end)
    {
        foreach (var stop in (ReadOnlySpan<string>)[" het volgende", " op ", " on "])
        {
            var at = line[start..end].IndexOf(stop, StringComparison.OrdinalIgnoreCase);
            if (at > 0)
            {
                end = start + at;
            }
        }

        return end;
    }

    /// <summary>The name before <c>wrote</c> stands after the last comma, or after the time.</summary>
    private static (int Start, int End) Before(ReadOnlySpan<char> line, int verb)
    {
        var head = line[..verb];
        var start = 0;
        for (var i = head.Length - 1; i > 0; i--)
        {
            if (char.IsAsciiDigit(head[i]) && head[i - 1] is ':' or >= '0' and <= '9' && !head[i..].Contains('@'))
            {
                start = i + 1;
                break;
            }
        }

        var after = head[start..].IndexOf("M,", StringComparison.Ordinal);
        start += after is >= 0 and < 6 ? after + 2 : 0;
        while (start < head.Length && head[start] is ',' or ' ' or '>')
        {
            start++;
        }

        return (start, verb);
    }
}
