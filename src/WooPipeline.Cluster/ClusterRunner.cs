using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>
/// Has the tasks of a run done by workers on other machines. Broker, workers and this process may fall over at any moment: tasks lie in
/// a queue on the broker's disks until their result is in the store, and what is in the store is never asked for again.
/// </summary>
public sealed class ClusterRunner : ITaskRunner, IDisposable
{
    private const int HashLength = 32;
    private const int MostUnconfirmed = 256;
    private const ushort Prefetch = 100;
    private static readonly TimeSpan ConfirmTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StillAfter = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan CloseTime = TimeSpan.FromSeconds(10);

    private readonly ClusterOptions options;
    private readonly Action<string> workers;
    private readonly Store store;
    private readonly Topology topology;
    private readonly Hello hello;
    private readonly Roll roll;
    private readonly GivenUp givenUp;
    private readonly string run;
    private readonly CancellationTokenSource end = new();
    private readonly Task link;
    private volatile TaskCompletionSource<IChannel> ready = New();
    private volatile BatchRun? current;
    private DateTime warnedAt = DateTime.UtcNow;
    private volatile bool done;

    private ClusterRunner(ClusterOptions options, string dossier, Action<string> workers)
    {
        (this.options, this.workers) = (options, workers);
        var address = BrokerAddress.Read(options.Broker, Environment.GetEnvironmentVariable);
        store = Store.Open(options.Store, options.Patience);
        givenUp = new GivenUp(store);
        run = store.NameFor(Path.GetFullPath(dossier));
        topology = new Topology(store, run);
        hello = new Hello(false, run[..4], Topology.Build, DossierTasks.Tools, topology.StoreName, 0, 0, 0);
        roll = new Roll(hello, options.Say);
        link = Task.Run(() => new BrokerLink(address, options.Patience, options.Say).RunAsync(UseAsync, end.Token));
    }

    /// <summary>Opens store and broker.</summary>
    /// <param name="options">Where they are.</param>
    /// <param name="dossier">Folder of the dossier; the same folder is the same run.</param>
    /// <param name="workers">Hears every second who works, in Dutch.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <exception cref="DossierException">They can't be used.</exception>
    /// <exception cref="OperationCanceledException">Asked to stop before the broker was reached.</exception>
    public static ClusterRunner Open(ClusterOptions options, string dossier, Action<string> workers, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(workers);
        var runner = new ClusterRunner(options, dossier, workers);
        try
        {
            runner.ChannelAsync(stop).GetAwaiter().GetResult();
            return runner;
        }
        catch
        {
            runner.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public string Share(ReadOnlyMemory<byte> content) => store.Put(content);

    /// <inheritdoc/>
    public bool ShareFile(string path, string sha256) => store.PutFile(path, sha256);

    /// <inheritdoc/>
    public bool Has(FilePart part) => store.Has(part);

    /// <inheritdoc/>
    public void Run(TaskBatch batch, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(batch);
        using var now = new BatchRun(batch, store, givenUp, run, PublishAsync, stop);
        current = now;
        warnedAt = DateTime.UtcNow;
        try
        {
            now.Run(options.Parallelism, () => Beat(now));
        }
        finally
        {
            current = null;
            workers("");
        }
    }

    /// <summary>Notes that the run has ended well: its queue isn't kept.</summary>
    public void Complete() => done = true;

    /// <inheritdoc/>
    public void Dispose()
    {
        end.Cancel();
        try
        {
            link.Wait(CloseTime);
        }
        catch (AggregateException)
        {
            // Told already to whoever asked for the channel.
        }

        end.Dispose();
    }

    private static TaskCompletionSource<IChannel> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task UseAsync(IConnection connection, CancellationToken broken)
    {
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true, new ThrottlingRateLimiter(MostUnconfirmed)), broken).ConfigureAwait(false);
        await using var plain = await connection.CreateChannelAsync(null, broken).ConfigureAwait(false);
        using var closed = CancellationTokenSource.CreateLinkedTokenSource(broken);
        channel.ChannelShutdownAsync += (_, _) => CancelAsync(closed);
        plain.ChannelShutdownAsync += (_, _) => CancelAsync(closed);
        connection.ConnectionBlockedAsync += (_, _) =>
        {
            options.Say("De broker neemt niets aan: hij heeft te weinig geheugen of schijf. De run wacht.");
            return Task.CompletedTask;
        };
        await topology.DeclareAsync(channel, closed.Token).ConfigureAwait(false);
        await topology.DeclareAnswersAsync(channel, closed.Token).ConfigureAwait(false);
        await PresenceQueue.ListenAsync(plain, roll, closed.Token).ConfigureAwait(false);
        var answers = new AsyncEventingBasicConsumer(plain);
        answers.ReceivedAsync += (_, e) => HearAsync(plain, e);
        await plain.BasicQosAsync(0, Prefetch, false, closed.Token).ConfigureAwait(false);
        await plain.BasicConsumeAsync(topology.Answers, false, answers, closed.Token).ConfigureAwait(false);
        ready.TrySetResult(channel);
        try
        {
            while (!closed.IsCancellationRequested)
            {
                await PresenceQueue.TellAsync(plain, hello, closed.Token).ConfigureAwait(false);
                await Task.Delay(Hello.Beat, closed.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // A break, or the end.
        }
        finally
        {
            ready = New();
        }

        if (done && channel.IsOpen)
        {
            await channel.QueueDeleteAsync(topology.Answers, cancellationToken: CancellationToken.None).ConfigureAwait(false);
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

    private async Task HearAsync(IChannel channel, BasicDeliverEventArgs e)
    {
        if (Topology.IsDead(e.Exchange))
        {
            var message = TaskMessage.Read(e.Body.Span);
            if (message is not null)
            {
                await Task.Run(() => GiveUp(message)).ConfigureAwait(false);
            }
        }
        else
        {
            for (var at = 0; at + HashLength <= e.Body.Length; at += HashLength)
            {
                current?.Announce(Convert.ToHexStringLower(e.Body.Span.Slice(at, HashLength)));
            }
        }

        await channel.BasicAckAsync(e.DeliveryTag, false).ConfigureAwait(false);
    }

    private void GiveUp(TaskMessage message)
    {
        if (current is { } waiting)
        {
            waiting.GiveUp(message);
        }
        else
        {
            givenUp.Note(message);
        }
    }

    /// <summary>The channel; waits for one after a break.</summary>
    private async Task<IChannel> ChannelAsync(CancellationToken stop)
    {
        var channel = ready.Task;
        if (await Task.WhenAny(channel, link).WaitAsync(stop).ConfigureAwait(false) == link)
        {
            await link.ConfigureAwait(false);
            throw new OperationCanceledException();
        }

        return await channel.ConfigureAwait(false);
    }

    private async Task PublishAsync(IReadOnlyList<TaskMessage> messages, CancellationToken stop)
    {
        while (messages.Count > 0)
        {
            var channel = await ChannelAsync(stop).ConfigureAwait(false);
            try
            {
                await Task.WhenAll(messages.Select(m => topology.PublishTaskAsync(channel, m, stop).AsTask())).WaitAsync(ConfirmTime, stop).ConfigureAwait(false);
                return;
            }
            catch (Exception e) when (e is AlreadyClosedException or OperationInterruptedException or PublishException or IOException or TimeoutException || (e is OperationCanceledException && !stop.IsCancellationRequested))
            {
                // Not all was confirmed; what is published twice is done once.
                await Task.Delay(Retry, stop).ConfigureAwait(false);
            }
        }
    }

    private void Beat(BatchRun now)
    {
        if (link.IsFaulted)
        {
            link.GetAwaiter().GetResult();
        }

        workers(roll.Line);
        if (roll.Workers == 0 && now.Idle > StillAfter && DateTime.UtcNow - warnedAt > StillAfter)
        {
            warnedAt = DateTime.UtcNow;
            options.Say($"Er is geen werker van deze versie ({Topology.Build}). Start op een of meer machines 'woo worker' met dezelfde --broker en --store.");
        }

        if (now.Idle > StillAfter && roll is { Workers: > 0, InHand: 0 } && ready.Task is { IsCompletedSuccessfully: true })
        {
            // Workers are there and have nothing to do: what we wait for was lost on its way.
            now.PublishAgain();
        }
    }
}
