namespace WooPipeline.Privacy;

/// <summary>Names in places whose form says that a person stands there: headers, closings, salutations, lists, tables, chats.</summary>
internal sealed partial class StructureMentions(TokenText words, List<Field> fields, List<Mention> mentions)
{
    private const int MostNamesInList = 60;
    private readonly string text = words.Text;

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("AEIOUYaeiouyÄÖÜÉÈËÏÓÁÍÚÀÂÊÎÔÛ");

    private static readonly System.Buffers.SearchValues<char> Digits = System.Buffers.SearchValues.Create("0123456789");

    public void Run()
    {
        foreach (var field in fields)
        {
            Field(field);
        }

        Lines();
        SenderLines.Find(words, mentions);
        NameColumns.Find(words, fields, mentions);
        ReferenceInitials.Find(words, fields, mentions);
    }

    private void Field(Field field)
    {
        if (HeaderLabels.IsAddressHeader(field.LabelText))
        {
            AddressList(field.Start, Continued(field), "name.header");
        }
        else if (field.LabelText is "voorletters" or "tussenvoegsel" or "initialen")
        {
            // Parts of a name in columns of their own are joined by row.
        }
        else if (field.Has(WordClass.PersonLabel) && !field.Has(WordClass.ReferenceCue) && !(field.Has(WordClass.RoomCue) && text.AsSpan(field.Start, field.End - field.Start).IndexOfAny(Digits) >= 0) && (field.IsCell || field.LabelText.Length < 40))
        {
            PersonField(field);
        }
    }

    /// <summary>A header field goes on over lines that start with white space.</summary>
    private int Continued(Field field)
    {
        var end = field.End;
        while (end < text.Length && text[end] is '\n' or '\r' && field.LabelStart >= 0)
        {
            var next = end + 1;
            if (next + 1 >= text.Length || text[next] is not (' ' or '\t') || char.IsWhiteSpace(text[next + 1]) && text[next + 1] is '\n' or '\r')
            {
                break;
            }

            var stop = text.IndexOf('\n', next);
            end = stop < 0 ? text.Length : stop;
        }

        return end;
    }

    private void PersonField(Field field)
    {
        var function = field.Has(WordClass.Function) ? field.LabelText : null;
        var role = field.Has(WordClass.PublicRole) && !field.Has(WordClass.Function) ? field.LabelText : null;
        var strength = field.IsCell || field.End - field.Start < 400 ? Strength.Confirmed : Strength.Strong;
        foreach (var (start, end) in Items(field.Start, field.End))
        {
            if (!field.IsCell && HoldsSentenceEnd(start, end))
            {
                continue;
            }

            NameAt(start, end, strength, field.IsCell ? "name.table" : "name.label", null, role, function, (field.IsCell || IsNamePart(field)) && field.End - field.Start < 48);
        }
    }

    /// <summary>Splits a value in items at semicolons, slashes, <c>en</c>, and at commas that do not invert a name.</summary>
    private List<(int Start, int End)> Items(int start, int end)
    {
        var items = new List<(int, int)>();
        var from = start;
        var depth = 0;
        for (var i = start; i <= end && items.Count < MostNamesInList; i++)
        {
            var c = i < end ? text[i] : ';';
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            var split = i == end || (depth == 0 && (c is ';' or '/' || (c == ',' && !Inverts(from, i, end)) || (c == '&' && i > start && text[i - 1] == ' ')));
            var word = depth == 0 && c == ' ' ? Conjunction(i, end) : 0;
            if (split || word > 0)
            {
                if (i > from)
                {
                    items.Add((from, i));
                }

                from = i + Math.Max(1, word);
                i += Math.Max(0, word - 1);
            }
        }

        return items;
    }

    /// <summary>"Bakker, Sanne" is one person, "Sanne Bakker, Jelte Hofstra" are two.</summary>
    private bool Inverts(int from, int comma, int end)
    {
        var rest = text.AsSpan(comma + 1, end - comma - 1).IndexOfAny(',', ';', '/');
        var stop = rest < 0 ? end : comma + 1 + rest;
        return AddressParser.IsInvertedPair(words, words.IndexAt(from), words.IndexAt(comma), words.IndexAt(stop));
    }

    private int Conjunction(int i, int end)
    {
        foreach (var word in (ReadOnlySpan<string>)[" en ", " and ", " met ", " with ", " namens ", " en/of "])
        {
            if (i + word.Length < end && text.AsSpan(i, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private void AddressList(int start, int end, string rule)
    {
        foreach (var entry in AddressParser.Parse(text, words, start, end))
        {
            if (entry.NameEnd > entry.NameStart && !NameAt(entry.NameStart, entry.NameEnd, Strength.Confirmed, rule, entry.Address, null, null, true))
            {
                OfAddress(entry, rule);
            }
        }
    }

    private bool NameAt(int start, int end, Strength strength, string rule, string? email, string? role, string? function, bool trusted)
    {
        var first = words.IndexAt(start);
        var stop = words.IndexAt(end);
        while (stop > first && words[stop - 1].Start >= end)
        {
            stop--;
        }

        if (stop <= first || text.AsSpan(start, end - start).Contains('@') || text.AsSpan(start, Math.Max(0, words[first].Start - start)).IndexOfAny('@', '<') >= 0)
        {
            return false;
        }

        if (stop - first > 1 && words[first].IsAllCaps && words[first].Length > 1 && words.GapBefore(first + 1) == Gap.OpenParen && !words[first].Is(WordClass.Given))
        {
            // "DC (W. Kok)": a directorate, and in brackets who acts for it.
            first++;
        }
        else if (stop - first > 2 && words[first].Is(WordClass.Abbreviation | WordClass.Organisation | WordClass.Brand) && !words[first].Is(WordClass.Given | WordClass.Surname) && words.GapBefore(first + 1) == Gap.Comma && !words.TextBefore(stop).Contains(')'))
        {
            // "RIVM, A. de Jonge".
            first++;
        }

        if (stop - first == 1 && words[first].IsAllCaps && words[first].Length is 2 or 3 && (words[first].Length == 2 || !words[first].Is(WordClass.Given | WordClass.Surname)))
        {
            if (!words[first].Is(WordClass.Abbreviation | WordClass.Organisation | WordClass.Brand | WordClass.Party | WordClass.Common))
            {
                mentions.Add(new Mention(new NameSpan(first, stop, CodeMentions.Unknown), Strength.Guess, "name.reference", 0.8));
            }

            return false;
        }

        if (stop - first == 1 && words[first].IsAllCaps && words[first].Length is 4 or 5 && words[first].Class == WordClass.None && (words[first].Length == 4 || !text.AsSpan(words[first].Start, words[first].Length).ContainsAny(Vowels)))
        {
            // KNRM, DGCZ: letters that nobody can say as a word.
            return false;
        }

        var name = NameReader.ReadField(words, first, stop);
        if (name.IsNone || OnlyParticles(name) || (!trusted && !LooksLikeName(name)))
        {
            return false;
        }

        mentions.Add(new Mention(name, name.Name.IsFull || trusted ? strength : Strength.Strong, rule, trusted ? 0.97 : 0.85, email, role, function));
        return true;
    }

    private bool OnlyParticles(NameSpan name)
    {
        for (var k = name.First; k < name.End; k++)
        {
            if (!words[k].Is(WordClass.Particle | WordClass.Title))
            {
                return false;
            }
        }

        return true;
    }

    private bool LooksLikeName(NameSpan name)
    {
        var last = words[name.End - 1];
        var first = words[name.First];
        return first.IsCapital && (name.Name.Initials.Length > 0 || first.Is(WordClass.Given | WordClass.Surname | WordClass.Particle) || last.Is(WordClass.Surname))
            && !(name.End - name.First == 1 && first.Is(WordClass.Common) && !(first.Is(WordClass.Given | WordClass.Surname) && NumberFollows(name.End)));
    }

    /// <summary>A telephone number in brackets goes with a person: <c>Lente (06-…)</c>.</summary>
    private bool NumberFollows(int end) => words.GapBefore(end) == Gap.OpenParen && words[end].IsNumber && words[end].Length is 2 or 3 or 4 or 10;

    private void Lines()
    {
        var closing = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var content = FieldFinder.SkipQuote(text, start, end);
            if (end > content)
            {
                var first = words.IndexAt(content);
                var stop = words.IndexAt(end);
                if (first < stop)
                {
                    closing = Line(content, end, first, stop, closing);
                }
            }

            start = end + 1;
        }
    }

    /// <summary>Looks at one line; gives how many of the next lines may still be a signature.</summary>
    private int Line(int start, int end, int first, int stop, int closing)
    {
        if (ChatLine.Read(text, start, end) is { } chat)
        {
            ChatSender(chat);
            return 0;
        }

        if (text[start] == '|')
        {
            return 0;
        }

        if (stop - first <= 8 && words[first].IsCapital && IsMoment(end + 1) && !Enumerable.Range(first, stop - first).Any(k => words[k].Is(WordClass.Common | WordClass.Plain | WordClass.Function | WordClass.Mailbox) && !words[k].Is(WordClass.Given | WordClass.Surname | WordClass.Particle)) && NameLine(start, end, first, stop, Strength.Confirmed, "name.chat"))
        {
            return 0;
        }

        if (IsClosing(first, stop))
        {
            AfterClosing(end, first, stop);
            return stop - first <= 6 ? 3 : 2;
        }

        if (Salutation(first, stop) || Wrote(start, end))
        {
            return 0;
        }

        if (stop - first == 1 && SignsByLetter(first, end))
        {
            return 0;
        }

        if (closing > 0)
        {
            var taken = NameLine(start, end, first, stop, Strength.Confirmed, "name.signature");
            return taken ? 2 : closing - 1;
        }

        if (stop - first <= 5)
        {
            Lone(start, end, first, stop);
        }

        return 0;
    }

    private void ChatSender(ChatLine chat)
    {
        if (chat.NameEnd > chat.NameStart)
        {
            var stop = words.IndexAt(chat.NameEnd);
            var first = words.IndexAt(chat.NameStart);
            if (first < stop && (words[first].IsWord || !words[first].HasDigit))
            {
                var whole = stop;
                stop = WithoutBody(first, stop);
                var read = NameAt(chat.NameStart, stop < whole ? words[stop - 1].End : chat.NameEnd, Strength.Confirmed, "name.chat", null, null, null, true);
                if (read && mentions[^1] is var sender && sender.Name.End < stop && words[sender.Name.End].HasDigit && words.GapBefore(sender.Name.End) == Gap.Space)
                {
                    // People note where somebody lives: "Anneke Zeedijk 22".
                    mentions[^1] = sender with { Name = sender.Name with { End = stop } };
                }
            }
        }
    }

    private bool IsClosing(int first, int stop)
    {
        // "Met vriendelijke groet," opens with a closing word or holds one among its first four, and little else.
        var limit = Math.Min(stop, first + 5);
        for (var k = first; k < limit; k++)
        {
            if (words[k].Is(WordClass.Closing))
            {
                return true;
            }

            if (!words[k].Is(WordClass.Common | WordClass.Filler))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The name on the closing's own line: <c>Groetjes, Roos</c>.</summary>
    private void AfterClosing(int end, int first, int stop)
    {
        var k = first;
        while (k < stop && words[k].Is(WordClass.Closing | WordClass.Common | WordClass.Filler) && !(k > first && words[k].IsCapital && words.GapBefore(k) == Gap.Comma))
        {
            k++;
        }

        if (words.Folded(k - 1) is "uit" or "vanuit" or "from" && words[k].Is(WordClass.Place))
        {
            // "Groet uit Dalfsen, Tj."
            k++;
        }

        if (k < stop && (words[k].IsCapital || words.GapBefore(k) == Gap.Comma) && stop - k <= 6)
        {
            NameLine(words[k].Start, end, k, stop, Strength.Confirmed, "name.closing");
        }
        else if (k > first && stop - k is 2 or 3 or 4 && IsGreetingOff(k - 1) && SmallFull(k, stop))
        {
            return;
        }
        else if (k > first && k == stop - 1 && words.GapBefore(k) is Gap.Space or Gap.Comma or Gap.DotSpace)
        {
            SmallName(k, "name.closing");
        }
    }

    private bool NameLine(int start, int end, int first, int stop, Strength strength, string rule)
    {
        var bar = text.AsSpan(start, end - start).IndexOfAny('|', '\t', '/');
        var limit = bar > 0 ? start + bar : end;
        var comma = text.AsSpan(start, limit - start).IndexOf(',');
        if (comma > 0 && !AddressParser.IsInvertedPair(words, first, words.IndexAt(start + comma), stop))
        {
            limit = start + comma;
        }

        var last = words.IndexAt(limit);
        if (last - NameReader.SkipTitles(words, first, last) is < 1 or > 7 || !AllNameWords(first, last))
        {
            return false;
        }

        if (last - first == 1 && NameContext.EndsAsOccupation(words, first))
        {
            return false;
        }

        if (last - first == 1 && rule != "name.closing" && !words[first].Is(WordClass.Given | WordClass.Surname) && limit > words[first].End && text[words[first].End] == '.')
        {
            return false;
        }

        return NameAt(start, limit, strength, rule, null, null, null, true);
    }

    private bool AllNameWords(int first, int last)
    {
        for (var k = first; k < last; k++)
        {
            var token = words[k];
            if (k > first && words.GapBefore(k) is Gap.SpacedHyphen or Gap.Tab)
            {
                return true;
            }

            if (!token.IsWord || (!token.IsCapital && !token.Is(WordClass.Particle | WordClass.Title | WordClass.Given))
                || (token.Is(WordClass.Function | WordClass.PublicRole | WordClass.Organisation | WordClass.NamedThing | WordClass.Mailbox | WordClass.Abbreviation | WordClass.Closing) && !token.Is(WordClass.Given | WordClass.Surname | WordClass.Title)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary><c>On … NAME &lt;address&gt; wrote:</c>, <c>Op … schreef NAME:</c>, <c>heeft NAME het volgende geschreven</c>.</summary>
    private bool Wrote(int start, int end)
    {
        var line = text.AsSpan(start, end - start);
        if (line.Length > 300 || line.IndexOf(':') < 0 || !(line.Contains("schreef", StringComparison.OrdinalIgnoreCase) || line.Contains("wrote", StringComparison.OrdinalIgnoreCase) || line.Contains("geschreven", StringComparison.OrdinalIgnoreCase)))
        {
            return false;
        }

        var (from, to) = WroteLine.NamePlace(line);
        if (to <= from)
        {
            return false;
        }

        AddressList(start + from, start + to, "name.wrote");
        return true;
    }

    /// <summary>A line of one or two words with a capital: a name under a message, where the words are names.</summary>
    private void Lone(int start, int end, int first, int stop)
    {
        if (!words[first].IsCapital && stop - first > 2 || text[end - 1] is ':' or '?' or ';' || first > 0 && words.GapBefore(first) is Gap.Space)
        {
            return;
        }

        var token = words[first];
        var known = token.Is(WordClass.Given) && !token.Is(WordClass.Common | WordClass.Month | WordClass.Place) && token.IsCapital && stop - first <= 4 && AllNameWords(first, stop)
            && (stop - first == 1 || words[stop - 1].Is(WordClass.Surname) || !words[stop - 1].Is(WordClass.Common | WordClass.Place));
        var titled = token.Is(WordClass.Title) && words[first + 1].IsCapital;
        if (known || titled)
        {
            NameLine(start, end, first, stop, Strength.Strong, "name.line");
        }
    }
}
