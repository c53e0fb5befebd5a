using System.CommandLine;
using System.Text.Json;
using WooPipeline.Parliament;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary><c>woo check DOSSIER</c>: holds the papers of a dossier against each other, without publishing.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var dossier = new Argument<string>("DOSSIER") { Description = "Map van het dossier." };
        var json = new Option<bool>("--json") { Description = "Schrijf de bevindingen als JSON." };
        var command = new Command("check", "Controleer of nota, antwoorden, tabel en registers met elkaar kloppen.") { dossier, json };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var problems = DossierCheck.Execute(parsed.GetValue(dossier)!);
            var proposals = DossierProposals.Open(new RunOptions { Dossier = parsed.GetValue(dossier)!, Apart = ReadApartVerb.Reading() }, new SilentObserver());
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(
                    problems.Select(p => new { regel = p.Code, ernst = p.Severity == Severity.Error ? "fout" : "let op", plaats = p.Place.ToString(), melding = p.Message })
                        .Concat(proposals.Select(p => new { regel = "voorstel", ernst = "voorstel", plaats = $"{p.Register}, rij '{p.Row}', '{p.Column}'", melding = Message(p) })),
                    JsonSerializerOptions.Web));
            }
            else
            {
                Print(problems);
                Print(proposals);
            }

            return problems.IsEmpty && proposals.IsEmpty ? ExitCodes.Done : ExitCodes.NeedsPerson;
        }));
        return command;
    }

    private static string Message(Proposal proposal) =>
        $"{proposal.Value}: {proposal.Reason} Bewijs: {string.Join("; ", proposal.Evidence.Select(e => e.Source).Distinct(StringComparer.Ordinal))}.";

    private static void Print(IReadOnlyCollection<Proposal> proposals)
    {
        foreach (var proposal in proposals)
        {
            Console.WriteLine($"voorstel {proposal.Id} [{proposal.Register}, {proposal.Row}, {proposal.Column}] {Message(proposal)}");
        }

        if (proposals.Count > 0)
        {
            Console.WriteLine($"{proposals.Count} voorstellen uit de mails wachten op een besluit: woo voorstellen.");
        }
    }

    private static void Print(IReadOnlyCollection<Problem> problems)
    {
        foreach (var problem in problems)
        {
            Console.WriteLine(problem);
        }

        var errors = problems.Count(p => p.Severity == Severity.Error);
        Console.WriteLine(problems.Count == 0
            ? $"In orde: {ParliamentRules.Codes.Length} regels, niets gevonden."
            : $"{errors} fouten en {problems.Count - errors} aandachtspunten.");
    }
}
