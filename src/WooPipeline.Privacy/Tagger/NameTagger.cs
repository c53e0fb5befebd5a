namespace WooPipeline.Privacy;

/// <summary>
/// The two models that judge words which no rule took: of how a word is built, and of what stands around it. Trained by our own code on our
/// own annotated dossiers (<c>fixtures/gold</c>) and word lists; the weights are data of this room.
/// </summary>
internal sealed class NameTagger(LinearModel shapes, LinearModel contexts)
{
    /// <summary>The models that come with the room.</summary>
    public static NameTagger Default { get; } = new(Load("shapes"), Load("contexts"));

    /// <summary>The words that may be names: with a capital, or in informal text any word that is no ordinary one.</summary>
    public static List<int> Candidates(TokenText words, bool informal, Func<int, bool> isTaken)
    {
        var found = new List<int>();
        var shapes = informal ? Shape.Letter : Shape.Capital;
        for (var k = words.Next(0, WordClass.None, shapes); k < words.Count; k = words.Next(k + 1, WordClass.None, shapes))
        {
            if (IsCandidate(words[k], informal) && !isTaken(k))
            {
                found.Add(k);
            }
        }

        return found;
    }

    /// <summary>The probability that a word is part of a name.</summary>
    public double Probability(Surroundings around, int k) => 1 / (1 + Math.Exp(-contexts.Score(around.Of(k))));

    /// <summary>How a folded word is built: above nothing as names are, below as ordinary words.</summary>
    public int ShapeOf(string folded) => WordShapes.Step(shapes, folded);

    /// <summary>A word with a capital, or in informal text any word that is no ordinary one.</summary>
    private static bool IsCandidate(in Token token, bool informal)
    {
        if (!token.IsWord || token.Length < 2 || token.Length > 30)
        {
            return false;
        }

        return token.IsCapital ? !token.IsAllCaps || token.Length > 3 : informal && token.Length > 2 && (token.Class == WordClass.None || token.Is(WordClass.Given | WordClass.Surname | WordClass.WeakGiven));
    }

    /// <summary>A word that a list gives another meaning, and none makes it a name, is left to the rules; training learns from it all the same.</summary>
    public static bool MayBeName(in Token token)
    {
        const WordClass Names = WordClass.Given | WordClass.Surname;
        return (token.IsCapital || !token.Is(WordClass.WeakGiven | WordClass.Common)) && ((token.Shape & Shape.Mixed) == 0 || token.Length > 5) && (token.Class == WordClass.None || token.Is(Names)) && !token.Is(WordClass.Filler | WordClass.Greeting | WordClass.Closing | WordClass.Particle | WordClass.Title | WordClass.Plain | WordClass.Abbreviation | WordClass.Brand | WordClass.Organisation | WordClass.Party | WordClass.Month | WordClass.Day | WordClass.NamedThing | WordClass.Place);
    }

    private static LinearModel Load(string name)
    {
        using var stream = typeof(NameTagger).Assembly.GetManifestResourceStream($"WooPipeline.Privacy.Data.tagger/{name}.txt")
            ?? throw new InvalidOperationException($"Data/tagger/{name}.txt is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return LinearModel.Parse(reader.ReadToEnd());
    }
}
