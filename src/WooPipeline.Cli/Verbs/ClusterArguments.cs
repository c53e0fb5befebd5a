using System.CommandLine;
using WooPipeline.Cluster;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary>The options that make a run one on many machines.</summary>
internal sealed class ClusterArguments
{
    public Option<string> Broker { get; } = new("--broker")
    {
        Description = $"Adres van RabbitMQ (amqps://host) als werkers op andere machines het werk doen; naam en wachtwoord in {ClusterVariables}.",
    };

    public Option<string> Store { get; } = new("--store") { Description = "Map die alle machines kunnen lezen en schrijven (SMB, NFS)." };

    private const string ClusterVariables = "WOO_BROKER_USER en WOO_BROKER_PASSWORD of WOO_BROKER_PASSWORD_FILE";

    /// <summary>Does a run here, or by workers where a broker is given.</summary>
    /// <exception cref="DossierException">One of both options is missing, or they can't be used.</exception>
    public RunOutcome Run(ParseResult parsed, RunOptions options, IRunObserver observer)
    {
        if (parsed.GetValue(Broker) is null && parsed.GetValue(Store) is null)
        {
            return DossierRun.Execute(options, observer);
        }

        using var runner = ClusterRunner.Open(Read(parsed, options.Jobs), options.Dossier, observer.WorkersSeen, options.Stop);
        var outcome = DossierRun.Execute(options with { Tasks = runner }, observer);
        runner.Complete();
        return outcome;
    }

    /// <summary>Where the machines meet.</summary>
    /// <exception cref="DossierException">One of both options is missing.</exception>
    public ClusterOptions Read(ParseResult parsed, int jobs) => new()
    {
        Broker = parsed.GetValue(Broker) ?? throw new DossierException("Geef naast --store ook --broker op."),
        Store = parsed.GetValue(Store) ?? throw new DossierException("Geef naast --broker ook --store op: de map die alle machines kunnen bereiken."),
        Jobs = jobs,
        Say = Console.Error.WriteLine,
    };
}
