namespace WooPipeline.Privacy;

/// <summary>The head of a chat message in plain text: <c>[date time] Name: …</c>, <c>date, time - Name: …</c>, <c>date time Name: …</c>.</summary>
internal readonly record struct ChatLine(int NameStart, int NameEnd)
{
    private const int LongestName = 48;

    public static ChatLine? Read(string text, int start, int end)
    {
        var i = start;
        var bracket = text[i] == '[';
        i += bracket ? 1 : 0;
        if (i >= end || !char.IsAsciiDigit(text[i]))
        {
            return null;
        }

        var digits = 0;
        var colon = false;
        while (i < end && i - start < 32 && (char.IsAsciiDigit(text[i]) || text[i] is '-' or '/' or '.' or ':' or ',' or ' ' or '\u202F' or 'T' or 'Z' or '+' || Meridiem(text, i, end)))
        {
            if (text[i] == '-' && i > start && text[i - 1] == ' ')
            {
                break;
            }

            digits += char.IsAsciiDigit(text[i]) ? 1 : 0;
            colon |= text[i] == ':';
            i++;
        }

        if (digits < 7 || !colon)
        {
            return null;
        }

        if (bracket)
        {
            if (i >= end || text[i] != ']')
            {
                return null;
            }

            i++;
        }
        else if (i < end && text[i] is '-' or '\u2013')
        {
            i++;
        }
        else if (!(i < end && text[i - 1] is ' ' or ':'))
        {
            return null;
        }

        while (i < end && text[i] is ' ' or '~' or '\u200E' or '\u202A' or '\u00A0')
        {
            i++;
        }

        return Named(text, i, end);
    }

    private static bool Meridiem(string text, int i, int end) =>
        text[i] is 'a' or 'p' or 'A' or 'P' && i + 1 < end && text[i + 1] is 'm' or 'M' || text[i] is 'm' or 'M' && text[i - 1] is 'a' or 'p' or 'A' or 'P';

    private static ChatLine Named(string text, int start, int end)
    {
        var colon = text.IndexOf(':', start, Math.Min(end - start, LongestName));
        if (colon > start)
        {
            return new ChatLine(start, colon);
        }

        var line = text.AsSpan(start, end - start);
        foreach (var verb in (ReadOnlySpan<string>)[" heeft ", " is ", " has ", " added ", " left", " joined", " created ", " changed ", " voegde ", " verliet ", " wijzigde ", " verwijderde "])
        {
            var at = line.IndexOf(verb, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && at < LongestName && char.IsUpper(line[0]))
            {
                return new ChatLine(start, start + at);
            }
        }

        return new ChatLine(start, start);
    }
}
