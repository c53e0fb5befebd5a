using System.Text.Json;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Privacy.Tests;

/// <summary>The words of annotated dossiers with what the tagger sees of them.</summary>
internal static partial class TaggerCorpus
{
    /// <summary>A word that may be a name.</summary>
    internal sealed record Item(string Document, string Word, bool IsName, bool IsTaken, bool IsOpen, List<int[]> Views, int[] Plain);

    /// <summary>All candidates of a dossier; <paramref name="shapes"/> gives the model that judges how a word is built.</summary>
    public static List<Item> Read(string dossier, Func<string, LinearModel> shapes)
    {
        var registers = PrivacyRegisters.Load(Path.Combine(dossier, "registers"));
        var engine = PrivacyEngine.Create(PolicySettings.Default, registers);
        var documents = GoldView.Load(dossier).ToList();
        var register = engine.Merge(documents.Select(engine.Scan));
        var items = new List<Item>();
        foreach (var (document, file) in documents.Zip(Directory.GetFiles(Path.Combine(dossier, "gold"), "*.json").Order(StringComparer.Ordinal)))
        {
            using var analysis = DocumentAnalysis.Of(document, registers, register, PolicySettings.Default);
            var found = new SpanSet(document.View.Text.Length + 1);
            foreach (var finding in engine.Detect(document, register).Where(f => f.Evidence.Rule != "name.tagger"))
            {
                found.Add(finding.Span.Start, finding.Span.End);
            }

            Read(document.Id, analysis, Labels(File.ReadAllText(file), analysis.Words), found, shapes, items);
        }

        return items;
    }

    private static void Read(string id, DocumentAnalysis analysis, Label?[] labels, SpanSet found, Func<string, LinearModel> shapes, List<Item> items)
    {
        var words = analysis.Words;
        var taken = new SpanSet(words.Count + 1);
        foreach (var mention in analysis.Mentions.Where(m => m.Rule != "name.tagger"))
        {
            taken.Add(mention.Name.First, mention.Name.End);
        }

        var none = new SpanSet(words.Count + 1);
        var candidates = NameTagger.Candidates(words, analysis.IsInformal, k => analysis.Blocked[k] || labels[k] is not (null or Label.Name));
        var document = DocumentWords.Count(words, candidates);
        foreach (var k in candidates)
        {
            var shape = WordShapes.Step(shapes(words.Folded(k)), words.Folded(k));
            int[] View(bool own, bool others, SpanSet set)
            {
                Span<int> places = stackalloc int[TokenFeatures.Most];
                var count = new TokenFeatures(words, document, set, analysis.IsInformal, places) { HidesOwn = own, HidesOthers = others }.Gather(k, shape);
                return places[..count].ToArray();
            }

            // The word itself is no neighbour, but must not tell by being taken that it is a name.
            items.Add(new Item(id, words.Of(k).ToString(), labels[k] == Label.Name, found.Overlaps(words[k].Start, words[k].End), NameTagger.MayBeName(words[k]),
                [View(false, false, taken), View(true, false, taken), View(true, true, none), View(true, false, none)], View(false, false, taken)));
        }
    }

    /// <summary>For each word of the text the label of the passage that it stands in.</summary>
    private static Label?[] Labels(string json, TokenText words)
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
