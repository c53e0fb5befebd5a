using System.Globalization;
using System.Text.RegularExpressions;

namespace WooPipeline.Parliament;

/// <summary>A page that a register or a text states is the page where it is.</summary>
internal sealed partial class PagesAreRight : IRule
{
    public string Code => "R02-paginaverwijzing";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        if (context.Pages is not { } pages)
        {
            yield break;
        }

        foreach (var fulfilment in context.Dossier.Commitments.SelectMany(c => c.Fulfilments).Where(f => f.StatedPages.Length > 0))
        {
            var real = FulfilmentPages.PagesOf(fulfilment with { StatedPages = "" }, context.Dossier, pages);
            if (real.Length > 0 && real != Plain(fulfilment.StatedPages))
            {
                yield return this.Error(fulfilment.Source.At("pagina"), $"Hier staat p. {fulfilment.StatedPages}, maar het staat op p. {real}. Maak de cel leeg: de pagina wordt dan berekend.");
            }
        }

        // What was typed into a text by hand is held against the pages too.
        foreach (Match stated in Reference().Matches(context.Text("nota")))
        {
            var question = int.Parse(stated.Groups["question"].Value, CultureInfo.InvariantCulture);
            if (context.Dossier.Answers.FirstOrDefault(a => a.Questions.Contains(question)) is { } answer && pages.Find(answer.Id) is { } range && !IsWithin(stated, range))
            {
                yield return this.Error(context.Place("nota"), $"De nota noemt bij vraag {question} p. {stated.Groups["pages"].Value}, maar het antwoord staat op p. {References.Pages(range)}. Gebruik {{{{ ref.pagina \"{answer.Id}\" }}}}.");
            }
        }
    }

    private static bool IsWithin(Match stated, (int First, int Last) range)
    {
        var parts = Plain(stated.Groups["pages"].Value).Split('-').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToList();
        return parts[0] >= range.First && parts[^1] <= range.Last;
    }

    private static string Plain(string pages) => pages.Replace('–', '-').Replace(" ", "", StringComparison.Ordinal);

    [GeneratedRegex(@"vraag (?<question>\d{1,3}),?\s*\(?p\.\s*(?<pages>\d{1,4}(?:\s*[-–]\s*\d{1,4})?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
