using System.Runtime.InteropServices;

namespace WooPipeline.Privacy;

/// <summary>
/// Words with a capital that no list knows, weighed over the whole document: what stands before and behind each of their places
/// speaks for a person (<c>with Rahwa and</c>, <c>Rahwa screamed</c>) or for a place, firm or thing. What weighs enough is a name
/// wherever it stands in the document.
/// </summary>
internal sealed class UnknownNames(TokenText words, List<Mention> mentions)
{
    private const int Enough = 3;
    private const WordClass Silent = WordClass.Acting | WordClass.Given | WordClass.Surname | WordClass.Female | WordClass.Male;
    private const WordClass Thing = WordClass.Common | WordClass.Place | WordClass.Brand | WordClass.Organisation | WordClass.Function | WordClass.PublicRole | WordClass.NamedThing | WordClass.Month | WordClass.Day | WordClass.Abbreviation | WordClass.Party;

    private readonly Dictionary<ulong, (int Score, int Places)> weights = [];

    public void Run()
    {
        var taken = new SpanSet(words.Count);
        foreach (var mention in mentions)
        {
            taken.Add(mention.Name.First, mention.Name.End);
        }

        var most = 0;
        for (var k = NextCapital(0); k < words.Count; k = NextCapital(k + 1))
        {
            if (!IsUnknown(k))
            {
                continue;
            }

            var weight = Weigh(k, taken);
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(weights, words[k].Hash, out _);
            sum = (sum.Score + weight, sum.Places + 1);
            most = Math.Max(most, sum.Score);
        }

        if (most < Enough)
        {
            return;
        }

        for (var k = NextCapital(0); k < words.Count; k = NextCapital(k + 1))
        {
            if (IsUnknown(k) && weights.TryGetValue(words[k].Hash, out var weight) && weight.Score >= Enough && weight.Score >= weight.Places * (words[k].Is(WordClass.Surname) ? 2 : 1) && !taken.Overlaps(k, k + 1) && Weigh(k, taken) > -2)
            {
                Add(k, words[k].Is(WordClass.Surname) && weight.Score > Enough ? Strength.Strong : Strength.Guess);
            }
        }
    }

    private int NextCapital(int from) => words.Next(from, Trigger.Capital);

    private bool IsUnknown(int k)
    {
        ref readonly var token = ref words[k];
        return token.IsCapital && token.IsWord && !token.IsAllCaps && token.Length >= 3 && (token.Shape & Shape.Mixed) == 0 && (token.Class & ~(WordClass.Acting | WordClass.Surname)) == WordClass.None;
    }

    private int Weigh(int k, SpanSet taken)
    {
        var before = words[k - 1];
        var after = words[k + 1];
        var gap = words.GapBefore(k);
        var next = words.GapAfter(k);
        if (NameContext.OpensAsNoun(words, k) || NameContext.IsThing(words, k, k + 1) || words.Folded(k) is "vrouwe" || NameContext.EndsAsOrganisation(words.Of(k)) || StreetNames.IsStrongStreet(words.Of(k)) || next == Gap.Hyphen && !after.IsCapital || gap is Gap.Hyphen or Gap.At or Gap.Slash or Gap.Underscore || after.HasDigit && next == Gap.Space)
        {
            return -3;
        }

        var starts = NameContext.StartsSentence(words, k);
        var score = 0;
        if (gap == Gap.Space && !starts)
        {
            score += before.Is(WordClass.PlaceCue) || Appositions.IsDeterminer(words, k - 1) && !words[k - 1].IsCapital ? -2 : 0;
            score += PersonNouns.Is(words, k - 1) && !PersonNouns.TakesEmployer(words, k - 1) ? 3 : 0;
            score += before.Is(WordClass.NameCue) && !before.Is(WordClass.PlaceCue) && words.Folded(k - 1) is "met" or "door" or "namens" or "tegen" or "vraag" or "bel" or "mail" or "app" or "with" or "by" or "aldus" or "volgens" or "collega" ? 1 : 0;
            score -= before.IsCapital && before.Is(Thing) && !before.Is(Silent) ? 2 : 0;
        }

        score += next == Gap.Space && (after.Is(WordClass.Acting | WordClass.Speech) || (after.IsWord && after.Length > 5 && words.Folded(k + 1).EndsWith("ed", StringComparison.Ordinal))) && !after.IsCapital && !(words.Folded(k + 1) is "is" or "was" or "heeft" or "had" or "wil" or "kan" or "will" or "has" or "is" or "had" or "zal" or "moet" or "staat" or "ligt" or "gaat" or "komt" or "geeft" or "stelt" or "biedt" or "laat" or "werkt" or "makes" or "comes" or "levert" or "verwerkt" or "vereist" or "krijgt") ? 2 : 0;
        score += next == Gap.Apostrophe && after.Length == 1 ? 1 : 0;
        score += words[k].Is(WordClass.Surname) ? OfSurname(k, starts) : 0;
        score += Identity.IsOfDepartment(words, k + 1) ? 3 : 0;
        score += Neighbour(k, taken) ? 2 : 0;
        score += next == Gap.Space && after.IsCapital && after.Is(WordClass.Given | WordClass.Surname) && !after.Is(Thing) && words.Folded(k)[^1] != 'e' ? 1 : 0;
        return score - (next == Gap.Space && after.IsCapital && after.Is(Thing) && !after.Is(Silent) ? 3 : 0);
    }

    /// <summary>A listed surname weighs by itself, more so behind what people send or say and before any finite verb: <c>bod Heerkens</c>, <c>dat Heerkens zijn bod</c>.</summary>
    private int OfSurname(int k, bool starts)
    {
        var weight = 1;
        weight += words.GapAfter(k) == Gap.Space && words[k + 1].Is(WordClass.Speech) && !words[k + 1].IsCapital ? 1 : 0;
        weight += words.GapAfter(k) == Gap.Space && words.Folded(k + 1) is "zijn" or "haar" or "zelf" or "his" or "her" ? 1 : 0;
        if (!starts && words.GapBefore(k) == Gap.Space)
        {
            weight += words.Folded(k - 1) is "dat" or "of" or "omdat" or "want" or "als" or "that" or "because" or "bod" or "brief" or "mail" or "verklaring" or "dossier" or "zaak" or "bezwaar" or "klacht" or "verzoek" or "reactie" or "bericht" or "verslag" or "case" or "letter" ? 1 : 0;
            weight += words.Folded(k - 1) is "bezwaar" or "klacht" or "verzoek" or "dossier" or "bod" or "brief" && words.GapBefore(k - 1) != Gap.Hyphen ? 1 : 0;
        }

        return weight;
    }

    /// <summary>A known name right beside it: of the same person, or the next in a list.</summary>
    private bool Neighbour(int k, SpanSet taken)
    {
        if (words.GapBefore(k) == Gap.Space && words.Folded(k - 1) is "en" or "and" && words[k - 2].IsCapital && taken.Overlaps(k - 2, k - 1))
        {
            return true;
        }

        if (words.GapAfter(k) == Gap.Space && words.Folded(k + 1) is "en" or "and" && words[k + 2].IsCapital && taken.Overlaps(k + 2, k + 3))
        {
            return true;
        }

        if (NameContext.StartsSentence(words, k) && words[k + 1].Is(WordClass.Given) && words.GapAfter(k + 1) is Gap.Space or Gap.Hyphen && words[k + 2].IsCapital && NameTagger.Default.ShapeOf(words.Folded(k)) <= 1)
        {
            // "Meetschip Johanna Jacoba", "Influencer Kay-Lee Brandsma": what stands before a full name says what it is of.
            return false;
        }

        var own = words.GapAfter(k) == Gap.Space && words[k + 1].IsCapital && words[k + 1].Is(WordClass.Given | WordClass.Surname) && !words[k + 1].Is(Thing);
        return own && !(NameContext.StartsSentence(words, k) && words.Folded(k)[^1] == 'e');
    }

    private void Add(int k, Strength strength)
    {
        var end = k + 1;
        while (words.GapBefore(end) is Gap.Space or Gap.Hyphen && end - k < 4 && words[end].IsCapital && words[end].IsWord && !words[end].IsAllCaps && words[end].Length > 1 && (words[end].Is(WordClass.Given | WordClass.Surname) || words[end].Class == WordClass.None) && !words[end].Is(Thing))
        {
            end++;
        }

        var builder = new NameBuilder();
        if (end == k + 1 && words[k].Is(WordClass.Surname))
        {
            builder.AddSurname(words.Folded(k));
        }
        else
        {
            builder.AddGiven(words.Folded(k));
        }

        for (var i = k + 1; i < end; i++)
        {
            builder.AddSurname(words.Folded(i));
        }

        mentions.Add(new Mention(new NameSpan(k, end, builder.Build()), strength, "name.unknown", 0.6));
    }
}
