using System.Security.Cryptography;
using System.Text;
using RabbitMQ.Client;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>
/// The queues and exchanges. The queue of tasks is one for each build and store, so that a worker of another build never sees a task;
/// quorum queues are on the disks of the broker's machines and count deliveries. Names hold hashes alone.
/// </summary>
internal sealed class Topology(Store store, string run)
{
    /// <summary>How often a task is handed out.</summary>
    public const int MostDeliveries = 3;

    private const string DoneExchange = "woo.gedaan";
    private const string DeadExchange = "woo.gestopt";
    private const int ShortLength = 12;

    /// <summary>A queue that nobody used for two weeks goes, in milliseconds: that of an older build, that of a run that was given up.</summary>
    private const int Unused = 14 * 24 * 60 * 60 * 1000;

    /// <summary>Build and programs of this machine, short: of what does the tasks, and of this room.</summary>
    public static string Build { get; } = Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{DossierTasks.Identity} {typeof(Topology).Module.ModuleVersionId:N}")))[..ShortLength];

    /// <summary>Exchange where runs and workers tell that they are there.</summary>
    public const string Presence = "woo.aanwezig";

    /// <summary>Short name of the store.</summary>
    public string StoreName { get; } = store.NameFor("")[..ShortLength];

    /// <summary>Queue of tasks.</summary>
    public string Tasks => $"woo.taken.{Build}.{StoreName}";

    /// <summary>Queue of what a run hears of its tasks.</summary>
    public string Answers => $"woo.run.{run}";

    /// <summary>What tasks are published to.</summary>
    private string TaskExchange => $"woo.taken.{Build}.{StoreName}";

    /// <summary>Makes what isn't there yet.</summary>
    public async Task DeclareAsync(IChannel channel, CancellationToken stop)
    {
        await channel.ExchangeDeclareAsync(DoneExchange, ExchangeType.Direct, durable: true, cancellationToken: stop).ConfigureAwait(false);
        await channel.ExchangeDeclareAsync(DeadExchange, ExchangeType.Direct, durable: true, cancellationToken: stop).ConfigureAwait(false);
        await channel.ExchangeDeclareAsync(Presence, ExchangeType.Fanout, durable: true, cancellationToken: stop).ConfigureAwait(false);
        await channel.ExchangeDeclareAsync(TaskExchange, ExchangeType.Topic, durable: true, autoDelete: true, cancellationToken: stop).ConfigureAwait(false);
        await channel.QueueDeclareAsync(Tasks, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>
        {
            ["x-queue-type"] = "quorum",
            // It counts what came back, and gives up on the one after: the first delivery isn't counted.
            ["x-delivery-limit"] = MostDeliveries - 1,
            ["x-dead-letter-exchange"] = DeadExchange,
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
            ["x-expires"] = Unused,
        }, cancellationToken: stop).ConfigureAwait(false);
        await channel.QueueBindAsync(Tasks, TaskExchange, "#", cancellationToken: stop).ConfigureAwait(false);
    }

    /// <summary>Makes the queue of this run.</summary>
    public async Task DeclareAnswersAsync(IChannel channel, CancellationToken stop)
    {
        await channel.QueueDeclareAsync(Answers, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>
        {
            ["x-queue-type"] = "quorum",
            ["x-expires"] = Unused,
        }, cancellationToken: stop).ConfigureAwait(false);
        await channel.QueueBindAsync(Answers, DoneExchange, run, cancellationToken: stop).ConfigureAwait(false);
        await channel.QueueBindAsync(Answers, DeadExchange, run, cancellationToken: stop).ConfigureAwait(false);
    }

    /// <summary>True for a message that the broker gave up on.</summary>
    public static bool IsDead(string exchange) => exchange == DeadExchange;

    /// <summary>Publishes a task.</summary>
    public ValueTask PublishTaskAsync(IChannel channel, TaskMessage message, CancellationToken stop) =>
        channel.BasicPublishAsync(TaskExchange, message.Run, mandatory: true, new BasicProperties { DeliveryMode = DeliveryModes.Persistent }, message.ToBytes(), stop);

    /// <summary>Tells a run that tasks are done.</summary>
    /// <param name="channel">Where to.</param>
    /// <param name="to">The run.</param>
    /// <param name="tasks">Their hashes, 32 bytes each.</param>
    /// <param name="stop">Gives up.</param>
    public static ValueTask PublishDoneAsync(IChannel channel, string to, ReadOnlyMemory<byte> tasks, CancellationToken stop) =>
        channel.BasicPublishAsync(DoneExchange, to, mandatory: false, new BasicProperties { DeliveryMode = DeliveryModes.Transient }, tasks, stop);
}
