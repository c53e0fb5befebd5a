using WooPipeline.Templating;

namespace WooPipeline.Parliament;

/// <summary>The extension letter bears the day on which, by the questions' own record, it was sent.</summary>
internal sealed class ExtensionDated : IRule
{
    public string Code => "R22-datum-uitstelbericht";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        var sent = context.Dossier.Questions?.Extensions.Select(e => e.SentOn).ToList() ?? [];
        foreach (var head in context.Dossier.Texts.Where(t => t.Document == "uitstelbericht" && t.Part == "kop"))
        {
            if (sent.Count > 0 && Instant.TryParse(head.Settings.Text("datum"), out var date) && !sent.Contains(date.Date))
            {
                yield return this.Warning(head.Source.At("datum"), $"Het uitstelbericht is van {DutchText.Date(date.Date)}, maar bij de vragen staat dat het op {DutchText.Date(sent[^1])} is verzonden. Maak de datums gelijk.");
            }
        }
    }
}
