namespace WooPipeline.Privacy.Tests;

/// <summary>Trains the tagger's two models.</summary>
internal static class TaggerTraining
{
    private const int FewestDossiers = 3;
    private const int ContextEpochs = 6;
    private const float WeightOfName = 3;
    private const float WeightOfTaken = 0.3f;

    /// <summary>The model of how words are built: names of the lists against the other words of the lists.</summary>
    public static LinearModel Shapes()
    {
        const WordClass Names = WordClass.Given | WordClass.Surname;
        const WordClass Others = WordClass.Common | WordClass.Plain | WordClass.Place | WordClass.Brand | WordClass.Organisation | WordClass.Function | WordClass.NamedThing | WordClass.Speech | WordClass.Acting | WordClass.PublicRole | WordClass.Relative | WordClass.Mailbox;
        var samples = new List<Sample>();
        Span<int> places = stackalloc int[256];
        foreach (var (word, classes) in Lexicon.Default.All)
        {
            if (word.Length > 2 && (classes & (Names | Others)) is var kind and not 0 && ((kind & Names) == 0 || (kind & Others) == 0))
            {
                var count = WordShapes.Places(word, places);
                samples.Add(new Sample(places[..count].ToArray(), (kind & Names) != 0, (kind & Names) != 0 ? 0.5f : 1));
            }
        }

        return LinearTrainer.Train(samples, WordShapes.Size);
    }

    /// <summary>
    /// The model of what stands around a word. Features that fewer than three dossiers show say nothing of the next one; names are few among
    /// what the rules left, so they weigh more; what the rules took shows how names stand, but is not what the tagger is asked.
    /// </summary>
    public static LinearModel Contexts(IEnumerable<TaggerCorpus.Item> items)
    {
        var all = items.ToList();
        var seen = new HashSet<string>?[Surroundings.Size];
        foreach (var item in all)
        {
            foreach (var place in item.Places)
            {
                (seen[place] ??= new HashSet<string>(StringComparer.Ordinal)).Add(item.Dossier);
            }
        }

        return LinearTrainer.Train(
            [.. all.Select(i => new Sample([.. i.Places.Where(p => seen[p]!.Count >= FewestDossiers)], i.IsName, !i.IsLeft ? WeightOfTaken : i.IsName ? WeightOfName : 1))],
            Surroundings.Size, ContextEpochs);
    }
}
