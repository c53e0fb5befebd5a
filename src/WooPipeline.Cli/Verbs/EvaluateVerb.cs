using System.CommandLine;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary><c>woo evaluate GOLD</c>: recall, precision and leaks on annotated dossiers.</summary>
internal static class EvaluateVerb
{
    public static Command Create()
    {
        var gold = new Argument<string>("GOLD") { Description = "Geannoteerd dossier, of een map met zulke dossiers." };
        var json = new Option<bool>("--json") { Description = "Schrijf de uitkomst als JSON." };
        var command = new Command("evaluate", "Meet op geannoteerde dossiers wat er wordt gevonden en wat blijft staan.") { gold, json };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var results = DossierEvaluation.Run(parsed.GetValue(gold)!, 0);
            Console.WriteLine(parsed.GetValue(json)
                ? "{" + string.Join(",", results.Select(r => $"{System.Text.Json.JsonSerializer.Serialize(r.Name)}:{r.Evaluation.ToJson()}")) + "}"
                : string.Join(Environment.NewLine + Environment.NewLine, results.Select(r => r.Name + Environment.NewLine + r.Evaluation.ToText())));
            return ExitCodes.Done;
        }));
        return command;
    }
}
