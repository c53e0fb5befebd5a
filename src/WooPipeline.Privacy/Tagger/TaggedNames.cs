namespace WooPipeline.Privacy;

/// <summary>
/// Names that only the statistical tagger saw: doubtful, so they go to review, and protect no more than their own document. Words side by
/// side make one name.
/// </summary>
internal sealed class TaggedNames(TokenText words, List<Mention> mentions, Func<int, bool> isBlocked)
{
    /// <summary>A word from this probability on is removed. Missing a name is worse than taking a word.</summary>
    public const double Enough = 0.85;

    /// <summary>Beside a word that is taken, less is enough.</summary>
    private const double EnoughBeside = 0.7;

    /// <summary>A word of no list right beside one that is all but certain: two unknown words with a capital are one name.</summary>
    private const double EnoughPair = 0.4;

    /// <summary>What was surely a name at another place of the document needs less.</summary>
    private const double EnoughAgain = 0.5;

    /// <summary>A small word must be built as names are, and be all but certain.</summary>
    private const double EnoughSmall = 0.95;
    private const int GermanReach = 12;
    private const int FewestGerman = 3;

    public void Run(bool informal)
    {
        var taken = new SpanSet(words.Count + 1);
        foreach (var mention in mentions)
        {
            taken.Add(mention.Name.First, mention.Name.End);
        }

        var candidates = NameTagger.Candidates(words, informal, k => !NameTagger.MayBeName(words[k]) || taken.Overlaps(k, k + 1) || isBlocked(k));
        candidates.RemoveAll(k => NameContext.IsThing(words, k, k + 1) || PersonNouns.Is(words, k) || IsShouted(k) || IsGerman(k) || (words.Folded(k + 1) is "et" && words.Folded(k + 2) is "al"));
        if (candidates.Count == 0)
        {
            return;
        }

        var document = DocumentWords.Count(words, candidates);
        var probabilities = candidates.ConvertAll(k => NameTagger.Default.Probability(words, document, taken, informal, k));
        var sure = candidates.Where((k, i) => words[k].IsCapital && probabilities[i] >= Enough).Select(k => words[k].Hash).ToHashSet();
        var end = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            var (k, probability) = (candidates[i], probabilities[i]);
            var beside = end > 0 && k == end && words.GapBefore(k) is Gap.Space or Gap.Hyphen;
            var paired = IsPaired(candidates, probabilities, i, beside);
            if (paired || probability >= (!words[k].IsCapital ? words[k].Is(WordClass.Given) || NameTagger.Default.ShapeOf(words.Folded(k)) > 1 ? EnoughSmall : 2 : sure.Contains(words[k].Hash) ? EnoughAgain : beside ? EnoughBeside : Enough))
            {
                Add(k, probability, beside);
                end = k + 1;
            }
        }
    }

    /// <summary>Beside a word that the tagger is sure of, on either side, in the same line, and of no list itself.</summary>
    private bool IsPaired(List<int> candidates, List<double> probabilities, int i, bool beside)
    {
        var k = candidates[i];
        if (probabilities[i] < EnoughPair || !words[k].IsCapital || words[k].IsAllCaps || (words[k].Class & ~TokenFeatures.NameLists) != WordClass.None || PersonNouns.Is(words, k))
        {
            return false;
        }

        return (beside && probabilities[i - 1] >= Enough) || (i + 1 < candidates.Count && candidates[i + 1] == k + 1 && words.GapAfter(k) == Gap.Space && words[k + 1].IsCapital && probabilities[i + 1] >= Enough);
    }

    /// <summary>A word in capitals beside an ordinary one in capitals: a heading, which is all in capitals.</summary>
    private bool IsShouted(int k) => words[k].IsAllCaps && words[k].Length > 3 && (IsOrdinaryCapitals(k - 1, words.GapBefore(k)) || IsOrdinaryCapitals(k + 1, words.GapAfter(k)));

    private bool IsOrdinaryCapitals(int k, Gap gap) => gap is Gap.Space or Gap.Hyphen && words[k].IsAllCaps && words[k].Length > 1 && words[k].Is(WordClass.Common | WordClass.Plain | WordClass.Particle) && !words[k].Is(WordClass.Given | WordClass.Surname | WordClass.Title);

    private static readonly WordSet German = new("und", "der", "die", "das", "ist", "nicht", "mit", "für", "wir", "sie", "ich", "auf", "ein", "eine", "dem", "haben", "wird", "auch", "sich", "im", "zu", "von", "dass", "bei", "nach", "aus", "vom", "zum", "zur");

    /// <summary>German writes every noun with a capital, and the tagger has learned from Dutch and English alone.</summary>
    private bool IsGerman(int k)
    {
        var seen = 0;
        for (var i = Math.Max(0, k - GermanReach); i <= Math.Min(words.Count - 1, k + GermanReach); i++)
        {
            seen += !words[i].IsCapital && German.Contains(words[i].Hash) ? 1 : 0;
        }

        return seen >= FewestGerman;
    }

    private void Add(int k, double probability, bool beside)
    {
        var builder = new NameBuilder();
        if (beside)
        {
            var before = mentions[^1];
            foreach (var given in before.Name.Name.Given.Concat(before.Name.Name.Surname.SkipLast(0)))
            {
                builder.AddGiven(given);
            }

            builder.AddSurname(words.Folded(k));
            mentions[^1] = before with { Name = new NameSpan(before.Name.First, k + 1, builder.Build()) };
            return;
        }

        if (words[k].Is(WordClass.Given) && !words[k].Is(WordClass.Surname))
        {
            builder.AddGiven(words.Folded(k));
        }
        else
        {
            builder.AddSurname(words.Folded(k));
        }

        mentions.Add(new Mention(new NameSpan(k, k + 1, builder.Build()), Strength.Guess, "name.tagger", Math.Min(0.69, 0.3 + (probability * 0.4))));
    }
}
