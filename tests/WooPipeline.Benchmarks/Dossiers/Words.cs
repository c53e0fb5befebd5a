using System.Collections.Immutable;

namespace WooPipeline.Benchmarks;

/// <summary>The word lists that generated dossiers are made of.</summary>
internal sealed class Words
{
    private Words(ImmutableArray<string> sentences, ImmutableArray<string> given, ImmutableArray<string> surnames, ImmutableArray<string> streets, ImmutableArray<string> organisations)
    {
        Sentences = sentences;
        GivenNames = given;
        Surnames = surnames;
        Streets = streets;
        Organisations = organisations;
    }

    public ImmutableArray<string> Sentences { get; }

    public ImmutableArray<string> GivenNames { get; }

    public ImmutableArray<string> Surnames { get; }

    public ImmutableArray<string> Streets { get; }

    public ImmutableArray<string> Organisations { get; }

    public static Words Load()
    {
        var names = Lines("namen.txt");
        return new Words([.. Lines("zinnen.txt")], [.. names[0].Split(' ')], [.. names[1].Split('|')], [.. names[2].Split('|')], [.. names[3].Split('|')]);
    }

    private static string[] Lines(string name)
    {
        using var stream = typeof(Words).Assembly.GetManifestResourceStream("WooPipeline.Benchmarks.Data." + name)
            ?? throw new InvalidOperationException(name);
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Where(l => l.Length > 0 && l[0] != '#')];
    }
}
