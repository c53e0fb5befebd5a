using WooPipeline.Documents;

namespace WooPipeline.Parliament;

/// <summary>What the note quotes as added stands word for word in the answer.</summary>
internal sealed class QuotesStandInAnswers : IRule
{
    public string Code => "R03-citaat-in-antwoord";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        if (context.Paper("antwoorden") is not { } paper)
        {
            yield break;
        }

        foreach (var fulfilment in context.Dossier.Commitments.SelectMany(c => c.Fulfilments).Where(f => f.Quote.Length > 0))
        {
            var answer = context.Dossier.Answers.FirstOrDefault(a => fulfilment.Question is { } q && a.Questions.Contains(q));
            var text = answer is null ? context.Text("antwoorden") : AnswerText(paper, answer);
            if (!Quotes.Contains(text, fulfilment.Quote))
            {
                yield return this.Error(fulfilment.Source.At("citaat"), $"Dit citaat staat niet letterlijk {(fulfilment.Question is { } q ? $"in het antwoord op vraag {q}" : "in de antwoorden")}. Neem de woorden over zoals ze daar staan, of pas het antwoord aan.");
            }
        }
    }

    private static string AnswerText(RenderedText paper, Answer answer)
    {
        var start = paper.Tree.Blocks.ToList().FindIndex(b => b.Anchor == answer.Id);
        return start < 0 ? "" : PlainText.Of([.. paper.Tree.Blocks.Skip(start + 1).TakeWhile(b => b is not Heading { Anchor: not null })]);
    }
}
