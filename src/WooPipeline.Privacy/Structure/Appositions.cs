namespace WooPipeline.Privacy;

/// <summary>
/// Names that the sentence itself introduces: behind what somebody is and a comma (<c>de veearts, Obbema, …</c>), before it
/// (<c>Hanneke, onze huisarts</c>), behind <c>ene</c> or <c>spreek uit als</c>, or between quotes with a given name.
/// </summary>
internal sealed class Appositions(TokenText words, List<Mention> mentions)
{
    private const WordClass NoName = WordClass.Brand | WordClass.Party | WordClass.Organisation | WordClass.Month | WordClass.Day | WordClass.NamedThing | WordClass.PublicRole | WordClass.Function | WordClass.Abbreviation | WordClass.Greeting | WordClass.Title;

    private static readonly WordSet Determiners = new("de", "het", "een", "mijn", "zijn", "haar", "onze", "ons", "hun", "jullie", "uw", "jouw", "dat", "die", "deze", "my", "his", "her", "our", "their", "your", "the", "a", "an", "another", "andere");

    /// <summary>Words that may introduce a name.</summary>
    public static readonly WordSet AliasCues = new("ene", "zekere", "roepnaam", "bijnaam", "alias", "als", "naam", "heet", "heette", "genaamd", "named", "called", "bijgenaamd", "nicknamed");

    public void Run()
    {
        for (var k = words.Next(0, Trigger.Apposition); k < words.Count; k = words.Next(k + 1, Trigger.Apposition))
        {
            ref readonly var token = ref words[k];
            if (token.Before is Gap.Comma or Gap.OpenParen)
            {
                BehindSign(k);
            }

            if (AliasCues.Contains(token.Hash) && IsAliasCue(k))
            {
                Alias(k + 1);
            }

            if (token.Before != Gap.Space && token.IsCapital && OpensQuote(k))
            {
                Quoted(k);
            }
        }
    }

    /// <summary>Behind a comma or a bracket.</summary>
    private void BehindSign(int k)
    {
        switch (words.GapBefore(k))
        {
            case Gap.Comma when words[k].IsCapital:
                AfterNoun(k);
                break;
            case Gap.Comma when IsDeterminer(words, k):
                BeforeNoun(k);
                break;
            case Gap.OpenParen when words.Folded(k) is "of" or "alias" or "roepnaam" or "ook" or "eigenlijk" or "zeg":
                Alternative(k);
                break;
            default:
                break;
        }

        if (words[k].IsCapital && words.GapBefore(k) == Gap.OpenParen)
        {
            Desk(k);
        }
    }

    /// <summary>Words that point at somebody: an article, a possessive.</summary>
    public static bool IsDeterminer(TokenText words, int k) => Determiners.Contains(words[k].Hash);

    private void AfterNoun(int k)
    {
        if (!PersonNouns.Is(words, k - 1) || (!Enumerable.Range(k - 4, 3).Any(i => IsDeterminer(words, i)) && !words[k - 1].Is(WordClass.Relative)))
        {
            return;
        }

        var end = NameEnd(k);
        var vague = words.Folded(end) is "of" && words.Folded(end + 1) is "zoiets" or "zo" or "iets";
        if (end > k && (vague || words.GapBefore(end) is Gap.Comma or Gap.DotSpace or Gap.Paragraph or Gap.Line or Gap.CloseParen or Gap.Dot))
        {
            Add(k, end, 0.8);
        }
    }

    /// <summary>A name, a comma, and what that person is: the name goes back from the comma.</summary>
    private void BeforeNoun(int comma)
    {
        var noun = PersonNouns.Is(words, comma + 1) ? comma + 1 : PersonNouns.Is(words, comma + 2) && words.GapBefore(comma + 2) == Gap.Space ? comma + 2 : -1;
        if (noun < 0 || words.GapBefore(comma + 1) != Gap.Space)
        {
            return;
        }

        var first = comma - 1;
        if (!IsNameWord(first) || words[first].Is(WordClass.Place) && !words[first].Is(WordClass.Surname | WordClass.Given))
        {
            return;
        }

        while (words.GapBefore(first) is Gap.Space or Gap.Hyphen && (IsNameWord(first - 1) || words[first - 1].Is(WordClass.Particle) && !NameContext.StartsSentence(words, first - 1)))
        {
            first--;
        }

        while (first < comma && words[first].Is(WordClass.Particle) && !words[first].IsCapital)
        {
            first++;
        }

        if (comma - first is > 0 and <= 5 && !(NameContext.StartsSentence(words, first) && comma - first == 1 && words[first].Is(WordClass.Common)))
        {
            Add(first, comma, 0.8);
        }
    }

    /// <summary>Another name in brackets behind a name: <c>Sam (of Sem?)</c>, <c>(roepnaam Jay)</c>.</summary>
    private void Alternative(int k)
    {
        var first = k + 1;
        first += words.Folded(first) is "wel" or "bekend" ? 1 : 0;
        var before = words[k - 1];
        if (words[first].IsCapital && before.IsCapital && before.IsWord && !before.IsAllCaps && before.Is(WordClass.Given | WordClass.Surname) && NameEnd(first) is var end && end > first && end - first <= 3)
        {
            Add(first, end, 0.75);
        }
    }

    /// <summary>Who answers somewhere, in brackets behind the place: <c>via secretariaat (Ank)</c>.</summary>
    private void Desk(int k)
    {
        if (words[k].IsWord && words[k].Length > 2 && !words[k].IsAllCaps && words.TextBefore(k + 1) is [')', ..] && !FormJudge.IsOrdinary(words[k])
            && words.Folded(k - 1) is "secretariaat" or "pa" or "receptie" or "balie" or "griffie" or "bode" or "zaken" or "secretaresse" or "planning" or "bureau" or "team" or "afdeling" or "assistentie" or "office")
        {
            Add(k, k + 1, 0.7);
        }
    }

    private bool IsAliasCue(int k)
    {
        if (words.GapAfter(k) is not (Gap.Space or Gap.Colon or Gap.Other or Gap.DotSpace))
        {
            return false;
        }

        return words.Folded(k) switch
        {
            "ene" or "zekere" or "roepnaam" or "bijnaam" or "alias" or "bijgenaamd" or "nicknamed" => true,
            "als" => words.Folded(k - 1) is "uit" && words.Folded(k - 2) is "spreek" or "uitspraak" or "spreekt",
            "naam" => OpensQuote(k + 1),
            "heet" or "heette" or "genaamd" or "named" or "called" => words.Folded(k - 1) is "ze" or "hij" or "zij" or "die" or "ik" || Enumerable.Range(k - 2, 2).Any(i => PersonNouns.Is(words, i)) || words.Folded(k + 1) is "ik" or "hij" or "zij" or "ze",
            _ => false,
        };
    }

    private void Alias(int k)
    {
        k += words.Folded(k) is "ik" or "hij" or "zij" or "ze" ? 1 : 0;
        var quoted = OpensQuote(k);
        if (!words[k].IsWord || (!words[k].IsCapital && !quoted))
        {
            return;
        }

        if (quoted && QuoteEnd(k) is var close && close > k)
        {
            Add(k, close, 0.75);
            return;
        }

        k = NameReader.SkipTitles(words, k, words.Count);
        var end = NameEnd(k);
        if (end == k && words[k].IsCapital && words.Folded(k - 1) is "bijgenaamd" or "nicknamed" or "bijnaam")
        {
            end = k + 1;
        }

        if (end > k)
        {
            Add(k, end, 0.78);
            if (words.Folded(end) is "of" or "or" && words[end + 1].IsCapital && words.GapAfter(end) == Gap.Space && words[end + 1].Length > 2 && !words[end + 1].Is(WordClass.Common | WordClass.Plain | WordClass.Place))
            {
                // "bijgenaamd Skip of Skippy", "named Kwekkeboom or Kwekeboom".
                Add(end + 1, end + 2, 0.75);
            }
        }
    }

    private bool OpensQuote(int k) => words.TextBefore(k) is [.., '"' or '\u201C' or '\u201E' or '\u2018' or '\u201F'];

    /// <summary>Word after the last before the quote closes; the given word where it is longer than three words.</summary>
    private int QuoteEnd(int k)
    {
        for (var end = k + 1; end <= k + 3 && end <= words.Count; end++)
        {
            var gap = words.TextBefore(end);
            if (gap.IndexOfAny('"', '\u201D', '\u2019') >= 0 || gap.Contains('\u201C'))
            {
                return end;
            }

            if (words.GapBefore(end) is not (Gap.Space or Gap.Hyphen or Gap.DotSpace))
            {
                return k;
            }
        }

        return k;
    }

    /// <summary>Between quotes, all words with a capital and one of them a given name: <c>“Kale Gijs”</c>; <c>"Mac" Macpherson</c>.</summary>
    private void Quoted(int k)
    {
        var end = QuoteEnd(k);
        if (end == k)
        {
            return;
        }

        var given = false;
        for (var i = k; i < end; i++)
        {
            if (!words[i].IsWord || !words[i].IsCapital || words[i].Is(NoName) && !words[i].Is(WordClass.Given))
            {
                return;
            }

            given |= words[i].Is(WordClass.Given) && !words[i].Is(WordClass.Common | WordClass.Place | WordClass.Month | WordClass.Brand | WordClass.English);
        }

        if (end - k == 1 && words.Folded(end) is "noemen" or "noemt" or "genoemd" or "heet" or "noemde" && !words[k].Is(WordClass.Common | WordClass.Brand))
        {
            Add(k, end, 0.75);
        }
        else if (end - k == 1 && words[end].IsCapital && !FormJudge.IsOrdinary(words[end]) && !words[k].Is(WordClass.Common) && words.TextBefore(end).Length == 2)
        {
            Add(k, end + 1, 0.8);
        }
        else if (given && end - k > 1 && !NameContext.IsThing(words, k, end))
        {
            Add(k, end, 0.75);
        }
    }

    private bool IsNameWord(int k)
    {
        var token = words[k];
        return token.IsWord && token.IsCapital && token.Length > 1 && !token.IsAllCaps && !(token.Is(NoName) && !token.Is(WordClass.Given | WordClass.Surname)) && !(token.Is(WordClass.Common | WordClass.English) && !token.Is(WordClass.Given | WordClass.Surname))
            && !NameContext.EndsAsOrganisation(words.Of(k));
    }

    private int NameEnd(int k)
    {
        var full = NameReader.ReadChain(words, k, needSurname: true);
        if (!full.IsNone && full.Name.Surname.Length > 0 && full.End - k > 1 && !NameContext.IsThing(words, full))
        {
            return full.End;
        }

        var end = k;
        while (end - k < 4 && (end == k || words.GapBefore(end) is Gap.Space or Gap.Hyphen) && (IsNameWord(end) || words[end].Is(WordClass.Particle) && words[end + 1].IsCapital && words.GapAfter(end) == Gap.Space))
        {
            end++;
        }

        return end;
    }

    private void Add(int first, int end, double confidence)
    {
        if (NameContext.IsThing(words, first, end))
        {
            return;
        }

        var name = NameReader.ReadField(words, first, end, whole: true);
        if (!name.IsNone)
        {
            mentions.Add(new Mention(name with { First = first, End = Math.Max(end, name.End) }, Strength.Strong, "name.apposition", confidence));
        }
    }
}
