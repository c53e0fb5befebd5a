using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using WooPipeline.Parliament;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary><c>woo voorstellen DOSSIER</c>: what archived mail says that the registers don't, for a person to take or refuse.</summary>
internal static class ProposalsVerb
{
    public static Command Create()
    {
        var dossier = new Argument<string>("DOSSIER") { Description = "Map van het dossier." };
        var take = new Option<string[]>("--neem-over") { Description = "Nummers van voorstellen, of namen van rijen, die worden overgenomen.", AllowMultipleArgumentsPerToken = true };
        var refuse = new Option<string[]>("--wijs-af") { Description = "Nummers van voorstellen, of namen van rijen, die worden afgewezen.", AllowMultipleArgumentsPerToken = true };
        var by = new Option<string>("--door") { Description = "Wie beslist (verplicht bij overnemen en afwijzen)." };
        var json = new Option<bool>("--json") { Description = "Schrijf de voorstellen als JSON." };
        var command = new Command("voorstellen", "Toon wat de mails over uitvraag en meldingen zeggen en de registers nog niet.") { dossier, take, refuse, by, json };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var options = new RunOptions { Dossier = parsed.GetValue(dossier)!, Apart = ReadApartVerb.Reading() };
            var isDecided = false;
            foreach (var (ids, isTaken) in new[] { (parsed.GetValue(take) ?? [], true), (parsed.GetValue(refuse) ?? [], false) })
            {
                if (ids.Length > 0)
                {
                    var now = DateTime.Now.ToString("s", CultureInfo.InvariantCulture);
                    var count = DossierProposals.Decide(options, ids, isTaken, parsed.GetValue(by) ?? "", now, new SilentObserver()).Length;
                    Console.WriteLine($"{count} {(count == 1 ? "voorstel" : "voorstellen")} {(isTaken ? "overgenomen" : "afgewezen")}; zie {ProposalStore.Path}.");
                    isDecided = true;
                }
            }

            return isDecided ? ExitCodes.Done : Show(DossierProposals.Open(options, new SilentObserver()), parsed.GetValue(json));
        }));
        return command;
    }

    private static int Show(IReadOnlyCollection<Proposal> proposals, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(proposals, JsonSerializerOptions.Web));
        }
        else
        {
            foreach (var proposal in proposals)
            {
                Print(proposal);
            }

            Console.WriteLine(proposals.Count == 0 ? "Geen voorstellen: de registers zeggen wat de mails zeggen."
                : $"{proposals.Count} voorstellen. Overnemen: woo voorstellen DOSSIER --neem-over NUMMER --door NAAM; afwijzen: --wijs-af.");
        }

        return proposals.Count == 0 ? ExitCodes.Done : ExitCodes.NeedsPerson;
    }

    private static void Print(Proposal proposal)
    {
        Console.WriteLine($"{proposal.Id}  {proposal.Register}, {proposal.Row}, {proposal.Column}: {(proposal.Current.Length > 0 ? $"{proposal.Current} → " : "")}{proposal.Value}");
        Console.WriteLine($"    {proposal.Reason}");
        foreach (var evidence in proposal.Evidence)
        {
            Console.WriteLine($"    bewijs: {evidence}");
        }
    }
}
