using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>
/// Compares the answers as rendered with the same document after people worked on it (a DOCX that came back), paragraph by paragraph, so that
/// work in another program isn't lost.
/// </summary>
public static class AnswerChanges
{
    /// <summary>The changes, in order of the questions; empty where the words are the same.</summary>
    /// <param name="dossier">The dossier.</param>
    /// <param name="rendered">The answers as rendered.</param>
    /// <param name="edited">The document as it came back.</param>
    public static ImmutableArray<AnswerChange> Compare(ParliamentDossier dossier, DocumentTree rendered, DocumentTree edited)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        var problems = new ProblemList();
        var before = QuestionSetTreeReader.Read(rendered, new Provenance("antwoorden"), problems);
        var after = QuestionSetTreeReader.Read(edited, new Provenance("bewerkt"), problems);
        var changes = ImmutableArray.CreateBuilder<AnswerChange>();
        foreach (var question in before?.Questions ?? [])
        {
            var now = after?.Questions.FirstOrDefault(q => q.Number == question.Number)?.Markdown ?? "";
            if (Quotes.Plain(Words(question.Markdown)) != Quotes.Plain(Words(now)))
            {
                changes.Add(new AnswerChange(ChangeKind.QuestionChanged, [question.Number], Words(question.Markdown), Words(now), null));
            }
        }

        foreach (var answer in before?.PublishedAnswers ?? [])
        {
            var text = dossier.Answers.FirstOrDefault(a => a.Questions.SequenceEqual(answer.Questions))?.Source;
            var now = after?.PublishedAnswers.FirstOrDefault(a => a.Questions.SequenceEqual(answer.Questions));
            changes.AddRange(now is null
                ? [new AnswerChange(ChangeKind.AnswerRemoved, answer.Questions, Words(answer.Markdown), "", text)]
                : Paragraphs(answer, now, text));
        }

        changes.AddRange((after?.PublishedAnswers ?? []).Where(a => before?.PublishedAnswers.Any(b => b.Questions.SequenceEqual(a.Questions)) != true)
            .Select(a => new AnswerChange(ChangeKind.AnswerAdded, a.Questions, "", Words(a.Markdown), null)));
        return changes.ToImmutable();
    }

    // The longest common sequence of paragraphs stays; what stands between its parts was changed, added or removed.
    private static IEnumerable<AnswerChange> Paragraphs(Answer before, Answer after, Provenance? text)
    {
        var (a, b) = (Lines(before.Markdown), Lines(after.Markdown));
        var common = Common(a, b);
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && Same(a[i], b[j]))
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }

            var (gone, come) = Gap(a, b, common, i, j);
            var pairs = Math.Min(gone, come);
            for (var k = 0; k < Math.Max(gone, come); k++)
            {
                yield return new AnswerChange(
                    k < pairs ? ChangeKind.Changed : k < gone ? ChangeKind.Removed : ChangeKind.Added, before.Questions, k < gone ? a[i + k] : "", k < come ? b[j + k] : "", text)
                {
                    Behind = i + Math.Min(k, gone) > 0 ? a[i + Math.Min(k, gone) - 1] : "",
                };
            }

            (i, j) = (i + gone, j + come);
        }
    }

    private static (int Gone, int Come) Gap(ImmutableArray<string> a, ImmutableArray<string> b, int[,] common, int i, int j)
    {
        var (x, y) = (i, j);
        while (!(x < a.Length && y < b.Length && Same(a[x], b[y])) && (x < a.Length || y < b.Length))
        {
            if (y == b.Length || (x < a.Length && common[x + 1, y] >= common[x, y + 1]))
            {
                x++;
            }
            else
            {
                y++;
            }
        }

        return (x - i, y - j);
    }

    private static int[,] Common(ImmutableArray<string> a, ImmutableArray<string> b)
    {
        var lengths = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = Same(a[i], b[j]) ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static bool Same(string a, string b) => Quotes.Plain(a) == Quotes.Plain(b);

    private static ImmutableArray<string> Lines(string markdown) =>
        [.. Words(markdown).Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    // Notes stand behind their text, as in the edited document.
    private static string Words(string markdown) => RuleContext.TextOf(MarkdownTree.Parse(markdown));
}
