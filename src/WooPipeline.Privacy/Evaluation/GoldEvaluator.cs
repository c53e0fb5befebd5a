using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>
/// Measures what a run removed: the words of the public texts against annotated documents, order aside. A word of a removed
/// passage that still stands is leaked; a word that should stay and is gone is over-redacted; a document without public text
/// counts as wholly over-redacted.
/// </summary>
public static class GoldEvaluator
{
    /// <summary>Measures a dossier.</summary>
    /// <param name="gold">The annotated documents.</param>
    /// <param name="publicTexts">The public text by <see cref="GoldDocument.Key"/>.</param>
    public static GoldEvaluation Evaluate(IEnumerable<GoldDocument> gold, IReadOnlyDictionary<string, string> publicTexts)
    {
        var documents = gold.Select(g => new Counted(g, publicTexts.GetValueOrDefault(g.Key) ?? "")).ToList();
        return new GoldEvaluation
        {
            Total = Sum(documents),
            ByLabel = documents.SelectMany(d => d.Labels).GroupBy(l => l.Label.ToCode()).ToImmutableSortedDictionary(
                g => g.Key, g => new Measure(g.Sum(l => l.Words), g.Sum(l => l.Leaked), 0), StringComparer.Ordinal),
            ByKind = documents.GroupBy(d => d.Gold.Kind).ToImmutableSortedDictionary(g => g.Key, g => Sum(g), StringComparer.Ordinal),
            Persons = Persons(documents),
            Traps = (documents.Sum(d => d.TrapsKept), documents.Sum(d => d.Traps)),
            DocumentsLeaking = documents.Count(d => d.Measure.Leaked > 0),
            Documents = [.. documents.OrderByDescending(d => d.Measure.Leaked).ThenByDescending(d => d.Measure.OverRedacted).ThenBy(d => d.Gold.Source, StringComparer.Ordinal)
                .Select(d => new DocumentScore(d.Gold.Source, d.Measure))],
        };
    }

    private static Measure Sum(IEnumerable<Counted> documents) =>
        documents.Aggregate(new Measure(0, 0, 0), (m, d) => new Measure(m.ToRemove + d.Measure.ToRemove, m.Leaked + d.Measure.Leaked, m.OverRedacted + d.Measure.OverRedacted));

    private static (int Whole, int All) Persons(List<Counted> documents)
    {
        var persons = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var name in document.Gold.Segments.Where(s => s.Label == Label.Name).Select(s => GoldWords.Of(document.Gold with { Segments = [s] }).Select(w => w.Word).ToList()).Where(w => w.Count > 1))
            {
                // Whatever the order of the words, it is the same person.
                var key = string.Join(' ', name.Order(StringComparer.Ordinal));
                var leaked = name.Exists(document.IsLeaked);
                persons[key] = persons.GetValueOrDefault(key) | leaked;
            }
        }

        return (persons.Values.Count(leaked => !leaked), persons.Count);
    }

    private sealed class Counted
    {
        private readonly HashSet<string> leakedWords = new(StringComparer.Ordinal);

        public Counted(GoldDocument gold, string publicText)
        {
            Gold = gold;
            var keep = new WordCount();
            var drop = new WordCount();
            var trap = new WordCount();
            var labels = new Dictionary<Label, WordCount>();
            foreach (var (word, label, isTrap) in GoldWords.Of(gold))
            {
                if (label is { } removed)
                {
                    drop.Add(word);
                    (labels.TryGetValue(removed, out var count) ? count : labels[removed] = new WordCount()).Add(word);
                    continue;
                }

                keep.Add(word);
                if (isTrap)
                {
                    trap.Add(word);
                }
            }

            var got = new WordCount();
            foreach (var word in GoldWords.Of(publicText))
            {
                got.Add(word);
            }

            Score(keep, drop, trap, got);
            Labels = [.. labels.OrderBy(l => l.Key).Select(l => (l.Key, l.Value.Total, l.Value.Items.Sum(w => Math.Min(w.Value, Math.Min(drop[w.Key], Math.Max(0, got[w.Key] - keep[w.Key]))))))];
        }

        public GoldDocument Gold { get; }

        public Measure Measure { get; private set; } = new(0, 0, 0);

        public int Traps { get; private set; }

        public int TrapsKept { get; private set; }

        public ImmutableArray<(Label Label, int Words, int Leaked)> Labels { get; }

        public bool IsLeaked(string word) => leakedWords.Contains(word);

        private void Score(WordCount keep, WordCount drop, WordCount trap, WordCount got)
        {
            var leaked = 0;
            foreach (var (word, count) in drop.Items)
            {
                var stands = Math.Min(count, Math.Max(0, got[word] - keep[word]));
                leaked += stands;
                if (stands > 0)
                {
                    leakedWords.Add(word);
                }
            }

            var over = keep.Items.Sum(w => Math.Max(0, w.Value - got[w.Key]));
            Measure = new Measure(drop.Total, leaked, over);
            Traps = trap.Total;
            TrapsKept = Traps - trap.Items.Sum(w => Math.Min(w.Value, Math.Max(0, keep[w.Key] - got[w.Key])));
        }
    }
}
