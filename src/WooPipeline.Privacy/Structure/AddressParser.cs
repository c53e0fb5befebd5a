namespace WooPipeline.Privacy;

/// <summary>An address of a header: where its display name stands, and the address itself.</summary>
internal readonly record struct AddressEntry(int NameStart, int NameEnd, string? Address);

/// <summary>Splits a header's list of addresses as mail programs write it (RFC 5322 §3.4, and what Outlook prints).</summary>
internal static class AddressParser
{
    public static List<AddressEntry> Parse(string text, TokenText words, int start, int end)
    {
        var entries = new List<AddressEntry>();
        foreach (var (from, to) in Split(text, words, start, end))
        {
            entries.Add(Entry(text, from, to));
        }

        return entries;
    }

    /// <summary>True where a comma parts a surname from what belongs before it, and not one person from the next.</summary>
    public static bool IsInvertedPair(TokenText words, int first, int comma, int stop)
    {
        first = NameReader.SkipTitles(words, first, comma);
        if (words[first].IsAllCaps && words[first].Length <= 3 && words[comma].IsAllCaps && words[comma].Length <= 4)
        {
            // "ES, MH": two persons by their initials.
            return false;
        }

        var left = comma - first;
        if (left is < 1 or > 5 || comma >= stop)
        {
            return false;
        }

        if (PersonCues.IsCivilTitle(words, comma))
        {
            // "Heer Koopmans, mevrouw Schoonhoven".
            return false;
        }

        comma = NameReader.SkipTitles(words, comma, stop);
        var after = words[comma];
        if (NameReader.IsInitial(words, comma) || (after.IsAllCaps && after.Length <= 4 && after.IsWord && !words[first].IsAllCaps && !(left > 1 && after.Length > 1 && words[first].Is(WordClass.Given) && !words[first].Is(WordClass.Particle))))
        {
            return left <= 4 && !(left > 1 && words[first].Length == 1) && !IsNextPerson(words, comma, stop);
        }

        if (after.Is(WordClass.Particle) && comma + 1 >= stop)
        {
            return true;
        }

        if (words[first].Length > 2 && after.IsCapital && after.IsWord && !after.IsAllCaps && after.Length > 1 && !after.Is(WordClass.Function | WordClass.Organisation) && Enumerable.Range(first, left).All(i => words[i].IsAllCaps))
        {
            // "KYAW, Zin Min": the surname is in capitals.
            return true;
        }

        if (words[first].Length == 1)
        {
            return false;
        }

        var leftGiven = words[first].Is(WordClass.Given) && !words[first].Is(WordClass.Surname) && left > 1;
        var next = comma + 1;
        while (next < stop && words.GapBefore(next) is Gap.Hyphen)
        {
            next++;
        }

        var rightAlone = next >= stop || words.GapBefore(next) is Gap.OpenParen or Gap.SpacedHyphen or Gap.Semicolon or Gap.Other or Gap.Paragraph or Gap.Line || words[next].Is(WordClass.Particle);
        if (left == 1)
        {
            return rightAlone && after.IsCapital && !(words[first].Is(WordClass.Given) && !words[first].Is(WordClass.Surname) && after.Is(WordClass.Given) && !words[first].Is(WordClass.Common))
                || (after.Is(WordClass.Given) && words[next].Is(WordClass.Given) && next == stop - 1);
        }

        return !leftGiven && rightAlone && after.Is(WordClass.Given) && (words[first].Is(WordClass.Particle | WordClass.Surname) || words.GapBefore(first + 1) is Gap.Hyphen or Gap.SpacedHyphen or Gap.Space);
    }

    /// <summary>Initials with a surname behind them begin the next person: <c>Nadia Ghazouani, J. Groen</c>.</summary>
    public static bool IsNextPerson(TokenText words, int initial, int stop)
    {
        var k = initial;
        while (k < stop && k - initial < NameReader.MaxWords && NameReader.IsInitial(words, k) && words[k].Length == 1)
        {
            k++;
        }

        while (k > initial && k < stop && words[k].Is(WordClass.Particle) && !words[k].IsCapital && words.GapBefore(k) is Gap.Space or Gap.DotSpace)
        {
            k++;
        }

        return k > initial && k < stop && words[k].IsCapital && words[k].IsWord && !words[k].IsAllCaps && words[k].Length > 2 && words.GapBefore(k) is Gap.Space or Gap.DotSpace && !words[k].Is(WordClass.Given | WordClass.Title);
    }

    private static IEnumerable<(int Start, int End)> Split(string text, TokenText words, int start, int end)
    {
        var from = start;
        var quoted = false;
        var angle = false;
        var depth = 0;
        var hasSemicolon = text.AsSpan(start, end - start).Contains(';');
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            quoted ^= c == '"';
            angle = c == '<' || (angle && c != '>');
            depth = Math.Max(0, depth + (c == '(' ? 1 : c == ')' ? -1 : 0));
            if (quoted || angle || depth > 0)
            {
                continue;
            }

            var split = c == ';' || (c == '/' && i > from && text[i - 1] == ' ') || (c == ',' && !hasSemicolon && !Inverts(text, words, from, i, end));
            if (split)
            {
                yield return (from, i);
                from = i + 1;
            }
        }

        if (from < end)
        {
            yield return (from, end);
        }
    }

    private static bool Inverts(string text, TokenText words, int from, int comma, int end)
    {
        if (text.AsSpan(from, comma - from).IndexOfAny('@', '>') >= 0)
        {
            return false;
        }

        var stop = text.AsSpan(comma + 1, end - comma - 1).IndexOfAny(",;<");
        var limit = stop < 0 ? end : comma + 1 + stop;
        var first = words.IndexAt(from);
        return IsInvertedPair(words, first, words.IndexAt(comma), Math.Min(words.IndexAt(limit), words.Count));
    }

    private static AddressEntry Entry(string text, int start, int end)
    {
        var piece = text.AsSpan(start, end - start);
        var open = piece.IndexOf('<');
        string? address = null;
        var nameEnd = end;
        if (open >= 0)
        {
            var close = piece[open..].IndexOf('>');
            var inner = close > 0 ? piece[(open + 1)..(open + close)] : piece[(open + 1)..];
            address = inner.Contains('@') ? inner.Trim().ToString().Replace("mailto:", "", StringComparison.OrdinalIgnoreCase).ToLowerInvariant() : null;
            nameEnd = start + open;
        }
        else if (piece.Contains('@'))
        {
            return new AddressEntry(start, start, piece.Trim().ToString().ToLowerInvariant());
        }

        while (start < nameEnd && text[start] is ' ' or '"' or '\'' or '\t' or '\n' or '\r' or '*')
        {
            start++;
        }

        while (nameEnd > start && text[nameEnd - 1] is ' ' or '"' or '\'' or '[' or '\t' or ':' or '\r' or '\n')
        {
            nameEnd--;
        }

        return new AddressEntry(start, nameEnd, address);
    }
}
