using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>House numbers without their street: <c>mijn buurman van nummer 14</c>, <c>Bouke at no. 16</c>, <c>aan de Strandweg, tussen nummer 40 en nummer 58</c>.</summary>
internal static class HouseNumberRecogniser
{
    private const int Reach = 10;

    public static void Run(RecogniserContext context)
    {
        var words = context.Words;
        var numbered = Numbered(context);
        numbered += context.Found.Count(f => f is { Label: Label.Address } && f.Rule == "address.private");
        // Where a document speaks of homes by their numbers, a mere "cor van 88" or "61 bis" is one too.
        for (var k = words.Next(1, WordClass.None, Shape.Digit); k < words.Count; k = words.Next(k + 1, WordClass.None, Shape.Digit))
        {
            if (words[k].HasDigit && words[k].Length <= 4 && IsNumber(words, k) && !context.IsTaken(words[k].Start, words[k].End) && (IsBis(words, k) && context.IsInformal || words.GapBefore(k) == Gap.Space && words.GapAfter(k) != Gap.OpenParen && IsOfNeighbour(words, k, numbered > 0 && context.IsInformal)))
            {
                var last = IsBis(words, k) ? k + 1 : k;
                context.Add(words[k].Start, words[last].End, Label.Address, "address.number", 0.7);
                MoreNumbers(context, last + 1);
            }
        }
    }

    private static int Numbered(RecogniserContext context)
    {
        var words = context.Words;
        var found = 0;
        for (var k = words.Next(1, WordClass.None, Shape.Digit); k < words.Count; k = words.Next(k + 1, WordClass.None, Shape.Digit))
        {
            ref readonly var token = ref words[k];
            if (!token.HasDigit || token.Length > 4 || !char.IsAsciiDigit(words.Text[token.Start]) || words.GapBefore(k) is not (Gap.Space or Gap.DotSpace or Gap.Colon) || words.Folded(k - 1) is not ("nummer" or "nr" or "no" or "number" or "huisnummer" or "huisnr" or "hnr")
                || words.GapAfter(k) is Gap.Dot or Gap.Slash || words[k + 1].IsNumber && words.GapAfter(k) != Gap.Hyphen || context.IsTaken(token.Start, token.End))
            {
                continue;
            }

            if (words.Folded(k - 1) is "nr" or "nummer" && words.GapBefore(k - 1) == Gap.OpenParen && words.GapAfter(k) == Gap.CloseParen && words[k - 2].IsCapital && words[k - 2].Is(WordClass.Surname | WordClass.Given) && !words[k - 2].Is(WordClass.Common | WordClass.Organisation))
            {
                // "Hatice Yavuz (nr. 19)"
                context.Add(token.Start, token.End, Label.Address, "address.number", 0.7);
                found++;
                continue;
            }

            if (words.Folded(k - 1) is "huisnummer" or "huisnr" or "hnr" || (words.Folded(k - 2) is "van" or "op" or "tussen" or "en" or "at" or "from" or "bij" or "naast" or "tegenover" or "over" && IsAboutHomes(words, k - 2)) || IsHere(words, k - 2))
            {
                var end = words.GapAfter(k) == Gap.Hyphen && words[k + 1].Length <= 3 && words[k + 1].HasDigit ? k + 1 : IsBis(words, k) ? k + 1 : k;
                var start = words.Folded(k - 1) == "nr" && IsHere(words, k - 2) ? words[k - 1].Start : token.Start;
                context.Add(start, words[end].End, Label.Address, "address.number", 0.75);
                MoreNumbers(context, end + 1);
                found++;
            }
        }

        return found;
    }

    /// <summary><c>Hier nr 102</c>, <c>bij ons op nr. 14</c>.</summary>
    private static bool IsHere(TokenText words, int k) => words.Folded(k) is "hier" or "wij" or "ons" or "here" || words.Folded(k) == "op" && words.Folded(k - 1) is "hier" or "wij" or "ons" or "wonen";

    private static bool IsBis(TokenText words, int k) => words[k].IsNumber && words.Folded(k + 1) is "bis" or "hs" && words.GapAfter(k) == Gap.Space && words.Folded(k - 1) is not ("artikel" or "art" or "lid");

    /// <summary><c>cor van 88 misschien</c>, <c>buurman Osei op 90 heeft</c>, <c>de buren van 14</c>; not <c>zoon van 12</c>.</summary>
    private static bool IsOfNeighbour(TokenText words, int k, bool informal)
    {
        if (words.Folded(k - 1) == "op" && (words.Folded(k - 2) is "woon" or "woont" or "wonen" || words.Folded(k - 2) is "zelf" or "ook" or "hier" or "daar" && words.Folded(k - 3) is "woon" or "woont" or "wonen"))
        {
            return words[k].Length <= 3 || !words[k].IsNumber;
        }

        if (words.Folded(k - 1) is not ("van" or "op" or "met") || !words[k].IsNumber && words[k].Length > 3)
        {
            return false;
        }

        var neighbour = words.Folded(k - 2) is "buren" or "buurman" or "buurvrouw" or "bewoner" or "bewoners" or "bewoonster" or "overburen" or "overbuurman" or "overbuurvrouw" or "neighbours";
        var named = words[k - 2].Is(WordClass.Given | WordClass.Surname) && !words[k - 2].Is(WordClass.Common | WordClass.Month) || words[k - 2].IsCapital && words[k - 2].Class == WordClass.None;
        var behind = named && words.Folded(k - 3) is "buurman" or "buurvrouw" or "overbuurman" or "overbuurvrouw" or "bewoner";
        return neighbour && words.Folded(k - 1) != "met" || behind || (informal && named && words.Folded(k - 1) == "van" && words[k].IsNumber && words[k].Length <= 3) || words.Folded(k - 2) == "gewisseld" && words.Folded(k - 1) == "met";
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

            if (words[i].Is(WordClass.Relative | WordClass.AddressCue | WordClass.Title) || words.Folded(i) is "buren" or "bewoner" or "bewoners" or "bewoonster" or "mensen" or "familie" or "hears" or "lives" || (words[i].IsCapital && (StreetNames.IsStrongStreet(words.Of(i)) || words[i].Is(WordClass.Given))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>More house numbers of the same street: <c>Anna van Burenweg 22 en 24</c>, <c>nummer 3, 5 en 7</c>.</summary>
    public static void MoreNumbers(RecogniserContext context, int k)
    {
        var words = context.Words;
        for (var steps = 0; steps < 4; steps++)
        {
            var at = words.Folded(k) is "en" or "of" or "and" && words.GapBefore(k) == Gap.Space ? k + 1 : words.GapBefore(k) == Gap.Comma && words.Folded(k + 1) is "en" or "of" ? k : -1;
            if (at < 0 || !IsNumber(words, at) || context.IsTaken(words[at].Start, words[at].End))
            {
                return;
            }

            context.Add(words[at].Start, words[at].End, Label.Address, "address.number", 0.8);
            k = at + 1;
        }
    }

    /// <summary>A number that can be of a house: no year, date, time, decimal or amount of something.</summary>
    private static bool IsNumber(TokenText words, int k) => words[k].HasDigit && words[k].Length <= 4 && char.IsAsciiDigit(words.Text[words[k].Start]) && !(words[k].Length == 4 && words.Of(k) is ['1', '9', ..] or ['2', '0', ..])
        && !words[k + 1].Is(WordClass.Month | WordClass.PhoneCue) && !(words.GapAfter(k) is Gap.Dot or Gap.Hyphen or Gap.Slash or Gap.Colon or Gap.Comma && words[k + 1].HasDigit && words[k + 1].Start - words[k].End < 2) && !IsCounted(words.Folded(k + 1))
        && (words[k].End >= words.Text.Length || words.Text[words[k].End] is not ('%' or '\u20AC' or '+'));

    /// <summary>Words behind a number that make it an amount of something.</summary>
    private static bool IsCounted(string word) => word is "jaar" or "jaren" or "jarige" or "jr" or "uur" or "euro" or "m" or "m2" or "meter" or "km" or "kwh" or "personen" or "mensen" or "keer" or "dagen" or "weken" or "maanden" or "procent" or "stuks" or "bewoners" or "woningen" or "huizen" or "leden" or "minuten" or "min" or "kinderen"
        or "years" or "people" or "houses" or "bezwaren" or "appartementen" or "man" or "graden" or "gram" or "kilo" or "kg" or "gulden" or "seconden" or "pagina" or "punten" or "of" or "bij" or "tegen" or "stemmen" or "maal" or "x";
}
