using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>Room, wing and desk numbers: after their word (<c>kamer 2.14</c>, <c>zaal C18.03</c>), in a column of that name, or behind an office address.</summary>
internal static class RoomRecogniser
{
    public static void Run(RecogniserContext context, IReadOnlyList<Field> fields)
    {
        foreach (var field in fields)
        {
            if (field.IsCell && field.Has(WordClass.RoomCue) && context.Words.IndexAt(field.Start) is var opening && !(RoomChain.MayStart(context.Words, opening) && RoomChain.Take(context, opening) > opening))
            {
                Leading(context, field.Start, field.End, "room.field");
                InCell(context, field);
            }
        }

        var words = context.Words;
        for (var k = words.Next(0, Trigger.Room); k < words.Count; k = words.Next(k + 1, Trigger.Room))
        {
            if (!MayStart(words, k))
            {
                continue;
            }

            if (RoomChain.MayStart(words, k) && RoomChain.Take(context, k) is var chain && chain > k)
            {
                k = chain - 1;
            }
            else if (IsCue(words, k) && k + 1 < words.Count)
            {
                BehindCue(context, k);
            }
            else if (words[k].HasDigit && words[k].Length is 2 or 3 && words.Of(k)[^1] == 'e' && words.Folded(k + 1) is "etage" or "verdieping" && words.GapBefore(k + 2) == Gap.Comma && words[k + 2].HasDigit)
            {
                Leading(context, words[k + 2].Start, words.Text.Length, "room.cue");
            }
            else if (words[k].HasDigit && words[k].Length <= 4 && k > 0 && StreetNames.IsStrongStreet(words.Of(k - 1)))
            {
                Behind(context, k);
            }
            else if (words[k].Length <= 7 && words[k].IsWord && IsShortCue(words, k) && RoomChain.Code(words, k + 1) is var code && code > k + 1 && (code > k + 2 || context.CueBefore(words[k].Start, 4, WordClass.RoomCue) != 0))
            {
                Leading(context, words[k + 1].Start, words.Text.Length, "room.cue");
            }
            else if (words[k].HasDigit && words[k].Length <= 3 && words.GapAfter(k) is Gap.Dot or Gap.Hyphen && DeskEnd(context, k) is var desk && desk > k)
            {
                context.Add(words[k].Start, words[desk - 1].End, Label.Room, "room.desk", 0.8);
            }
            else if (words[k].Length == 1 && words[k].IsAllCaps && words[k].IsWord && IsHyphenRoom(context, k))
            {
                context.Add(words[k].Start, words[k + 2].End, Label.Room, "room.shape", 0.85);
            }
            else if (words[k].HasDigit && words[k].IsCapital && (IsWingRoom(context, k) || IsBetweenBars(context, k)))
            {
                Leading(context, words[k].Start, words.Text.Length, "room.shape");
            }
        }
    }

    /// <summary>False for a word that is no cue and has no code behind it.</summary>
    private static bool MayStart(TokenText words, int k)
    {
        const Shape Coded = Shape.Digit | Shape.AllCaps;
        ref readonly var token = ref words[k];
        return ((token.Shape | words[k + 1].Shape) & Coded) != 0 || token.Is(WordClass.RoomCue) || RoomChain.IsPart(token.Hash);
    }

    /// <summary>A word for a room, also at the end of a longer one (<c>verhoorkamer</c>, <c>behandelruimte</c>).</summary>
    public static bool IsCue(TokenText words, int k)
    {
        ref readonly var token = ref words[k];
        if (token.Is(WordClass.RoomCue))
        {
            return true;
        }

        return token.IsWord && token.Length is 2 or > 6 && (token.Length == 2 ? words.Folded(k) == "rm" : Rooms.EndsIn(words.Of(k)) && words.Folded(k) is not ("rekenkamer" or "tussenruimte" or "antikamer" or "strafkamer" or "handelskamer"))
            && (token.Length == 2 || !words.Folded(k).EndsWith("toren", StringComparison.Ordinal) || token.IsCapital && RoomChain.Code(words, k + 1) > k + 2)
            && words.GapAfter(k) is Gap.Space or Gap.Colon or Gap.DotSpace or Gap.Dot && words[k + 1].Length <= 4 && (words[k + 1].HasDigit || words[k + 1].IsAllCaps);
    }

    public static readonly SuffixSet Rooms = new("kamer", "kamers", "zaal", "ruimte", "lokaal", "werkplek", "spreekuurplek", "toren");

    /// <summary>Short words for a room.</summary>
    public static readonly WordSet ShortCues = new("rm", "k", "kr", "kmr", "office", "kantoor");

    /// <summary><c>k. 2.14</c>, <c>kmr 3.12</c>, <c>office B12.04</c>: short words that mean a room only before its code.</summary>
    private static bool IsShortCue(TokenText words, int k) => words.Folded(k) is "k" or "kr" or "kmr" && words.GapAfter(k) is Gap.DotSpace or Gap.Space or Gap.Dot && !words[k].IsAllCaps
        || words.Folded(k) is "office" or "kantoor" && words.GapAfter(k) is Gap.Space or Gap.DotSpace && RoomChain.Code(words, k + 1) > k + 2;

    private static void BehindCue(RecogniserContext context, int k)
    {
        var words = context.Words;
        var next = words[k + 1].Is(WordClass.Filler) ? k + 2 : k + 1;
        var gap = words.GapBefore(next);
        if (next == k + 2 && words.Folded(k + 1) is "voor" or "van" && RoomChain.Code(words, next) < next + 2)
        {
            // "een zaal voor 250".
            return;
        }

        if (gap is not (Gap.Space or Gap.Colon or Gap.DotSpace or Gap.Other or Gap.Comma or Gap.Tab or Gap.Line or Gap.OpenParen) || (gap == Gap.Line && words[next].IsNumber && words[next].Length == 4) || IsParliament(words, k) || IsMeasured(words, next) || (gap == Gap.OpenParen && RoomChain.Code(words, next) < next + 2))
        {
            return;
        }

        var found = context.Found.Count;
        Leading(context, words[next].Start, words.Text.Length, "room.cue");
        if (context.Found.Count > found)
        {
            Others(context, context.Found[^1].Span.End);
        }
    }

    /// <summary>The houses of parliament have no number.</summary>
    private static bool IsParliament(TokenText words, int k) => words[k].IsCapital && words.Folded(k) == "kamer" && words.Folded(k - 1) is "tweede" or "eerste" or "de";

    /// <summary><c>kamer 2 jaar geleden</c>, <c>kamer van 12 m2</c>: what is counted is no room.</summary>
    private static bool IsMeasured(TokenText words, int k) => words[k].IsNumber && words[k + 1].Is(WordClass.Month) || words[k].IsNumber && words.Folded(k + 1) is "jaar" or "jaren" or "m2" or "m\u00B2" or "personen" or "uur" or "dagen" or "weken" or "maanden" or "keer" or "stuks" or "euro" or "plaatsen" or "mensen" or "procent" or "minuten";

    /// <summary>More rooms of the same shape: <c>kamers 2.14 en 2.16</c>.</summary>
    private static void Others(RecogniserContext context, int end)
    {
        var words = context.Words;
        var k = words.IndexAt(end);
        while (words.Folded(k) is "en" or "of" or "and" or "or" && words.GapBefore(k) == Gap.Space && words[k + 1].HasDigit && RoomChain.Code(words, k + 1) is var code && code > k + 2)
        {
            Leading(context, words[k + 1].Start, words.Text.Length, "room.cue");
            k = code;
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
            if (words.Folded(i) is "zit" or "zitten" or "zat" or "langs" or "werkplek" or "balie" or "printer" or "vergaderen" or "zimmer" or "sits" or "sit" or "reviewen" || (i == k - 1 && words.Folded(i) == "in" && words.GapBefore(end) == Gap.OpenParen && words.Folded(end + 1) is "verdieping" or "etage"))
            {
                return end;
            }
        }

        return k;
    }

    private static void Behind(RecogniserContext context, int number)
    {
        var words = context.Words;
        if (words.GapBefore(number) is not Gap.Space || (words[number + 1] is { IsNumber: true, Length: 4 } && words.GapBefore(number + 2) is Gap.Space && words[number + 2].IsCapital))
        {
            return;
        }

        if (words[number + 1].IsNumber && words[number + 1].Length >= 5 || words[number + 1].HasDigit && words.Folded(number + 2) is "etage" or "verdieping" or "verd" or "floor")
        {
            return;
        }

        if (words[number + 1] is { Length: 1 or 2, IsAllCaps: true, IsWord: true } && words.GapAfter(number + 1) == Gap.Hyphen && words[number + 2].IsNumber && words[number + 2].Length is 2 or 3 && words.GapBefore(number + 1) is Gap.SpacedHyphen or Gap.Comma or Gap.Other or Gap.OpenParen)
        {
            Leading(context, words[number + 1].Start, words.Text.Length, "room.address");
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
            && context.CueBefore(words[k].Start, 2, WordClass.ReferenceCue) == 0 && !IsNumbered(words, k);
    }

    /// <summary>A letter, a hyphen, two digits, a dot and digits: <c>H-04.117</c>.</summary>
    private static bool IsHyphenRoom(RecogniserContext context, int k)
    {
        var words = context.Words;
        return words.GapAfter(k) == Gap.Hyphen && words[k + 1].IsNumber && words[k + 1].Length <= 2 && words.GapAfter(k + 1) == Gap.Dot && words[k + 2].IsNumber && words[k + 2].Length is 2 or 3
            && words.GapBefore(k) is not (Gap.Hyphen or Gap.Slash or Gap.Underscore or Gap.Dot) && words.GapAfter(k + 2) is not (Gap.Hyphen or Gap.Slash or Gap.Dot)
            && context.CueBefore(words[k].Start, 2, WordClass.ReferenceCue) == 0 && !IsNumbered(words, k) && !context.IsTaken(words[k].Start, words[k + 2].End);
    }

    /// <summary>Parts of texts, drills and posts are numbered as rooms are.</summary>
    private static bool IsNumbered(TokenText words, int k) => words.Folded(k - 1) is "tabel" or "paragraaf" or "par" or "figuur" or "fig" or "bijlage" or "hoofdstuk" or "peilbuis" or "paal" or "hectometerpaal" or "versie" or "model" or "type" or "artikel" or "put" or "boring" or "sectie" or "variant" or "norm" or "code" or "nen" or "vak" or "turbine" or "dijkvak" or "mast" or "groep" or "table" or "section" or "figure" or "version";

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

                Leading(context, words.GapBefore(k) == Gap.Hyphen && words[k - 1].Length == 1 && words[k - 1].IsAllCaps ? words[k - 1].Start : words[k].Start, field.End, "room.cell");
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
