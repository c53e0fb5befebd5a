using System.CommandLine;
using WooPipeline.Publication;

namespace WooPipeline.Cli;

/// <summary><c>woo inventory check FILE</c>: what the platform would refuse or silently misread.</summary>
internal static class InventoryVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Inventarislijst (xlsx of csv)." };
        var check = new Command("check", "Lees een inventarislijst zoals het publicatieplatform dat doet en meld wat misgaat.") { file };
        check.SetAction(parsed => Guarded.Run(() =>
        {
            var report = InventoryChecker.Check(parsed.GetValue(file)!);
            foreach (var finding in report.Findings)
            {
                Console.WriteLine($"rij {finding.Row}{(finding.Column.Length > 0 ? ", kolom " + finding.Column : "")}: {finding.Message}");
            }

            Console.WriteLine($"{report.Rows} rijen, {report.Findings.Length} bevindingen.");
            return report.Findings.IsEmpty ? ExitCodes.Done : ExitCodes.NeedsPerson;
        }));
        return new Command("inventory", "Inventarislijsten.") { check };
    }
}
