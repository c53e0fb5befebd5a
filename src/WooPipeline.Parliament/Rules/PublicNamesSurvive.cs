namespace WooPipeline.Parliament;

/// <summary>Members, offices and organisations stand in the published paper as often as in the rendered one.</summary>
internal sealed class PublicNamesSurvive : IRule
{
    public string Code => "R14-openbare-namen-blijven";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        var names = Names(context.Dossier).Where(n => n.Length > 1).Distinct().ToList();
        foreach (var paper in context.Inputs.Papers)
        {
            if (context.Inputs.Published(paper.Name) is not { } published)
            {
                continue;
            }

            var after = RuleContext.TextOf(published);
            foreach (var name in names.Where(n => Count(context.Text(paper.Name), n) > Count(after, n)))
            {
                yield return this.Warning(context.Place(paper.Name), $"'{name}' is openbaar, maar in '{paper.Name}' weggelakt. Zet de persoon in publieke-personen.csv of de organisatie in organisaties.csv, of herstel het besluit.");
            }
        }
    }

    private static IEnumerable<string> Names(ParliamentDossier dossier) => dossier.QuestionSets
        .SelectMany(s => s.Submitters.Select(m => m.Name).Concat(s.Addressees).Concat(s.OnBehalfOf).Append(s.Signatory))
        .Concat(dossier.Commitments.Select(c => c.MadeTo?.Name ?? ""))
        .Concat(dossier.Organisations.SelectMany(o => new[] { o.Name, o.Abbreviation }));

    private static int Count(string text, string name)
    {
        var count = 0;
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}
