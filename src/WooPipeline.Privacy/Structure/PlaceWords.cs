namespace WooPipeline.Privacy;

/// <summary>
/// Words that a document uses as the name of a place though no list knows them: behind a postcode, behind a word for a place (<c>gemeente
/// Zilverveen</c>), or behind <c>in</c>, <c>te</c> and <c>uit</c> more than once. Every dossier has villages that no list has.
/// </summary>
internal static class PlaceWords
{
    private const int Enough = 2;

    public static void Find(TokenText words, SortedSet<string> found)
    {
        Dictionary<ulong, int>? counts = null;
        for (var k = words.Next(1, Trigger.Capital); k < words.Count; k = words.Next(k + 1, Trigger.Capital))
        {
            ref readonly var token = ref words[k];
            if (!token.IsCapital || !token.IsWord || token.Length < 4 || token.Class is not (WordClass.None or WordClass.Surname))
            {
                continue;
            }

            var weight = Weigh(words, k);
            if (weight == 0)
            {
                continue;
            }

            counts ??= [];
            counts[token.Hash] = counts.GetValueOrDefault(token.Hash) + weight;
            if (counts[token.Hash] >= Enough)
            {
                found.Add("|" + words.Folded(k));
            }
        }
    }

    private static int Weigh(TokenText words, int k)
    {
        var gap = words.GapBefore(k);
        var before = words[k - 1];
        if (gap is Gap.Space && before.IsCapital && before.Is(WordClass.Particle) && !before.IsAllCaps && words[k - 2].IsAllCaps && words[k - 2].Length == 2 && words[k - 3].IsNumber && words[k - 3].Length == 4)
        {
            // "7243 PM Ter Linde".
            return Enough;
        }

        if (gap is Gap.Space && (before.IsAllCaps && before.Length == 2 && words[k - 2].IsNumber && words[k - 2].Length == 4 || before.HasDigit && before.Length == 6 && char.IsAsciiDigit(words.Of(k - 1)[0]) && char.IsAsciiLetterUpper(words.Of(k - 1)[5])))
        {
            return Enough;
        }

        if (gap is not Gap.Space || words[k + 1].IsCapital && words.GapAfter(k) == Gap.Space)
        {
            return 0;
        }

        return words.Folded(k - 1) switch
        {
            "gemeente" or "dorp" or "stad" or "wijk" or "buurtschap" or "polder" or "provincie" or "kern" or "eiland" or "waterschap" or "dorpsbelangen" or "village" => Enough,
            "te" or "in" or "uit" or "omgeving" or "richting" or "nabij" => 1,
            _ => 0,
        };
    }
}
