using System.CommandLine;
using WooPipeline.Pipeline;
using WooPipeline.Publication;

namespace WooPipeline.Cli;

/// <summary><c>woo verify OUT</c>: checks a finished package.</summary>
internal static class VerifyVerb
{
    public static Command Create()
    {
        var folder = new Argument<string>("OUT") { Description = "Map met publicatie/ en intern/." };
        var key = new Option<string>("--key") { Description = "Bestand met de openbare sleutel (PEM); dan wordt ook de ondertekening gecontroleerd." };
        var command = new Command("verify", "Controleer een pakket: niets dat weg moest staat er nog in.") { folder, key };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var path = parsed.GetValue(folder)!;
            if (!Directory.Exists(Path.Combine(path, "publicatie")))
            {
                throw new DossierException($"In '{path}' staat geen map 'publicatie'. Geef de map op die bij 'woo run --out' is gebruikt.");
            }

            var report = PackageVerifier.Verify(path);
            foreach (var finding in report.Findings)
            {
                Console.WriteLine($"{finding.File} ({finding.Place}): {finding.Message}");
            }

            var isSigned = parsed.GetValue(key) is not { Length: > 0 } file || ManifestSignature.IsValid(path, KeyFile.Read(file));
            if (!isSigned)
            {
                Console.WriteLine($"publicatie/{ManifestSignature.Name}: ontbreekt of past niet bij dit manifest en deze sleutel.");
            }

            Console.WriteLine(report.IsClean && isSigned
                ? $"In orde: {report.Files} bestanden, {report.Forms} zoektermen, niets gevonden."
                : $"NIET IN ORDE: {report.Findings.Length} bevindingen in {report.Files} bestanden. Publiceer dit pakket niet.");
            return isSigned ? report.ExitCode : ExitCodes.Leak;
        }));
        return command;
    }
}
