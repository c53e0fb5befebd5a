using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// A way to a desk in several steps: <c>vleugel C, 5e, plek 5.118</c>, <c>gebouw T4, route 41, k. 017</c>, <c>7e etage, vleugel Oost, flexplek 7.118</c>,
/// <c>souterrain K0.12</c>. A kind of room that opens it stays; wings, buildings and floors go along.
/// </summary>
internal static class RoomChain
{
    private const int Longest = 14;

    /// <summary>A cheap look whether a way may start at a word.</summary>
    public static bool MayStart(TokenText words, int k) => words[k].Is(WordClass.RoomCue) || IsOrdinal(words, k) || (words[k].IsWord && words[k].Length >= 4 && IsPart(words[k].Hash));

    /// <summary>Marks the way that starts at a word; gives the word after it, or the word itself where there is none.</summary>
    public static int Take(RecogniserContext context, int k)
    {
        var words = context.Words;
        var floor = IsOrdinal(words, k);
        var wing = floor || !words[k].Is(WordClass.RoomCue) || words.Folded(k) is "vleugel" or "zone" or "plek" or "wing" or "desk";
        var tower = words.Folded(k) is "toren" or "zone" or "vleugel" or "wing" or "gebouw" or "blok" || floor;
        var first = wing ? k : k + 1;
        var (steps, digits, desk, end, second) = (0, false, false, k, k);
        for (var next = k; next < words.Count && next - k < Longest;)
        {
            var step = Step(words, next, next > k, tower);
            if (step == next)
            {
                break;
            }

            for (var i = next; i < step; i++)
            {
                digits |= words[i].HasDigit;
            }

            desk |= IsDesk(words, next, step) || (steps > 0 && words.GapBefore(k) == Gap.Comma && words[k - 1].HasDigit && words[k - 1].Length <= 4);
            second = steps == 1 ? next : second;
            steps++;
            end = step;
            next = step;
            if (words.GapBefore(next) is not (Gap.Comma or Gap.Space or Gap.Other or Gap.Slash))
            {
                break;
            }
        }

        if (floor && steps == 2 && words.Folded(second) is "zaal" or "vergaderzaal" or "unit" or "vergaderkamer")
        {
            // "3e etage, zaal D-03.09": of where people meet the floor says little, and the kind of room stays.
            first = second + 1;
            desk |= first < end;
        }

        var enough = words[k].Is(WordClass.RoomCue) ? steps >= 2 || end - k > 3 || words.Folded(k) is "vleugel" or "zone" or "plek" or "wing" or "desk" : steps >= 2 && desk;
        if (!digits || first >= end || !enough || context.IsTaken(words[first].Start, words[end - 1].End))
        {
            return k;
        }

        context.Add(words[first].Start, words[end - 1].End, Label.Room, "room.composite", 0.88);
        return end;
    }

    /// <summary>A step that leads to one desk or room, or a tower's or building's part: a way of floors alone leads to nobody.</summary>
    private static bool IsDesk(TokenText words, int first, int end) => words[first].Is(WordClass.RoomCue) || words.Folded(first) is "k" or "kr" or "kmr" || (end - first > 1 && words[end - 1].IsNumber && words.GapBefore(end - 1) is Gap.Dot);

    public static readonly WordSet Parts = new("gebouw", "vleugel", "toren", "blok", "zone", "souterrain", "verdieping", "etage", "entresol", "building", "wing", "floor", "hoofdgebouw", "bijgebouw", "balie", "level");

    /// <summary>True for the hash of a word for a part of a building.</summary>
    public static bool IsPart(ulong word) => Parts.Contains(word);

    private static bool IsFloor(TokenText words, int k) => words.Folded(k) is "etage" or "verdieping" or "verd" or "floor" or "verdiep";

    private static bool IsOrdinal(TokenText words, int k)
    {
        ref readonly var token = ref words[k];
        return token.HasDigit && token.Length is 2 or 3 or 4 && char.IsAsciiDigit(words.Text[token.Start]) && words.Of(k) is [.., 'e'] or [.., 'd', 'e'] or [.., 't', 'h'] or [.., 'r', 'd'] or [.., 's', 't'] or [.., 'n', 'd'];
    }

    private static bool IsSide(string word) => word is "oost" or "west" or "noord" or "zuid" or "noordoost" or "noordwest" or "zuidoost" or "zuidwest" or "midden" or "links" or "rechts" or "east" or "north" or "south";

    /// <summary>One step: a word for a room and its code, a floor by ordinal, or after another step a side or a code with a letter.</summary>
    private static int Step(TokenText words, int k, bool inside, bool tower)
    {
        if (tower && inside && words[k].IsNumber && words[k].Length <= 2 && words.GapAfter(k) == Gap.Dot && words[k + 1].IsNumber && words[k + 1].Length is 2 or 3)
        {
            // "toren H, 14.033".
            return k + 2;
        }

        var word = words.Folded(k);
        var part = IsPart(words[k].Hash) || (inside && word is "route" or "unit" or "trap" or "hal" or "sectie" or "ingang");
        if (words[k].Is(WordClass.RoomCue) || part || (inside && word is "k" or "kr" or "kmr" or "bureau"))
        {
            var code = word is "souterrain" or "entresol" or "hoofdgebouw" or "bijgebouw" ? k : Code(words, k + 1);
            if (code > k + 1 && words.GapBefore(k + 1) is Gap.Space or Gap.DotSpace)
            {
                return code;
            }

            return word is "souterrain" or "entresol" or "hoofdgebouw" or "bijgebouw" ? k + 1 : (part || word == "toren") && words.GapBefore(k + 1) == Gap.Space && IsSide(words.Folded(k + 1)) ? Code(words, k + 2) is var sided && sided > k + 3 ? sided : k + 2 : k;
        }

        if (IsOrdinal(words, k))
        {
            return IsFloor(words, k + 1) ? k + 2 : inside ? k + 1 : words.GapAfter(k) == Gap.Comma && (IsSide(words.Folded(k + 1)) || IsPart(words[k + 1].Hash) || words[k + 1].Is(WordClass.RoomCue)) ? k + 1 : k;
        }

        if (inside && IsSide(word))
        {
            return k + 1;
        }

        var letter = inside && words[k].HasDigit && words[k].IsCapital && words.GapAfter(k) == Gap.Dot;
        return letter && Code(words, k) is var coded && coded > k + 1 ? coded : k;
    }

    /// <summary>Word after a code: a capital, digits, or both, in groups joined by dots and hyphens; the word itself where there is none.</summary>
    public static int Code(TokenText words, int k)
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
}
