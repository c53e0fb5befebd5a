using System.CommandLine;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary><c>woo zienswijzen DOSSIER</c>: extract and letter for each interested party (Woo art. 4.4).</summary>
internal static class ConsultVerb
{
    public static Command Create()
    {
        var dossier = new Argument<string>("DOSSIER") { Description = "Map van het dossier." };
        var output = new Option<string>("--out") { Description = "Map voor de brieven en uittreksels (standaard: zienswijzen/ in het dossier)." };
        var command = new Command("zienswijzen", "Maak per belanghebbende een brief met termijn en een uittreksel van de passages die hem aangaan.") { dossier, output };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var options = new RunOptions { Dossier = parsed.GetValue(dossier)!, Apart = ReadApartVerb.Reading() };
            var lines = ProgressView.Show(false, false, observer => DossierConsultations.Execute(options, parsed.GetValue(output) ?? "", observer));
            foreach (var line in lines)
            {
                Console.WriteLine($"{line.Id} ({line.Source}): {line.Message}.");
            }

            return lines.Any(l => l.NeedsPerson) ? ExitCodes.NeedsPerson : ExitCodes.Done;
        }));
        return command;
    }
}
