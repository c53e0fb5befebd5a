using System.Collections.Immutable;

namespace WooPipeline.Parliament;

/// <summary>A title that a person typed and that names the subject in part names it as the questions now do.</summary>
internal sealed class TitlesNameSubject : IRule
{
    private const int ShortestWord = 5;
    private static readonly ImmutableArray<string> Papers = ["nota", "antwoorden", "brief", "uitstelbericht", "toezeggingenlijst"];

    public string Code => "R23-titel-noemt-onderwerp";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        var subject = context.Dossier.Questions?.ShortSubject ?? "";
        var words = subject.Split(' ').Where(w => w.Length >= ShortestWord).ToList();
        foreach (var head in context.Dossier.Texts.Where(t => t.Part == "kop" && t.Title.Length > 0 && Papers.Contains(t.Document)))
        {
            var named = words.Count(w => head.Title.Contains(w, StringComparison.OrdinalIgnoreCase));
            if (named > 0 && named < words.Count)
            {
                yield return this.Warning(head.Source.At("titel"), $"De titel noemt het onderwerp anders dan de vragen ('{subject}'). Pas de titel aan, of laat hem weg: dan wordt hij uit de gegevens gemaakt.");
            }
        }
    }
}
