using System.CommandLine;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary><c>woo run DOSSIER</c>: all stages. <c>woo package</c> is the same: what earlier stages left in the workspace isn't done again.</summary>
internal static class RunVerb
{
    public static Command Create(string name)
    {
        var dossier = new Argument<string>("DOSSIER") { Description = "Map van het dossier (met daarin bronnen/)." };
        var output = new Option<string>("--out") { Description = "Map voor publicatie/ en intern/ (standaard: uit/ in het dossier)." };
        var jobs = new Option<int>("--jobs") { Description = "Hoeveel documenten tegelijk (standaard: één per processorkern)." };
        var json = new Option<bool>("--json") { Description = "Schrijf het resultaat als JSON." };
        var progress = new Option<bool>("--progress-json") { Description = "Schrijf de voortgang als JSON-regels op de standaardfoutuitvoer." };
        var native = new Option<bool>("--native") { Description = "Publiceer ook het gelakte docx- of xlsx-bestand zelf." };
        var frozen = new Option<bool>("--frozen") { Description = "Stop als een passage nog een besluit van een mens nodig heeft." };
        var minutes = new Option<double>("--leestijd") { Description = "Minuten die het lezen van een document mag duren (standaard: 5)." };
        var megabytes = new Option<int>("--leesgeheugen") { Description = "MB geheugen die het lezen van een bestand mag kosten (standaard: 2048)." };
        var cluster = new ClusterArguments();
        var command = new Command(name, "Maak van een dossier een gecontroleerd publicatiepakket.") { dossier, output, jobs, json, progress, native, frozen, minutes, megabytes, cluster.Broker, cluster.Store };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            using var stop = new StopSignal();
            var options = new RunOptions
            {
                Dossier = parsed.GetValue(dossier)!,
                Out = parsed.GetValue(output) ?? "",
                Jobs = parsed.GetValue(jobs),
                Native = parsed.GetValue(native),
                Frozen = parsed.GetValue(frozen),
                Apart = ReadApartVerb.Reading(parsed.GetValue(minutes), parsed.GetValue(megabytes)),
                Stop = stop.Token,
            };
            var outcome = ProgressView.Show(parsed.GetValue(json), parsed.GetValue(progress), observer => cluster.Run(parsed, options, observer));
            RunReport.Print(outcome, parsed.GetValue(json));
            return outcome.ExitCode;
        }));
        return command;
    }
}
