using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Names that only the statistical tagger saw among the words that the rules left: doubtful, so they go to review, and protect no more than their
/// own place. Words side by side make one name.
/// </summary>
internal sealed class TaggedNames(DocumentAnalysis analysis, PersonRegister register, List<NameHit> hits)
{
    /// <summary>A word from this probability on is removed. Missing a name is worse than taking a word.</summary>
    public const double Enough = 0.8;

    /// <summary>Beside a word that the tagger takes, less is enough: two unknown words with a capital are one name.</summary>
    private const double EnoughBeside = 0.5;

    private const int GermanReach = 12;
    private const int FewestGerman = 3;
    private readonly TokenText words = analysis.Words;

    public void Run()
    {
        var taken = new SpanSet(words.Count + 1);
        foreach (var hit in hits)
        {
            taken.Add(hit.First, hit.End);
        }

        foreach (var firm in register.FirmsIn(words))
        {
            taken.Add(words.IndexAt(firm.Start), words.IndexAt(firm.End));
        }

        var candidates = NameTagger.Candidates(words, analysis.IsInformal, k => !NameTagger.MayBeName(words[k]) || taken.Overlaps(k, k + 1) || analysis.Blocked[k]);
        candidates.RemoveAll(k => !IsOpen(k));
        if (candidates.Count == 0)
        {
            return;
        }

        var around = new Surroundings(analysis, register, hits, candidates);
        var probabilities = candidates.ConvertAll(k => NameTagger.Default.Probability(around, k));
        var end = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            var (k, probability) = (candidates[i], probabilities[i]);
            var beside = end > 0 && k == end && words.GapBefore(k) is Gap.Space or Gap.Hyphen;
            if (probability >= Enough || (probability >= EnoughBeside && (beside || IsBeforeSure(candidates, probabilities, i))))
            {
                Add(k, probability, beside);
                end = k + 1;
            }
        }
    }

    /// <summary>The word is judged at all: the dossier knows no thing or public person by it, and it stands in no heading in capitals and no German.</summary>
    public bool IsOpen(int k)
    {
        var isKnown = register.MayBeKnown(words[k].Hash) && (register.IsThing(words.Folded(k)) || register.IsPublicSurname(words.Folded(k)));
        return !isKnown && !NameContext.IsThing(words, k, k + 1) && !PersonNouns.Is(words, k)
            && !IsShouted(k) && !IsGerman(k) && !(words.Folded(k + 1) is "et" && words.Folded(k + 2) is "al") && !IsProperty(words[k].Start);
    }

    private bool IsBeforeSure(List<int> candidates, List<double> probabilities, int i) => i + 1 < candidates.Count && candidates[i + 1] == candidates[i] + 1 && words[candidates[i]].IsCapital
        && words.GapAfter(candidates[i]) == Gap.Space && words[candidates[i] + 1].IsCapital && probabilities[i + 1] >= Enough;

    /// <summary>Properties (the program that made a file) hold no sentences for a tagger to go by, and are never published.</summary>
    private bool IsProperty(int position) => position >= analysis.Document.View.BodyEnd && analysis.Document.View.IsIn(position, ZoneKind.Metadata);

    /// <summary>A word in capitals beside an ordinary one in capitals: a heading, which is all in capitals.</summary>
    private bool IsShouted(int k) => words[k].IsAllCaps && words[k].Length > 3 && (IsOrdinaryCapitals(k - 1, words.GapBefore(k)) || IsOrdinaryCapitals(k + 1, words.GapAfter(k)));

    private bool IsOrdinaryCapitals(int k, Gap gap) => gap is Gap.Space or Gap.Hyphen && words[k].IsAllCaps && words[k].Length > 1 && words[k].Is(WordClass.Common | WordClass.Plain | WordClass.Particle) && !words[k].Is(WordClass.Given | WordClass.Surname | WordClass.Title);

    public static readonly WordSet German = new("und", "der", "die", "das", "ist", "nicht", "mit", "für", "wir", "sie", "ich", "auf", "ein", "eine", "dem", "haben", "wird", "auch", "sich", "im", "zu", "von", "dass", "bei", "nach", "aus", "vom", "zum", "zur");

    /// <summary>German writes every noun with a capital, and the tagger has learned from Dutch and English alone.</summary>
    private bool IsGerman(int k)
    {
        var seen = 0;
        for (var i = words.Next(k - GermanReach, Trigger.German); i < words.Count && i <= k + GermanReach; i = words.Next(i + 1, Trigger.German))
        {
            seen += !words[i].IsCapital && German.Contains(words[i].Hash) ? 1 : 0;
        }

        return seen >= FewestGerman;
    }

    private void Add(int k, double probability, bool beside)
    {
        if (beside)
        {
            hits[^1] = hits[^1] with { End = k + 1 };
            return;
        }

        hits.Add(new NameHit(k, k + 1, -1, "name.tagger", Math.Min(0.69, 0.3 + (probability * 0.4)), false));
    }
}
