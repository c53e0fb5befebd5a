namespace WooPipeline.Privacy.Tests;

/// <summary>The tagger's training, and with <c>WOO_TRAIN=1</c> its weights made anew and judged dossier by dossier on what was left out.</summary>
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

        var shapes = TaggerTraining.HeldOutShapes();
        var dossiers = Directory.GetDirectories(Repository.PathOf("fixtures", "gold")).Order(StringComparer.Ordinal)
            .ToDictionary(d => Path.GetFileName(d), d => TaggerCorpus.Read(d, shapes), StringComparer.Ordinal);
        if (mode == "judge")
        {
            Judge(dossiers);
        }

        var folder = Repository.PathOf("src", "WooPipeline.Privacy", "Data", "tagger");
        File.WriteAllText(Path.Combine(folder, "shapes.txt"), TaggerTraining.Shapes().ToText());
        File.WriteAllText(Path.Combine(folder, "contexts.txt"), TaggerTraining.Contexts(dossiers.OrderBy(d => d.Key, StringComparer.Ordinal).SelectMany(d => d.Value)).ToText());
    }

    private static void Judge(Dictionary<string, List<TaggerCorpus.Item>> dossiers)
    {
        foreach (var (name, items) in dossiers)
        {
            var model = TaggerTraining.Contexts(dossiers.Where(d => d.Key != name).SelectMany(d => d.Value));
            foreach (var view in new[] { 0, 1, 2 })
            {
                var scored = items.Select(i => (Item: i, P: 1 / (1 + Math.Exp(-model.Score(i.Views[view]))))).ToList();
                Console.WriteLine($"{name,-16} view {view}: " + string.Join("  ", new[] { 0.3, 0.5, 0.7, 0.9 }.Select(t =>
                    $"{t}: R {scored.Count(s => s.Item.IsName && s.P >= t) / (double)scored.Count(s => s.Item.IsName):0.000} P {scored.Count(s => s.Item.IsName && s.P >= t) / (double)Math.Max(1, scored.Count(s => s.P >= t)):0.000} left {scored.Count(s => !s.Item.IsTaken && s.Item.IsOpen && s.Item.IsName && s.P >= t)}/{scored.Count(s => !s.Item.IsTaken && s.Item.IsOpen && s.Item.IsName)} wrong {scored.Count(s => !s.Item.IsTaken && s.Item.IsOpen && !s.Item.IsName && s.P >= t)}/{scored.Count(s => !s.Item.IsTaken && s.Item.IsOpen && !s.Item.IsName)}")));
                if (view == 0)
                {
                    Console.WriteLine("   wrong: " + string.Join(' ', scored.Where(s => !s.Item.IsTaken && s.Item.IsOpen && !s.Item.IsName && s.P >= 0.5).Select(s => $"{s.Item.Word}/{s.P:0.0}")));
                }
            }
        }
    }
}
