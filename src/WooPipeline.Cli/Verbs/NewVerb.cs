using System.CommandLine;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary><c>woo new DIR</c>: an empty dossier with its registers' headings.</summary>
internal static class NewVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Map die gemaakt wordt." };
        var command = new Command("new", "Maak een leeg dossier.") { folder };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var path = parsed.GetValue(folder)!;
            NewDossier.Create(path);
            Console.WriteLine($"Gemaakt: {path}. Zet de bestanden in '{Path.Combine(path, "bronnen")}', vul dossier.yaml aan en start 'woo run {path}'.");
            return ExitCodes.Done;
        }));
        return command;
    }
}
