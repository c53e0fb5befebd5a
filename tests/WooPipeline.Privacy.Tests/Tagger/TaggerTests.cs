namespace WooPipeline.Privacy.Tests;

/// <summary>The tagger's training, and with <c>WOO_TRAIN=1</c> its weights made anew; with <c>WOO_TRAIN=judge</c> it is judged dossier by dossier on what was left out.</summary>
public sealed class TaggerTests
{
    [Fact]
    public void What_is_learned_is_told_back()
    {
        var samples = Enumerable.Range(0, 400).Select(i => new Sample([i % 7, 8 + (i % 5)], i % 7 < 3)).ToList();
        var model = LinearModel.Parse(LinearTrainer.Train(samples, 16).ToText());
        Assert.All(samples, s => Assert.Equal(s.IsPositive, model.Score(s.Places) > 0));
        Assert.Equal(LinearTrainer.Train(samples, 16).ToText(), LinearTrainer.Train(samples, 16).ToText());
    }

    [Fact]
    public void Train()
    {
        if (Environment.GetEnvironmentVariable("WOO_TRAIN") is not { } mode)
        {
            return;
        }

        var items = Directory.GetDirectories(Repository.PathOf("fixtures", "gold")).Order(StringComparer.Ordinal).SelectMany(TaggerCorpus.Read).ToList();
        if (mode == "judge")
        {
            Judge(items);
            return;
        }

        var folder = Repository.PathOf("src", "WooPipeline.Privacy", "Data", "tagger");
        File.WriteAllText(Path.Combine(folder, "shapes.txt"), TaggerTraining.Shapes().ToText());
        File.WriteAllText(Path.Combine(folder, "contexts.txt"), TaggerTraining.Contexts(items).ToText());
    }

    private static void Judge(List<TaggerCorpus.Item> items)
    {
        var judged = new List<(TaggerCorpus.Item Item, double P)>();
        foreach (var dossier in items.Select(i => i.Dossier).Distinct().ToList())
        {
            var model = TaggerTraining.Contexts(items.Where(i => i.Dossier != dossier));
            judged.AddRange(items.Where(i => i.Dossier == dossier && i.IsOpen).Select(i => (i, 1 / (1 + Math.Exp(-model.Score(i.Places))))));
        }

        Console.WriteLine($"names that the rules left: {items.Count(i => i.IsLeft && i.IsName)}, open to the tagger {judged.Count(j => j.Item.IsName)}; other words open to it {judged.Count(j => !j.Item.IsName)}");
        foreach (var enough in new[] { 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95 })
        {
            Console.WriteLine($"from {enough}: names won {judged.Count(j => j.Item.IsName && j.P >= enough)}, wrong words added {judged.Count(j => !j.Item.IsName && j.P >= enough)}");
        }
    }
}
