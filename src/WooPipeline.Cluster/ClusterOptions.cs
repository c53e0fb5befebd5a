namespace WooPipeline.Cluster;

/// <summary>Where the machines of a run meet.</summary>
public sealed record ClusterOptions
{
    /// <summary>Address of the broker: <c>amqps://host[:port][/vhost]</c>, without a password.</summary>
    public required string Broker { get; init; }

    /// <summary>Folder that all machines can read and write.</summary>
    public required string Store { get; init; }

    /// <summary>Tasks done at once, or results taken in at once; 0 for one a core.</summary>
    public int Jobs { get; init; }

    /// <summary>How long a broker or a store may be out of reach before a person is asked to act.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Hears what a person should know, in Dutch; never content of a document.</summary>
    public Action<string> Say { get; init; } = _ => { };

    /// <summary>How many at once.</summary>
    internal int Parallelism => Jobs > 0 ? Jobs : Environment.ProcessorCount;
}
