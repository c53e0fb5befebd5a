using System.CommandLine;
using WooPipeline.Publication;

namespace WooPipeline.Cli;

/// <summary><c>woo diff OLD NEW</c>: what changed between two packages.</summary>
internal static class DiffVerb
{
    public static Command Create()
    {
        var before = new Argument<string>("OLD") { Description = "Map van het eerdere pakket." };
        var after = new Argument<string>("NEW") { Description = "Map van het nieuwe pakket." };
        var command = new Command("diff", "Vertel per document wat er tussen twee pakketten is veranderd.") { before, after };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var report = PackageDiff.Compare(parsed.GetValue(before)!, parsed.GetValue(after)!);
            foreach (var change in report.Changes)
            {
                Console.WriteLine($"{change.Subject}: {change.Message}");
            }

            Console.WriteLine($"{report.Changes.Length} wijzigingen, {report.SameDocuments} documenten gelijk.");
            return report.Changes.IsEmpty ? ExitCodes.Done : ExitCodes.NeedsPerson;
        }));
        return command;
    }
}
