using WooPipeline.Documents;
using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>The text of a question is never rewritten: not in the answers, and not against the official publication of the same case.</summary>
internal sealed class QuestionsUntouched : IRule
{
    public string Code => "R18-vraagtekst-ongewijzigd";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        if (context.Dossier.Questions is not { } set)
        {
            yield break;
        }

        foreach (var other in context.Dossier.QuestionSets.Skip(1).Where(s => s.CaseNumber.Length > 0 && s.CaseNumber == set.CaseNumber))
        {
            foreach (var question in set.Questions)
            {
                if (other.Questions.FirstOrDefault(q => q.Number == question.Number) is { } official && Plain(official.Markdown) != Plain(question.Markdown))
                {
                    yield return this.Error(question.Source, $"Vraag {question.Number} is anders dan in {other.Source}. Neem de tekst letterlijk over.");
                }
            }
        }

        var answers = context.Text("antwoorden");
        foreach (var question in set.Questions.Where(_ => answers.Length > 0))
        {
            if (!Quotes.Plain(answers).Contains(Plain(question.Markdown), StringComparison.Ordinal))
            {
                yield return this.Error(question.Source, $"Vraag {question.Number} staat niet letterlijk in de antwoorden. Laat het sjabloon de vraagtekst overnemen.");
            }
        }
    }

    private static string Plain(string markdown) => Quotes.Plain(PlainText.Of(MarkdownTree.Parse(markdown).Blocks));
}
