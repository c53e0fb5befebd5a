using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Publication;

/// <summary>
/// Finds the passages that concern an interested party: where a document calls it by one of its names, and, in the same paragraph, what
/// is removed to protect a business (art. 5.1.1c and 5.1.2f) where no other party is named there. Personal data of others is never its own.
/// </summary>
public static class ConsultationPassages
{
    private static readonly string[] BusinessGrounds = ["5.1.1c", "5.1.2f"];

    /// <summary>The consultations with their passages filled in.</summary>
    /// <param name="consultations">All parties of the dossier.</param>
    /// <param name="documents">All documents, with what was decided in them.</param>
    public static ImmutableArray<Consultation> Find(ImmutableArray<Consultation> consultations, IEnumerable<ConsultationDocument> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var owners = consultations.SelectMany((c, party) => c.Terms.Select(term => (term, party))).ToArray();
        var index = new FormIndex([.. owners.Select(o => o.term)]);
        var passages = consultations.Select(c => c.Passages.ToBuilder()).ToArray();
        foreach (var document in documents)
        {
            foreach (var block in Blocks(document.Tree))
            {
                var text = block.Text[block.Start..block.End];
                var named = index.Find(text).Select(f => (owners[f.Form].party, Span: new TextSpan(block.Start + f.Start, block.Start + f.End))).ToArray();
                foreach (var (party, span) in named)
                {
                    passages[party].Add((document.Id, span));
                }

                if (named.Select(n => n.party).Distinct().Count() == 1)
                {
                    passages[named[0].party].AddRange(Business(document, new TextSpan(block.Start, block.End)).Select(span => (document.Id, span)));
                }
            }
        }

        return [.. consultations.Select((c, party) => c with { Passages = [.. passages[party].Distinct()] })];
    }

    private static IEnumerable<TextSpan> Business(ConsultationDocument document, TextSpan block) => document.Decisions
        .Where(d => d.Verdict == Verdict.Remove && BusinessGrounds.Contains(d.Ground?.Code) && block.Contains(d.Span)).Select(d => d.Span);

    /// <summary>The blocks of a tree with their places in its text view.</summary>
    private static IEnumerable<(string Text, int Start, int End)> Blocks(DocumentTree tree)
    {
        var view = TextView.Of(tree);
        var start = 0;
        foreach (var block in tree.Blocks)
        {
            var length = TextView.Of(new DocumentTree { Blocks = [block], Language = tree.Language }).BodyEnd;
            var end = Math.Min(start + length, view.Text.Length);
            yield return (view.Text, start, end);
            start = end;
        }
    }
}
