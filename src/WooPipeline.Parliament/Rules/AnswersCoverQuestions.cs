namespace WooPipeline.Parliament;

/// <summary>Every question is answered exactly once; no answer is left without its question.</summary>
internal sealed class AnswersCoverQuestions : IRule
{
    public string Code => "R01-iedere-vraag-beantwoord";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        if (context.Dossier.Questions is not { } set || context.Dossier.Answers.Length == 0)
        {
            yield break;
        }

        foreach (var question in set.Questions)
        {
            var answers = context.Dossier.Answers.Where(a => a.Questions.Contains(question.Number)).ToList();
            if (answers.Count == 0)
            {
                yield return this.Error(question.Source, $"Vraag {question.Number} heeft geen antwoord. Maak een tekst met 'vraag: {question.Number}', of noem de vraag bij een ander antwoord onder 'vragen'.");
            }
            else if (answers.Count > 1)
            {
                yield return this.Error(answers[1].Source, $"Vraag {question.Number} is meer dan eens beantwoord, ook in {answers[0].Source}. Haal het nummer bij één van beide weg.");
            }
        }

        foreach (var answer in context.Dossier.Answers)
        {
            foreach (var number in answer.Questions.Where(n => set.Questions.All(q => q.Number != n)))
            {
                yield return this.Error(answer.Source, $"Dit antwoord noemt vraag {number}, en die is er niet. De vragen zijn 1 tot en met {set.Questions.Length}.");
            }
        }
    }
}
