using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary><c>woo read|detect|redact|render DOSSIER</c>: the stages one by one.</summary>
internal static class StageVerbs
{
    public static IEnumerable<Command> Create() =>
    [
        Verb("read", "Lees de bronnen en toon wat gelezen is en wat niet.", DossierStages.Read),
        Verb("detect", "Zoek persoonsgegevens en toon per document hoeveel er weggaan.", DossierStages.Detect),
        Verb("redact", "Lak de documenten als concept (concept/documenten), zonder controle.", DossierStages.Redact),
        Verb("render", "Maak nota, tabel, antwoorden en rapportage als concept, zonder controle.", DossierStages.Render),
    ];

    private static Command Verb(string name, string description, Func<RunOptions, IRunObserver, ImmutableArray<StageLine>> stage)
    {
        var dossier = new Argument<string>("DOSSIER") { Description = "Map van het dossier." };
        var output = new Option<string>("--out") { Description = "Map voor de uitvoer (standaard: uit/ in het dossier)." };
        var jobs = new Option<int>("--jobs") { Description = "Hoeveel documenten tegelijk (standaard: één per processorkern)." };
        var json = new Option<bool>("--json") { Description = "Schrijf het resultaat als JSON." };
        var command = new Command(name, description) { dossier, output, jobs, json };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            var options = new RunOptions { Dossier = parsed.GetValue(dossier)!, Out = parsed.GetValue(output) ?? "", Jobs = parsed.GetValue(jobs), Apart = ReadApartVerb.Reading() };
            var lines = stage(options, new SilentObserver());
            Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(lines, JsonSerializerOptions.Web)
                : string.Join(Environment.NewLine, lines.Select(l => $"{l.Id}  {l.Source}: {l.Message}")));
            return lines.Any(l => l.NeedsPerson) ? ExitCodes.NeedsPerson : ExitCodes.Done;
        }));
        return command;
    }
}
