using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>House numbers without their street: <c>mijn buurman van nummer 14</c>, <c>Bouke at no. 16</c>, <c>aan de Strandweg, tussen nummer 40 en nummer 58</c>.</summary>
internal static class HouseNumberRecogniser
{
    private const int Reach = 10;

    public static void Run(RecogniserContext context)
    {
        var words = context.Words;
        for (var k = 1; k < words.Count; k++)
        {
            ref readonly var token = ref words[k];
            if (!token.HasDigit || token.Length > 4 || !char.IsAsciiDigit(words.Text[token.Start]) || words.GapBefore(k) is not (Gap.Space or Gap.DotSpace) || words.Folded(k - 1) is not ("nummer" or "nr" or "no" or "number" or "huisnummer")
                || words.GapAfter(k) is Gap.Dot or Gap.Hyphen or Gap.Slash || words[k + 1].IsNumber || context.IsTaken(token.Start, token.End))
            {
                continue;
            }

            if (words.Folded(k - 1) is "huisnummer" || (words.Folded(k - 2) is "van" or "op" or "tussen" or "en" or "at" or "from" or "bij" or "naast" or "tegenover" && IsAboutHomes(words, k - 2)))
            {
                context.Add(token.Start, token.End, Label.Address, "address.number", 0.75);
            }
        }
    }

    /// <summary>Neighbours, residents or a street shortly before, and nothing else that is numbered.</summary>
    private static bool IsAboutHomes(TokenText words, int k)
    {
        for (var i = k - 1; i >= 0 && k - i <= Reach && words.GapBefore(i + 1) is not (Gap.Paragraph or Gap.DotSpace); i--)
        {
            if (words.Folded(i) is "nummer" or "nr" or "no")
            {
                continue;
            }

            if (words[i].Is(WordClass.ReferenceCue | WordClass.PhoneCue | WordClass.IdCue | WordClass.AccountCue) || words.Folded(i) is "artikel" or "vraag" or "lijn" or "bus" or "agendapunt" or "punt" or "lijst" or "kamer" or "stembureau" or "perceel" or "spoor" or "paal" or "turbine")
            {
                return false;
            }

            if (words[i].Is(WordClass.Relative | WordClass.AddressCue) || words.Folded(i) is "buren" or "bewoner" or "bewoners" or "bewoonster" or "mensen" or "familie" or "hears" or "lives" || (words[i].IsCapital && (StreetNames.IsStrongStreet(words.Of(i)) || words[i].Is(WordClass.Given))))
            {
                return true;
            }
        }

        return false;
    }
}
