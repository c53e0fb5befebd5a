namespace WooPipeline.Privacy.Tests;

/// <summary>Trains the tagger's two models.</summary>
internal static class TaggerTraining
{
    private const int Folds = 4;

    /// <summary>The model of how words are built: names of the lists against the other words of the lists; a fold is left out where one is given.</summary>
    public static LinearModel Shapes(int? without = null)
    {
        const WordClass Names = WordClass.Given | WordClass.Surname;
        const WordClass Others = WordClass.Common | WordClass.Plain | WordClass.Place | WordClass.Brand | WordClass.Organisation | WordClass.Function | WordClass.NamedThing | WordClass.Speech | WordClass.Acting | WordClass.PublicRole | WordClass.Relative | WordClass.Mailbox;
        var samples = new List<Sample>();
        Span<int> places = stackalloc int[256];
        foreach (var (word, classes) in Lexicon.Default.All)
        {
            if (word.Length > 2 && FoldOf(word) != without && (classes & (Names | Others)) is var kind and not 0 && ((kind & Names) == 0 || (kind & Others) == 0))
            {
                var count = WordShapes.Places(word, places);
                samples.Add(new Sample(places[..count].ToArray(), (kind & Names) != 0, (kind & Names) != 0 ? 0.5f : 1));
            }
        }

        return LinearTrainer.Train(samples, WordShapes.Size);
    }

    /// <summary>The models that judge the words of training: for each fold one that has not seen its words.</summary>
    public static Func<string, LinearModel> HeldOutShapes()
    {
        var models = Enumerable.Range(0, Folds).Select(f => Shapes(f)).ToArray();
        return word => models[FoldOf(word)];
    }

    public static LinearModel Contexts(IEnumerable<TaggerCorpus.Item> items)
    {
        var samples = new List<Sample>();
        foreach (var item in items)
        {
            foreach (var view in item.Views)
            {
                samples.Add(new Sample(view, item.IsName));
            }
        }

        return LinearTrainer.Train(samples, TokenFeatures.Size);
    }

    private static int FoldOf(string word) => (int)(WordHash.Of(word) % Folds);
}
