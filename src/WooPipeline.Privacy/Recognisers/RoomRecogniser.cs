using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Room, wing and desk numbers: after their word (<c>kamer 2.14</c>, <c>zaal C18.03</c>), in a column of that name, or behind an office address.</summary>
internal static class RoomRecogniser
{
    public static void Run(RecogniserContext context, IReadOnlyList<Field> fields)
    {
        foreach (var field in fields)
        {
            if (field.IsCell && field.Has(WordClass.RoomCue))
            {
                Leading(context, field.Start, field.End, "room.field");
                InCell(context, field);
            }
        }

        var words = context.Words;
        for (var k = 0; k < words.Count; k++)
        {
            if (words[k].Is(WordClass.RoomCue) && k + 1 < words.Count)
            {
                var next = words[k + 1].Is(WordClass.Filler) ? k + 2 : k + 1;
                if (Composite(context, k) is var end && end > k)
                {
                    k = end - 1;
                }
                else if (words.GapBefore(next) is Gap.Space or Gap.Colon or Gap.DotSpace or Gap.Other or Gap.Comma or Gap.Tab or Gap.Line && !(words.GapBefore(next) == Gap.Line && words[next].IsNumber && words[next].Length == 4))
                {
                    Leading(context, words[next].Start, words.Text.Length, "room.cue");
                }
            }
            else if (words[k].HasDigit && words[k].Length is 2 or 3 && words.Of(k)[^1] == 'e' && words.Folded(k + 1) is "etage" or "verdieping" && words.GapBefore(k + 2) == Gap.Comma && words[k + 2].HasDigit)
            {
                Leading(context, words[k + 2].Start, words.Text.Length, "room.cue");
            }
            else if (words[k].HasDigit && words[k].Length <= 4 && k > 0 && StreetNames.IsStrongStreet(words.Of(k - 1)))
            {
                Behind(context, k);
            }
            else if (words[k].Length == 1 && words.Folded(k) == "k" && words.GapAfter(k) == Gap.DotSpace && words[k + 1].IsNumber && context.CueBefore(words[k].Start, 4, WordClass.RoomCue) != 0)
            {
                Leading(context, words[k + 1].Start, words.Text.Length, "room.cue");
            }
            else if (words[k].HasDigit && words[k].Length <= 3 && words.GapAfter(k) is Gap.Dot or Gap.Hyphen && DeskEnd(context, k) is var desk && desk > k)
            {
                context.Add(words[k].Start, words[desk - 1].End, Label.Room, "room.desk", 0.8);
            }
            else if (words[k].HasDigit && words[k].IsCapital && (IsWingRoom(context, k) || IsBetweenBars(context, k)))
            {
                Leading(context, words[k].Start, words.Text.Length, "room.shape");
            }
        }
    }

    /// <summary>
    /// A number of a room that a sentence announces: <c>ik zit op 2.20</c>, <c>zit bij Ghizlane, 3.02</c>, <c>loop langs op 3B.111</c>; or one with a letter
    /// for the wing (<c>1.O.07</c>), which nothing else has. Gives the word after it.
    /// </summary>
    private static int DeskEnd(RecogniserContext context, int k)
    {
        var words = context.Words;
        var end = k + 1;
        var letter = words[k].Length > 1 && !words[k].IsNumber;
        while (end - k < 3 && words.GapBefore(end) is Gap.Dot or Gap.Hyphen && words[end].Length <= 3 && (words[end].HasDigit || (words[end].Length == 1 && words[end].IsAllCaps)))
        {
            letter |= words[end].Length == 1 && words[end].IsWord;
            end++;
        }

        var last = words[end - 1];
        if (end == k + 1 || !last.IsNumber || last.Length is < 2 or > 3 || words.GapBefore(k) is Gap.Dot or Gap.Hyphen or Gap.Slash or Gap.Underscore || words.GapBefore(end) is Gap.Dot or Gap.Hyphen or Gap.Slash or Gap.Colon
            || words.Folded(end) is "uur" or "euro" or "procent" or "m2" or "km" or "meter" or "mln" or "miljoen" || words.TextBefore(k) is [.., '€' or '$'] || context.IsTaken(words[k].Start, last.End))
        {
            return k;
        }

        if (letter && words[k].Length <= 2 && end - k == 3 && words[k + 1].IsWord)
        {
            return end;
        }

        for (var i = k - 1; i >= 0 && k - i <= 6 && words.GapBefore(i + 1) is not (Gap.Paragraph or Gap.Line or Gap.DotSpace); i--)
        {
            if (words.Folded(i) is "zit" or "zitten" or "zat" or "langs" or "werkplek" or "balie" or "printer" or "vergaderen" or "zimmer" or "sits" or "sit" or "reviewen")
            {
                return end;
            }
        }

        return k;
    }

    /// <summary>
    /// A way to a desk in several steps: <c>vleugel C, 5e, plek 5.118</c>, <c>gebouw T4, k. 017</c>, <c>zone C-14.09</c>. A kind of room that
    /// opens it stays, the wings and zones go along. Gives the word after it, or the word itself where there is none.
    /// </summary>
    private static int Composite(RecogniserContext context, int k)
    {
        var words = context.Words;
        var wing = words.Folded(k) is "vleugel" or "zone" or "plek" or "wing" or "desk";
        var tower = words.Folded(k) == "toren";
        var first = wing ? k : k + 1;
        var steps = 0;
        var digits = false;
        var end = k;
        for (var next = k; next < words.Count && next - k < 12;)
        {
            var step = Step(words, next, next > k, tower);
            if (step == next)
            {
                break;
            }

            digits |= words[step - 1].HasDigit || words[step - 2].HasDigit;
            steps++;
            end = step;
            next = step;
            if (words.GapBefore(next) is not (Gap.Comma or Gap.Space or Gap.Other))
            {
                break;
            }
        }

        if (!digits || first >= end || (steps < 2 && !wing) || context.IsTaken(words[first].Start, words[end - 1].End))
        {
            return k;
        }

        context.Add(words[first].Start, words[end - 1].End, Label.Room, "room.composite", 0.88);
        return end;
    }

    /// <summary>One step: a word for a room and its code, a floor by ordinal, or after another step a code with a letter.</summary>
    private static int Step(TokenText words, int k, bool inside, bool tower)
    {
        if (tower && inside && words[k].IsNumber && words[k].Length <= 2 && words.GapAfter(k) == Gap.Dot && words[k + 1].IsNumber && words[k + 1].Length is 2 or 3)
        {
            // "toren H, 14.033".
            return k + 2;
        }

        if (words[k].Is(WordClass.RoomCue) || (inside && words.Folded(k) is "k" or "kr" or "etage" or "verdieping" or "unit"))
        {
            var code = Code(words, k + 1);
            return code > k + 1 && words.GapBefore(k + 1) is Gap.Space or Gap.DotSpace ? code : k;
        }

        var ordinal = inside && words[k].HasDigit && words[k].Length is 2 or 3 && words.Of(k)[^1] == 'e';
        return ordinal ? words.Folded(k + 1) is "etage" or "verdieping" or "floor" ? k + 2 : k + 1 : k;
    }

    /// <summary>A code: a capital, digits, or both, in groups joined by dots and hyphens.</summary>
    private static int Code(TokenText words, int k)
    {
        var token = words[k];
        if (!(token.HasDigit && token.Length <= 5 || (token.IsAllCaps && token.Length == 1)))
        {
            return k;
        }

        var end = k + 1;
        while (end - k < NameReader.MaxWords && words[end].HasDigit && words[end].Length <= 4 && words.GapBefore(end) is Gap.Dot or Gap.Hyphen)
        {
            end++;
        }

        return end;
    }

    private static void Behind(RecogniserContext context, int number)
    {
        var words = context.Words;
        if (words.GapBefore(number) is not Gap.Space || (words[number + 1] is { IsNumber: true, Length: 4 } && words.GapBefore(number + 2) is Gap.Space && words[number + 2].IsCapital))
        {
            return;
        }

        if (words[number + 1] is { Length: > 0, HasDigit: true } && words.GapBefore(number + 1) is Gap.SpacedHyphen or Gap.Comma or Gap.Other or Gap.Slash or Gap.OpenParen)
        {
            Leading(context, words[number + 1].Start, words.Text.Length, "room.address");
        }
    }

    /// <summary>A letter, digits and a dot or hyphen with digits (<c>B06.218</c>, <c>D-03.11</c>): only rooms are written so.</summary>
    public static bool IsWingRoom(RecogniserContext context, int k)
    {
        var words = context.Words;
        var word = words.Of(k);
        return word.Length is 2 or 3 or 4 && char.IsAsciiLetterUpper(word[0]) && word[1..].IndexOfAnyExceptInRange('0', '9') < 0
            && words.GapAfter(k) == Gap.Dot && words[k + 1].IsNumber && words[k + 1].Length is 2 or 3 && words.GapBefore(k) is not (Gap.Hyphen or Gap.Slash or Gap.Underscore or Gap.Dot)
            && context.CueBefore(words[k].Start, 2, WordClass.ReferenceCue) == 0;
    }

    /// <summary>A wing, a hyphen and a number between the bars of a signature line: <c>| teamleider | E4-121 |</c>.</summary>
    private static bool IsBetweenBars(RecogniserContext context, int k)
    {
        var words = context.Words;
        var word = words.Of(k);
        return word.Length is 1 or 2 or 3 && char.IsAsciiLetterUpper(word[0]) && word[1..].IndexOfAnyExceptInRange('0', '9') < 0
            && words.GapAfter(k) == Gap.Hyphen && words[k + 1].IsNumber && words[k + 1].Length is 2 or 3
            && context.Text.AsSpan(0, words[k].Start).TrimEnd(' ').EndsWith("|", StringComparison.Ordinal)
            && context.Text.AsSpan(words[k + 1].End).TrimStart(' ') is [] or ['|' or '\n' or '\r', ..];
    }

    /// <summary>A room behind the town in a cell: <c>Arnhem 5.104</c>.</summary>
    private static void InCell(RecogniserContext context, Field field)
    {
        var words = context.Words;
        for (var k = words.IndexAt(field.Start); k < words.Count && words[k].End <= field.End; k++)
        {
            if (words[k].HasDigit && words[k].Length <= 3 && words.GapAfter(k) == Gap.Dot && words[k + 1].IsNumber && words[k + 1].Length is 2 or 3 && words[k + 1].End <= field.End)
            {
                var wing = k > 0 && words[k - 1].Start > field.Start && words.Folded(k - 1) is "west" or "oost" or "noord" or "zuid" or "midden" && words.GapBefore(k) == Gap.Space ? words[k - 1].Start : -1;
                if (wing >= 0)
                {
                    context.Add(wing, words[k - 1].End, Label.Room, "room.cell", 0.8);
                }

                Leading(context, words[k].Start, field.End, "room.cell");
                return;
            }
        }
    }

    private static void Leading(RecogniserContext context, int start, int limit, string rule)
    {
        var text = context.Text;
        var end = start;
        var digits = 0;
        var letters = 0;
        while (end < limit && end - start < 14)
        {
            var c = text[end];
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (char.IsAsciiLetter(c))
            {
                if (++letters > 2)
                {
                    return;
                }
            }
            else if (!(c is '.' or '-' or '\u2013' or '/' && end + 1 < limit && char.IsLetterOrDigit(text[end + 1]))
                     && !(c is ',' or ' ' && end - start is 1 or 2 && char.IsAsciiLetterUpper(text[start]) && !char.IsLetterOrDigit(text[start + 1]) && end + 2 < limit && char.IsAsciiDigit(text[end + (text[end + 1] == ' ' ? 2 : 1)])))
            {
                break;
            }

            end++;
        }

        while (end > start && !char.IsLetterOrDigit(text[end - 1]))
        {
            end--;
        }

        if (digits == 0 || digits > 6 || context.IsTaken(start, end) || (end < text.Length && text[end] is '%' or ':' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
        {
            return;
        }

        context.Add(start, end, Label.Room, rule, 0.9);
    }
}
