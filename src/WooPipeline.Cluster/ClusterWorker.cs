using System.Collections.Concurrent;
using System.Diagnostics;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>Does tasks of runs, as many at once as it has jobs, until it is asked to stop; then it ends those in hand.</summary>
public sealed class ClusterWorker : IDisposable
{
    private const string CountHeader = "x-delivery-count";
    private const int IdLength = 4;
    private static readonly TimeSpan BetweenTelling = TimeSpan.FromMilliseconds(20);

    private readonly ClusterOptions options;
    private readonly BrokerAddress address;
    private readonly Store store;
    private readonly Topology topology;
    private readonly DossierTasks tasks = new();
    private readonly WorkDesk desk;
    private readonly Roll roll;
    private readonly string id = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(IdLength / 2));
    private readonly ConcurrentQueue<(string Run, string Task)> toTell = new();
    private readonly SemaphoreSlim toTellMore = new(0);
    private readonly ConcurrentDictionary<string, int> failures = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A worker that does what runs ask.</summary>
    /// <exception cref="DossierException">Broker or store can't be used.</exception>
    public ClusterWorker(ClusterOptions options)
        : this(options, null, null)
    {
    }

    internal ClusterWorker(ClusterOptions options, Action<TaskCall, ITaskFiles, Stream>? work, WorkerTrial? trial)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        address = BrokerAddress.Read(options.Broker, Environment.GetEnvironmentVariable);
        store = Store.Open(options.Store, options.Patience);
        topology = new Topology(store, "");
        desk = new WorkDesk(store, work ?? tasks.Do, options.Parallelism, trial ?? WorkerTrial.Read(Environment.GetEnvironmentVariable, options.Say), Failed);
        roll = new Roll(Now(), options.Say);
    }

    /// <summary>How many tasks it has done.</summary>
    public long Done => desk.Done;

    /// <summary>Works until asked to stop.</summary>
    /// <exception cref="DossierException">Broker or store can't be used any more.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        options.Say($"Werker {id} wacht op taken ({options.Parallelism} tegelijk; versie {Topology.Build}, {(DossierTasks.Tools.Length > 0 ? "met " + DossierTasks.Tools : "zonder tesseract en LibreOffice")}).");
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var link = new BrokerLink(address, options.Patience, options.Say).RunAsync(UseAsync, ending.Token);
        if (await Task.WhenAny(link, failed.Task).ConfigureAwait(false) == failed.Task)
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await link.ConfigureAwait(false);
            await failed.Task.ConfigureAwait(false);
        }

        await link.ConfigureAwait(false);
        options.Say($"Werker {id} is gestopt; {desk.Done} taken gedaan.");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        toTellMore.Dispose();
        desk.Dispose();
        tasks.Dispose();
    }

    private Hello Now() => new(true, id, Topology.Build, DossierTasks.Tools, topology.StoreName, options.Parallelism, desk.InHand, desk.Done);

    private async Task UseAsync(IConnection connection, CancellationToken broken)
    {
        var jobs = (ushort)options.Parallelism;
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(false, false, null, jobs), broken).ConfigureAwait(false);
        await using var plain = await connection.CreateChannelAsync(null, broken).ConfigureAwait(false);
        using var closed = CancellationTokenSource.CreateLinkedTokenSource(broken);
        channel.ChannelShutdownAsync += (_, _) => CancelAsync(closed);
        await topology.DeclareAsync(channel, closed.Token).ConfigureAwait(false);
        await PresenceQueue.ListenAsync(plain, roll, closed.Token).ConfigureAwait(false);
        await channel.BasicQosAsync(0, jobs, false, closed.Token).ConfigureAwait(false);
        var hands = new ConcurrentDictionary<ulong, Task>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, e) =>
        {
            var hand = HandleAsync(channel, TaskMessage.Read(e.Body.Span), e.DeliveryTag, TimesBack(e));
            hands[e.DeliveryTag] = hand;
            return hand.ContinueWith(_ => hands.TryRemove(e.DeliveryTag, out var _), TaskScheduler.Default);
        };
        var tag = await channel.BasicConsumeAsync(topology.Tasks, false, consumer, closed.Token).ConfigureAwait(false);
        await TellAsync(plain, closed.Token).ConfigureAwait(false);
        if (channel.IsOpen && !failed.Task.IsCompleted)
        {
            // Asked to stop: what is in hand is ended and told, and nothing new is taken.
            await channel.BasicCancelAsync(tag, cancellationToken: CancellationToken.None).ConfigureAwait(false);
            await Task.WhenAll(hands.Values).ConfigureAwait(false);
            await TellDoneAsync(plain).ConfigureAwait(false);
        }
    }

    private static Task CancelAsync(CancellationTokenSource source)
    {
        try
        {
            return source.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // Given up already.
            return Task.CompletedTask;
        }
    }

    /// <summary>Does the tasks of a message and takes it off the queue once their results are in the store.</summary>
    private async Task HandleAsync(IChannel channel, TaskMessage? message, ulong tag, long timesBack)
    {
        try
        {
            if (message is not null)
            {
                if (timesBack > 0 && (message.Tried + timesBack >= Topology.MostDeliveries ? !store.HasResult(message.Task) : desk.MustPart(message)))
                {
                    await GiveBackAsync(channel, tag, again: false).ConfigureAwait(false);
                    return;
                }

                await desk.DoAsync(message, message.Tried + timesBack > 0).ConfigureAwait(false);
                toTell.Enqueue((message.Run, message.Task));
                toTellMore.Release();
            }

            await channel.BasicAckAsync(tag, false).ConfigureAwait(false);
        }
        catch (DossierException e)
        {
            // The store can't be used: nothing is done until a person acts. The tasks go back as they are.
            failed.TrySetException(e);
        }
        catch (Exception e) when (e is AlreadyClosedException or OperationInterruptedException or ObjectDisposedException)
        {
            // The connection broke: the task is handed out again, and its result is found.
        }
        catch (Exception e)
        {
            Failed(e);
            var tries = failures.AddOrUpdate(message!.Task, 1, (_, n) => n + 1);
            await GiveBackAsync(channel, tag, again: message.Tried + Math.Max(tries, timesBack + 1) < Topology.MostDeliveries).ConfigureAwait(false);
        }
    }

    /// <summary>Tells the kind alone: a message can quote a document.</summary>
    private void Failed(Exception e) => options.Say($"Een taak mislukte ({e.GetType().Name}) en wordt opnieuw geprobeerd.");

    /// <summary>How often a task was handed out before; brokers differ in what they count.</summary>
    private static long TimesBack(BasicDeliverEventArgs e) =>
        e.BasicProperties.Headers?.TryGetValue(CountHeader, out var count) == true ? Convert.ToInt64(count, null) : e.Redelivered ? 1 : 0;

    private static async Task GiveBackAsync(IChannel channel, ulong tag, bool again)
    {
        try
        {
            await channel.BasicNackAsync(tag, false, again).ConfigureAwait(false);
        }
        catch (Exception e) when (e is AlreadyClosedException or OperationInterruptedException or ObjectDisposedException)
        {
            // It went back with the connection.
        }
    }

    /// <summary>Tells what is done, soon, and that we are there, now and then.</summary>
    private async Task TellAsync(IChannel channel, CancellationToken stop)
    {
        var toldAt = 0L;
        try
        {
            while (!stop.IsCancellationRequested)
            {
                await TellDoneAsync(channel).ConfigureAwait(false);
                if (toldAt == 0 || Stopwatch.GetElapsedTime(toldAt) > Hello.Beat)
                {
                    if (!store.IsSame())
                    {
                        failed.TrySetException(new DossierException("De gedeelde map (--store) is leeggemaakt of door een andere vervangen. Start de werker opnieuw."));
                        return;
                    }

                    await PresenceQueue.TellAsync(channel, Now(), stop).ConfigureAwait(false);
                    toldAt = Stopwatch.GetTimestamp();
                }

                await Task.Delay(BetweenTelling, stop).ConfigureAwait(false);
                await toTellMore.WaitAsync(Hello.Beat, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // A break, or asked to stop.
        }
    }

    private async Task TellDoneAsync(IChannel channel)
    {
        while (toTellMore.Wait(0))
        {
            // All that was counted is told below.
        }

        var byRun = new Dictionary<string, List<byte>>(StringComparer.Ordinal);
        while (toTell.TryDequeue(out var done))
        {
            if (!byRun.TryGetValue(done.Run, out var list))
            {
                byRun[done.Run] = list = [];
            }

            list.AddRange(Convert.FromHexString(done.Task));
        }

        foreach (var (run, list) in byRun)
        {
            await Topology.PublishDoneAsync(channel, run, list.ToArray(), CancellationToken.None).ConfigureAwait(false);
        }
    }
}
