namespace WooPipeline.Privacy;

/// <summary>
/// Senders of what was pasted from a conversation: lines that hold a name and end with a moment (<c>Yves D. 18:52</c>, <c>marnelle.issa  09:04</c>,
/// <c>Corné vI — 22-4 17:20</c>). An agenda has such lines too (<c>Lunch 12:30</c>); in a conversation somebody speaks more than once.
/// </summary>
internal static class SenderLines
{
    private const int Longest = 60;
    private const int Fewest = 3;
    private const WordClass NoName = WordClass.Common | WordClass.Plain | WordClass.Function | WordClass.Organisation | WordClass.Day | WordClass.Month | WordClass.Filler | WordClass.PersonLabel;

    /// <summary>True where a document is, or holds, such a conversation: people write it in small letters.</summary>
    public static bool IsTalk(TokenText words) => Of(words).Count > 0;

    public static void Find(TokenText words, List<Mention> mentions)
    {
        var lines = Of(words);
        if (lines.Count == 0)
        {
            return;
        }

        var taken = new SpanSet(words.Count + 1);
        foreach (var mention in mentions)
        {
            taken.Add(mention.Name.First, mention.Name.End);
        }

        foreach (var (first, end) in lines.Where(l => !taken.Overlaps(l.First, l.End)))
        {
            mentions.Add(new Mention(new NameSpan(first, end, NameOf(words, first, end)), Strength.Confirmed, "name.chat", 0.9));
        }
    }

    private static List<(int First, int End)> Of(TokenText words)
    {
        var text = words.Text;
        var lines = new List<(int First, int End)>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end - start is > 6 and < Longest && end + 1 < text.Length && MomentStart(text, start, end) is var moment && moment > start && Sender(words, start, moment) is { } sender)
            {
                lines.Add(sender);
            }

            start = end + 1;
        }

        return lines.Count < Fewest || lines.GroupBy(l => words[l.First].Hash).All(g => g.Count() == 1) ? [] : lines;
    }

    /// <summary>Where the moment at the end of a line begins, with the white space or dash before it; -1 where there is none.</summary>
    private static int MomentStart(string text, int start, int end)
    {
        while (end > start && text[end - 1] is ' ' or '\r')
        {
            end--;
        }

        if (end - start < 6 || !char.IsAsciiDigit(text[end - 1]) || !char.IsAsciiDigit(text[end - 2]) || text[end - 3] is not (':' or '.') || !char.IsAsciiDigit(text[end - 4]))
        {
            return -1;
        }

        var k = end - 4;
        while (k > start && (char.IsAsciiDigit(text[k - 1]) || text[k - 1] is '-' or '/' or ' ' or ',' or '\u2013' or '\u2014' or '\t' or '.' && char.IsAsciiDigit(text[k])))
        {
            k--;
        }

        // "Joran, 6 nov 03:04"
        var month = k;
        while (month > start && char.IsAsciiLetterLower(text[month - 1]))
        {
            month--;
        }

        if (k - month is >= 3 and <= 9 && month - start > 3 && text[month - 1] == ' ' && char.IsAsciiDigit(text[month - 2]) && (Lexicon.Default.Find(WordHash.Of(text.AsSpan(month, k - month))) & WordClass.Month) != 0)
        {
            k = month - 2;
            while (k > start && char.IsAsciiDigit(text[k - 1]))
            {
                k--;
            }

            while (k > start && text[k - 1] is ' ' or ',')
            {
                k--;
            }
        }

        return k > start && k < end - 4 && text[k] is ' ' or '\t' or ',' ? k : -1;
    }

    private static (int First, int End)? Sender(TokenText words, int start, int moment)
    {
        var first = words.IndexAt(start);
        var end = first;
        while (end < words.Count && words[end].Start < moment && end - first < 5 && words[end].IsWord && (end == first || words.GapBefore(end) is Gap.Space or Gap.Dot or Gap.Hyphen or Gap.DotSpace))
        {
            end++;
        }

        var dotted = end - first == 2 && words.GapBefore(first + 1) == Gap.Dot;
        if (end == first || words[first].Start != start || !(words[first].IsCapital || dotted) || (words[end].Start < moment && words.GapBefore(end) is not Gap.OpenParen))
        {
            return null;
        }

        for (var k = first; k < end; k++)
        {
            if ((!words[k].IsCapital && !dotted && !words[k].Is(WordClass.Particle) && words[k].Length > 2) || (words[k].Is(NoName) && !words[k].Is(WordClass.Given | WordClass.Surname | WordClass.Particle)))
            {
                return null;
            }
        }

        return (first, end);
    }

    private static PersonName NameOf(TokenText words, int first, int end)
    {
        var read = NameReader.ReadField(words, first, end);
        if (!read.IsNone && read.End == end)
        {
            return read.Name;
        }

        var builder = new NameBuilder();
        builder.AddGiven(words.Folded(first));
        for (var k = first + 1; k < end; k++)
        {
            if (words[k].Length > 1)
            {
                builder.AddSurname(words.Folded(k));
            }
        }

        return builder.Build();
    }
}
