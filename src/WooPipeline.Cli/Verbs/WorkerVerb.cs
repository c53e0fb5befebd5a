using System.CommandLine;
using WooPipeline.Cluster;

namespace WooPipeline.Cli;

/// <summary><c>woo worker</c>: does the work of runs on other machines, until it is stopped.</summary>
internal static class WorkerVerb
{
    public static Command Create()
    {
        var jobs = new Option<int>("--jobs") { Description = "Hoeveel documenten tegelijk (standaard: één per processorkern)." };
        var cluster = new ClusterArguments();
        var command = new Command("worker", "Doe het werk van runs die met --broker en --store zijn gestart, tot u stopt (Ctrl-C of SIGTERM).") { cluster.Broker, cluster.Store, jobs };
        command.SetAction(parsed => Guarded.Run(() =>
        {
            using var stop = new StopSignal();
            using var worker = new ClusterWorker(cluster.Read(parsed, parsed.GetValue(jobs)));
            worker.RunAsync(stop.Token).GetAwaiter().GetResult();
            return ExitCodes.Done;
        }));
        return command;
    }
}
