using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>That something was seen before is another fact than that it was reported before: report and annexed message must say the same.</summary>
internal sealed class SeenIsNotReported : IRule
{
    private static readonly ImmutableArray<ImmutableArray<string>> Words = EmbeddedList.Rows("waarneming.csv");

    public string Code => "R11-gezien-is-niet-gemeld";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        var report = Said(context.OwnText("rapportage"));
        foreach (var record in context.Dossier.Cases.Where(c => c.Annex.Length > 0))
        {
            if (context.Inputs.Source(record.Annex) is not { } annex)
            {
                continue;
            }

            var message = Said(RuleContext.TextOf(annex));
            if (report.Seen && !report.Reported && message.Reported)
            {
                yield return this.Warning(context.Place("rapportage"), $"De rapportage zegt dat dit eerder is waargenomen, maar volgens {record.Annex} is het eerder ook gemeld. Neem beide over in de tekst.");
            }
            else if (report.Reported && !message.Reported && message.Seen)
            {
                yield return this.Warning(context.Place("rapportage"), $"De rapportage zegt dat dit eerder is gemeld, maar {record.Annex} spreekt alleen van waarnemen. Pas de tekst aan.");
            }

            if (message.Reported && record.Facts.GetValueOrDefault("eerder_gemeld") is KnownState.No)
            {
                yield return this.Warning(record.Basis[^1].At("eerder_gemeld"), $"Hier staat 'nee', maar {record.Annex} noemt een eerdere melding. Pas het gegeven aan.");
            }
        }
    }

    private static (bool Seen, bool Reported) Said(string text)
    {
        var earlier = Sentences.Of(text).Where(s => Has(s, "eerder")).ToList();
        return (earlier.Any(s => Has(s, "gezien")), earlier.Any(s => Has(s, "gemeld")));
    }

    private static bool Has(string sentence, string kind) =>
        Words.Any(w => w[0] == kind && Quotes.Plain(sentence).Contains(w[1], StringComparison.OrdinalIgnoreCase));
}
