using System.CommandLine;
using WooPipeline.Parliament;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary><c>woo vergelijk DOSSIER BESTAND</c>: what people changed in answers that went out as DOCX, and takes it over on request.</summary>
internal static class CompareVerb
{
    public static Command Create()
    {
        var dossier = new Argument<string>("DOSSIER") { Description = "Map van het dossier." };
        var file = new Argument<string>("BESTAND") { Description = "De bewerkte antwoorden (docx)." };
        var take = new Option<bool>("--overnemen") { Description = "Neem de wijzigingen over in teksten/." };
        var command = new Command("vergelijk", "Toon wat in bewerkte antwoorden is veranderd.") { dossier, file, take };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var folder = parsed.GetValue(dossier)!;
            var changes = EditedAnswers.Compare(folder, parsed.GetValue(file)!);
            foreach (var change in changes)
            {
                Print(change);
            }

            if (!parsed.GetValue(take))
            {
                Console.WriteLine(changes.IsEmpty ? "Geen wijzigingen." : $"{changes.Length} wijzigingen. Neem ze over met --overnemen.");
                return changes.IsEmpty ? ExitCodes.Done : ExitCodes.NeedsPerson;
            }

            var left = AnswerTakeOver.Apply(folder, changes);
            Console.WriteLine($"{changes.Length - left.Length} overgenomen, {left.Length} te beoordelen.");
            return left.IsEmpty ? ExitCodes.Done : ExitCodes.NeedsPerson;
        }));
        return command;
    }

    private static void Print(AnswerChange change)
    {
        var what = change.Kind switch
        {
            ChangeKind.Changed => "gewijzigd",
            ChangeKind.Added => "toegevoegd",
            ChangeKind.Removed => "verwijderd",
            ChangeKind.AnswerRemoved => "antwoord verwijderd",
            ChangeKind.AnswerAdded => "antwoord toegevoegd",
            _ => "vraagtekst gewijzigd (dat mag niet)",
        };
        Console.WriteLine($"vraag {string.Join(", ", change.Questions)}: {what}{(change.Text is { } text ? $" ({text.Source})" : "")}");
        if (change.Before.Length > 0)
        {
            Console.WriteLine($"  - {change.Before}");
        }

        if (change.After.Length > 0)
        {
            Console.WriteLine($"  + {change.After}");
        }
    }
}
