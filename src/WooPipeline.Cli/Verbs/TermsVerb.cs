using System.CommandLine;
using System.Text;
using WooPipeline.Parliament;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary><c>woo termijnen DOSSIER</c>: when answers and commitments are due.</summary>
internal static class TermsVerb
{
    public static Command Create()
    {
        var dossier = new Argument<string>("DOSSIER") { Description = "Map van het dossier." };
        var file = new Option<string>("--ics") { Description = "Schrijf de open termijnen als agenda in dit bestand." };
        var command = new Command("termijnen", "Toon wanneer antwoorden en toezeggingen er moeten zijn.") { dossier, file };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var folder = DossierFolder.Open(parsed.GetValue(dossier)!);
            var calendar = TermCalendar.Of(ParliamentDossier.Load(folder.Root));
            Console.Write(calendar.Entries.IsEmpty ? "Dit dossier heeft geen termijnen.\n" : calendar.ToText(folder.Settings.Date));
            if (parsed.GetValue(file) is { Length: > 0 } path)
            {
                File.WriteAllText(path, calendar.ToICalendar(folder.Settings.Date ?? calendar.Entries.Select(e => e.Day).DefaultIfEmpty().Min()), new UTF8Encoding(false));
            }

            return ExitCodes.Done;
        }));
        return command;
    }
}
