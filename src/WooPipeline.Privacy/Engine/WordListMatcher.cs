using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Privacy;

/// <summary>A coordinator's own words, matched whole and whatever their case, accents or invisible characters.</summary>
internal sealed class WordListMatcher
{
    /// <summary>Rule of a finding from <c>altijd.csv</c>; the row's number follows.</summary>
    public const string RulePrefix = "list.always:";

    private readonly ImmutableArray<WordRow> rows;
    private readonly FormTrie trie;

    public WordListMatcher(ImmutableArray<WordRow> rows)
    {
        this.rows = rows;
        var builder = new FormTrie.Builder();
        for (var i = 0; i < rows.Length; i++)
        {
            using var words = Tokenizer.Cut(rows[i].Text, Lexicon.Default);
            builder.Add([.. Enumerable.Range(0, words.Count).Select(words.Folded)], new Form(i, FormKind.Full));
        }

        trie = builder.Build();
    }

    public void AddTo(TokenText words, List<Finding> findings)
    {
        foreach (var (span, row) in Matches(words))
        {
            var label = LabelCode.TryParse(rows[row].Label, out var known) ? known : Label.Account;
            findings.Add(new Finding(span, label, 1, new Evidence(RulePrefix + row.ToString(System.Globalization.CultureInfo.InvariantCulture), rows[row].Source)));
        }
    }

    /// <summary>Adds the matches as functions of persons.</summary>
    public void AddFunctionsTo(TokenText words, List<Finding> findings) =>
        findings.AddRange(Matches(words).Select(m => new Finding(m.Span, Label.Name, 0.8, new Evidence("function.title", rows[m.Row].Source))));

    public IReadOnlyList<TextSpan> Spans(TokenText words) => rows.IsEmpty ? [] : [.. Matches(words).Select(m => m.Span)];

    private IEnumerable<(TextSpan Span, int Row)> Matches(TokenText words)
    {
        if (rows.IsEmpty)
        {
            yield break;
        }

        for (var i = 0; i < words.Count; i++)
        {
            var node = 0;
            var best = -1;
            var bestNode = 0;
            for (var k = i; k < words.Count && (node = trie.Step(node, words[k].Hash)) != 0; k++)
            {
                if (trie.FormsAt(node).Length > 0)
                {
                    best = k;
                    bestNode = node;
                }
            }

            if (best >= 0)
            {
                yield return (words.Span(i, best + 1), trie.FormsAt(bestNode)[0].Person);
                i = best;
            }
        }
    }
}
