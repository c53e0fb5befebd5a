using System.Text.Json;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Privacy.Tests;

/// <summary>The words of annotated dossiers with what the tagger sees of them after the rules.</summary>
internal static partial class TaggerCorpus
{
    /// <summary>A word that may be a name.</summary>
    /// <param name="Dossier">The dossier it stands in.</param>
    /// <param name="Word">As it stands.</param>
    /// <param name="IsName">What the annotation says.</param>
    /// <param name="IsLeft">The rules left it: the question that the tagger is asked. What they took teaches too, with less weight.</param>
    /// <param name="IsOpen">The tagger would judge it.</param>
    /// <param name="Places">Places of its features.</param>
    internal sealed record Item(string Dossier, string Word, bool IsName, bool IsLeft, bool IsOpen, int[] Places);

    /// <summary>All candidates of a dossier.</summary>
    public static List<Item> Read(string dossier)
    {
        var registers = PrivacyRegisters.Load(Path.Combine(dossier, "registers"));
        var engine = PrivacyEngine.Create(PolicySettings.Default, registers);
        var documents = GoldView.Load(dossier).ToList();
        var register = engine.Merge(documents.Select(engine.Scan));
        var items = new List<Item>();
        foreach (var (document, file) in documents.Zip(Directory.GetFiles(Path.Combine(dossier, "gold"), "*.json").Order(StringComparer.Ordinal)))
        {
            using var analysis = DocumentAnalysis.Of(document, registers, register, PolicySettings.Default);
            Read(Path.GetFileName(dossier), analysis, register, Labels(File.ReadAllText(file), analysis.Words), items);
        }

        return items;
    }

    private static void Read(string dossier, DocumentAnalysis analysis, PersonRegister register, Label?[] labels, List<Item> items)
    {
        var words = analysis.Words;
        var hits = new NameResolver(analysis, register, PolicySettings.Default).Resolve();
        var candidates = NameTagger.Candidates(words, analysis.IsInformal, k => analysis.Blocked[k] || labels[k] is not (null or Label.Name));
        var around = new Surroundings(analysis, register, hits, candidates);
        var tagged = new TaggedNames(analysis, register, hits);
        foreach (var k in candidates.Where(k => around.StateOf(k) != TakenBy.Public))
        {
            var isLeft = around.StateOf(k) == TakenBy.Nothing;
            items.Add(new Item(dossier, words.Of(k).ToString(), labels[k] == Label.Name, isLeft, isLeft && NameTagger.MayBeName(words[k]) && tagged.IsOpen(k), around.Of(k).ToArray()));
            if (!isLeft)
            {
                around.HidesOwn = true;
                items.Add(items[^1] with { Places = around.Of(k).ToArray() });
                around.HidesOwn = false;
            }
        }
    }

    /// <summary>For each word of the text the label of the passage that it stands in.</summary>
    internal static Label?[] Labels(string json, TokenText words)
    {
        using var file = JsonDocument.Parse(json);
        var source = "";
        var owners = new List<Label?>();
        foreach (var segment in file.RootElement.GetProperty("segments").EnumerateArray())
        {
            source += segment[1].GetString();
            owners.AddRange(Enumerable.Repeat(LabelCode.TryParse(segment[0].GetString(), out var label) ? label : (Label?)null, source.Length - owners.Count));
        }

        if (file.RootElement.GetProperty("source").GetString()!.EndsWith(".html", StringComparison.Ordinal))
        {
            source = Tag().Replace(source, m => new string(' ', m.Length));
        }

        var labels = new Label?[words.Count];
        var position = 0;
        for (var k = 0; k < words.Count; k++)
        {
            var at = source.IndexOf(words.Of(k).ToString(), position, Math.Min(400, source.Length - position), StringComparison.Ordinal);
            if (at >= 0)
            {
                labels[k] = owners[at];
                position = at + words[k].Length;
            }
        }

        return labels;
    }

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
