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
        var command = new Command("verify", "Controleer een pakket: niets dat weg moest staat er nog in.") { folder };
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

            Console.WriteLine(report.IsClean
                ? $"In orde: {report.Files} bestanden, {report.Forms} zoektermen, niets gevonden."
                : $"NIET IN ORDE: {report.Findings.Length} bevindingen in {report.Files} bestanden. Publiceer dit pakket niet.");
            return report.ExitCode;
        }));
        return command;
    }
}
