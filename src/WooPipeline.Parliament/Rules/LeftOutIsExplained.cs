namespace WooPipeline.Parliament;

/// <summary>An organisation that is left out of the table has a reason and is named in the text.</summary>
internal sealed class LeftOutIsExplained : IRule
{
    public string Code => "R08-buiten-tabel-verklaard";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        foreach (var status in context.Dossier.Statuses.Where(s => !s.InTable))
        {
            if (status.ExclusionReason.Length == 0)
            {
                yield return this.Error(status.Source.At("reden"), $"{status.Organisation} staat niet in de tabel, zonder reden. Vul 'reden' in.");
            }

            var text = context.Text("antwoorden");
            if (text.Length > 0 && !Names(context.Dossier, status).Any(n => text.Contains(n, StringComparison.OrdinalIgnoreCase)))
            {
                yield return this.Error(status.Source, $"{status.Organisation} staat niet in de tabel en ook niet in de antwoorden. Noem de organisatie in de tekst.");
            }
        }
    }

    private static IEnumerable<string> Names(ParliamentDossier dossier, PlatformStatus status) =>
        dossier.Organisations.Where(o => o.ShortName == status.Organisation).SelectMany(o => new[] { o.Name, o.ShortName }).Append(status.Organisation);
}
