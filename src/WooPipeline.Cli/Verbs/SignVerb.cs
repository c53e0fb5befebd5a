using System.CommandLine;
using WooPipeline.Pipeline;
using WooPipeline.Publication;

namespace WooPipeline.Cli;

/// <summary><c>woo sign OUT --key FILE</c>: signs a finished package.</summary>
internal static class SignVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("OUT") { Description = "Map met publicatie/ en intern/." };
        var key = new Option<string>("--key") { Description = "Bestand met de geheime sleutel (PEM, RSA of EC).", Required = true };
        var command = new Command("sign", "Onderteken het manifest van een pakket dat in orde is.") { folder, key };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var path = parsed.GetValue(folder)!;
            if (!PackageVerifier.Verify(path).IsClean)
            {
                throw new DossierException($"Het pakket in '{path}' is niet in orde en is niet ondertekend. Zie 'woo verify'.");
            }

            ManifestSignature.Sign(path, KeyFile.Read(parsed.GetValue(key)!));
            Console.WriteLine($"Ondertekend: publicatie/{ManifestSignature.Name}.");
            return ExitCodes.Done;
        }));
        return command;
    }
}
