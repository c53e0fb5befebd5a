using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>Within three weeks there is an answer or a notice that it comes later, with the reasons (Reglement van Orde of the Tweede Kamer).</summary>
internal sealed class TermsKept : IRule
{
    public string Code => "R06-termijn";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        if (context.Dossier.Questions is not { IsOral: false, SubmittedOn: not null, DueOn: { } due } set)
        {
            yield break;
        }

        var until = set.AnsweredOn ?? context.Today;
        if (set.Extensions.Length == 0)
        {
            if (until > due)
            {
                yield return this.Error(set.Source.At("uitstel"), $"Te laat zonder uitstel: de termijn liep tot en met {DutchText.Date(due)}. Verzend een uitstelbericht en vul 'uitstel' in.");
            }

            yield break;
        }

        foreach (var extension in set.Extensions)
        {
            if (extension.SentOn < set.SubmittedOn)
            {
                yield return this.Error(set.Source.At("uitstel"), $"Het uitstelbericht van {DutchText.Date(extension.SentOn)} is van vóór de vragen. Controleer beide datums.");
            }

            if (extension.Reasons.Length == 0)
            {
                yield return this.Warning(set.Source.At("uitstel"), "Het uitstelbericht noemt geen reden. De Kamer hoort die te krijgen: vul 'redenen' in.");
            }
        }

        if (set.Extensions.Min(e => e.SentOn) is var first && first > due)
        {
            yield return this.Error(set.Source.At("uitstel"), $"Het uitstelbericht van {DutchText.Date(first)} kwam na de termijn van {DutchText.Date(due)}. Controleer de datum; klopt hij, meld het dan in de nota.");
        }

        if (until > due.AddDays(21))
        {
            yield return this.Warning(set.Source, $"Het antwoord komt na de verlengde termijn van {DutchText.Date(due.AddDays(21))}. Leg dat in de nota uit.");
        }
    }
}
