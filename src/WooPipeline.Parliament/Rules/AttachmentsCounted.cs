using System.Globalization;

namespace WooPipeline.Parliament;

/// <summary>The number of annexes in the note's head is the number in its table; each paper named there is made, and annexes count from 1.</summary>
internal sealed class AttachmentsCounted : IRule
{
    public string Code => "R16-bijlagen-geteld";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        foreach (var head in context.Dossier.Texts.Where(t => t.Document == "nota" && t.Part == "kop"))
        {
            var rows = head.Settings.Groups("bijlagen");
            if (head.Settings.Text("aantal_bijlagen") is { Length: > 0 } stated && stated != rows.Length.ToString(CultureInfo.InvariantCulture))
            {
                yield return this.Error(head.Source.At("aantal_bijlagen"), $"Hier staan {stated} bijlagen, maar de lijst heeft er {rows.Length}. Haal het getal weg: het wordt geteld.");
            }

            foreach (var row in rows.Where(r => r.Text("document") is { Length: > 0 } name && context.Inputs.Papers.Length > 0 && context.Paper(name) is null))
            {
                yield return this.Error(row.Source, $"Bijlage '{row.Text("naam")}' verwijst naar het stuk '{row.Text("document")}', en dat is er niet. Schrijf de teksten daarvoor of haal de bijlage weg.");
            }
        }

        var numbers = context.Dossier.Cases.Select(c => c.AnnexNumber).OfType<int>().ToList();
        if (!numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)))
        {
            yield return this.Error(context.Dossier.Cases.First(c => c.AnnexNumber is not null).Basis[^1].At("bijlage_nummer"), "De bijlagen zijn niet doorlopend genummerd vanaf 1. Pas de nummers aan.");
        }
    }
}
