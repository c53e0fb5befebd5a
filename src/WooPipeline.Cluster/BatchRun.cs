using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>
/// One batch on its way: lays the inputs out in sheets, has each published as one message, and takes each result in once. What the store
/// holds already isn't asked for again, so that a run that was stopped goes on where it was. A sheet that comes back is parted: its tasks
/// go one by one, so that the one to blame is found and the others aren't tried with it again.
/// </summary>
internal sealed class BatchRun : IDisposable
{
    private const int MostOut = 512;
    private const int MostLooks = 100;
    private const int MostSpared = 2;
    private static readonly TimeSpan LookAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan GoneAfter = TimeSpan.FromSeconds(90);

    private readonly TaskBatch batch;
    private readonly Store store;
    private readonly string run;
    private readonly Func<IReadOnlyList<TaskMessage>, CancellationToken, Task> publish;
    private readonly ConcurrentDictionary<string, Pending> pending = new(StringComparer.Ordinal);
    private readonly BlockingCollection<Pending> announced = [];
    private readonly SemaphoreSlim window = new(MostOut);
    private readonly CancellationTokenSource stop;
    private readonly ManualResetEventSlim ended = new();
    private readonly GivenUp givenUp;
    private readonly Layout layout;
    private int left;
    private ExceptionDispatchInfo? fault;
    private long progressAt = Stopwatch.GetTimestamp();

    /// <summary>A batch that has not begun.</summary>
    public BatchRun(TaskBatch batch, Store store, GivenUp givenUp, string run, Func<IReadOnlyList<TaskMessage>, CancellationToken, Task> publish, CancellationToken stop)
    {
        (this.batch, this.store, this.givenUp, this.run, this.publish) = (batch, store, givenUp, run, publish);
        this.stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        left = batch.Count;
        layout = new Layout(batch);
    }

    /// <summary>Time since a result was last announced or taken in.</summary>
    public TimeSpan Idle => Stopwatch.GetElapsedTime(Volatile.Read(ref progressAt));

    /// <summary>Does the batch.</summary>
    /// <param name="threads">How many inputs are laid out, and how many results taken in, at once.</param>
    /// <param name="beat">Done every second while it lasts.</param>
    public void Run(int threads, Action beat)
    {
        if (left == 0)
        {
            return;
        }

        var all = Enumerable.Range(0, threads).SelectMany(_ => new[] { Start(LayOut), Start(TakeIn) }).ToArray();
        try
        {
            while (!ended.Wait(TimeSpan.FromSeconds(1)) && !stop.IsCancellationRequested)
            {
                beat();
                Look();
            }
        }
        finally
        {
            stop.Cancel();
            announced.CompleteAdding();
            foreach (var thread in all)
            {
                thread.Join();
            }
        }

        fault?.Throw();
        if (Volatile.Read(ref left) > 0)
        {
            throw new OperationCanceledException();
        }
    }

    /// <summary>Hears that tasks are done.</summary>
    public void Announce(string task)
    {
        if (pending.TryGetValue(task, out var known))
        {
            known.AnnouncedAt = Stopwatch.GetTimestamp();
            Volatile.Write(ref progressAt, known.AnnouncedAt);
            Queue(known);
        }
    }

    /// <summary>
    /// Hears that the broker gave up on tasks. Those of a sheet go one by one from here on. One that was tried alone and never ended is to
    /// blame itself; where it wasn't alone it may have fallen with another beside it, and gets another chance.
    /// </summary>
    public void GiveUp(TaskMessage message)
    {
        if (!pending.TryGetValue(message.Task, out var known))
        {
            Guarded(() => givenUp.Note(message));
            return;
        }

        if (!known.TryTake())
        {
            return;
        }

        Guarded(() =>
        {
            if (store.HasResult(message.Task))
            {
                known.GiveBack();
                Queue(known);
            }
            else if (message.IsAll)
            {
                givenUp.Part(message.Task);
                Part(known, SheetOf(known), WantedOf(known), 1);
            }
            else if (store.WasLone(message.Task) || known.Spared >= MostSpared)
            {
                givenUp.Stop(message.Task);
                Stop(known);
            }
            else
            {
                known.Spared++;
                known.GiveBack();
                Again([known]);
            }
        });
    }

    /// <summary>Publishes again what no one seems to have.</summary>
    public void PublishAgain() => Guarded(() => Again([.. pending.Values.Where(p => !p.IsTaken)]));

    /// <inheritdoc/>
    public void Dispose()
    {
        layout.Dispose();
        announced.Dispose();
        window.Dispose();
        stop.Dispose();
        ended.Dispose();
    }

    private Thread Start(Action work)
    {
        var thread = new Thread(() => Guarded(work)) { IsBackground = true, Name = work.Method.Name };
        thread.Start();
        return thread;
    }

    /// <summary>Keeps the first fault, and ends the batch with it.</summary>
    private void Guarded(Action work)
    {
        try
        {
            work();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The batch has ended.
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref fault, ExceptionDispatchInfo.Capture(e), null);
            stop.Cancel();
            ended.Set();
        }
    }

    private void LayOut()
    {
        foreach (var (inputs, numbers) in layout.Sheets(EndOne, stop.Token))
        {
            Send(inputs, numbers);
        }
    }

    private void Send(List<byte[]> inputs, List<int> numbers)
    {
        window.Wait(stop.Token);
        var sheet = new Sheet(batch.Stage, batch.Shared, [.. inputs]);
        var hash = store.Put(sheet.ToBytes());
        var message = inputs.Count == 1 ? new TaskMessage(run, sheet.TaskAt(0), hash, 0, 0) : new TaskMessage(run, Sheet.TaskOfAll(Topology.Build, hash), hash, TaskMessage.All, 0);
        var known = Add(new Pending(message, [.. numbers], isWide: true));
        if (message.IsAll && !store.HasResult(message.Task) && MustPart(sheet, known))
        {
            // A worker of an earlier run may end it at this very moment: then its results are on their way in.
            if (known.TryTake())
            {
                Part(known, sheet, WantedOf(known), givenUp.IsParted(message.Task) ? 1 : 0);
            }
        }
        else
        {
            Begin([known]);
        }
    }

    /// <summary>True where tasks go one by one: one of them took a worker down before, or what another run had done of them lies under their own names.</summary>
    private bool MustPart(Sheet sheet, Pending known) =>
        givenUp.IsParted(known.Message.Task) || known.Numbers.Contains(Pending.NotWanted)
        || (givenUp.AnyStopped && Enumerable.Range(0, known.Numbers.Length).Any(i => givenUp.IsStopped(sheet.TaskAt(i))));

    private static IEnumerable<int> WantedOf(Pending known) => Enumerable.Range(0, known.Numbers.Length).Where(i => known.Numbers[i] != Pending.NotWanted);

    /// <summary>Has tasks of a sheet done one by one from here on.</summary>
    private void Part(Pending known, Sheet sheet, IEnumerable<int> places, int tried)
    {
        var parts = places.Select(i => Add(new Pending(new TaskMessage(run, sheet.TaskAt(i), known.Message.Sheet, i, tried), [known.Numbers[i]], isWide: false))).ToList();
        Remove(known);
        Begin(parts);
    }

    private Pending Add(Pending known) => pending.TryAdd(known.Message.Task, known) ? known : throw new InvalidOperationException("Two tasks of a batch are the same.");

    private void Remove(Pending known)
    {
        pending.TryRemove(known.Message.Task, out _);
        if (known.IsWide)
        {
            window.Release();
        }
    }

    /// <summary>Takes in what the store holds, and publishes the rest.</summary>
    private void Begin(IReadOnlyList<Pending> tasks)
    {
        var messages = new List<TaskMessage>();
        foreach (var task in tasks)
        {
            if (store.HasResult(task.Message.Task))
            {
                Queue(task);
            }
            else if (givenUp.IsStopped(task.Message.Task))
            {
                if (task.TryTake())
                {
                    Stop(task);
                }
            }
            else
            {
                task.IsPublished = true;
                messages.Add(task.Message);
            }
        }

        publish(messages, stop.Token).GetAwaiter().GetResult();
    }

    private void Again(List<Pending> tasks)
    {
        foreach (var task in tasks)
        {
            (task.IsPublished, task.PublishedAt, task.AnnouncedAt) = (true, Stopwatch.GetTimestamp(), 0);
        }

        Volatile.Write(ref progressAt, Stopwatch.GetTimestamp());
        publish([.. tasks.Select(t => t.Message)], stop.Token).GetAwaiter().GetResult();
    }

    /// <summary>Looks in the store for results of which no word came, and for those whose word came before they could be read.</summary>
    private void Look()
    {
        var waiting = pending.Values.Where(p => !p.IsTaken && (p.AnnouncedAt > 0 || Stopwatch.GetElapsedTime(p.PublishedAt) > LookAfter))
            .OrderByDescending(p => p.AnnouncedAt > 0).ThenBy(p => p.PublishedAt).Take(MostLooks).ToList();
        Guarded(() =>
        {
            foreach (var task in waiting)
            {
                if (store.HasResult(task.Message.Task))
                {
                    Queue(task);
                }
            }

            var gone = waiting.Where(p => p.AnnouncedAt > 0 && !p.IsTaken && Stopwatch.GetElapsedTime(p.AnnouncedAt) > GoneAfter).ToList();
            if (gone.Count > 0)
            {
                Again(gone);
            }
        });
    }

    private void Queue(Pending task)
    {
        if (!announced.IsAddingCompleted && task.TryTake())
        {
            announced.Add(task);
        }
    }

    private void TakeIn()
    {
        foreach (var task in announced.GetConsumingEnumerable(stop.Token))
        {
            using var result = store.OpenResult(task.Message.Task);
            if (result is null)
            {
                // Not to be seen yet over the network, or not whole; the next look finds it, or has it made again.
                task.AnnouncedAt = task.AnnouncedAt > 0 ? task.AnnouncedAt : Stopwatch.GetTimestamp();
                task.GiveBack();
                if (!task.IsPublished)
                {
                    Again([task]);
                }

                continue;
            }

            using var results = new ResultReader(result);
            Take(task, results);
            Volatile.Write(ref progressAt, Stopwatch.GetTimestamp());
        }
    }

    private void Take(Pending task, ResultReader results)
    {
        if (results.Count != task.Numbers.Length)
        {
            throw new InvalidDataException("A file of results isn't that of its tasks.");
        }

        var failed = new List<int>();
        foreach (var place in WantedOf(task))
        {
            if (results.HasFailed(place))
            {
                failed.Add(place);
                continue;
            }

            batch.Done(task.Numbers[place], new TaskOutput(Store.NameOfResult(task.Message.Task), results.OffsetOf(place), results.At(place)));
            EndOne();
        }

        if (failed.Count == 0)
        {
            Remove(task);
        }
        else
        {
            Part(task, SheetOf(task), failed, 1);
        }
    }

    private Sheet SheetOf(Pending task) => Sheet.Read(store.Read(task.Message.Sheet));

    /// <summary>Ends a task that isn't tried any more.</summary>
    private void Stop(Pending task)
    {
        batch.Done(task.Numbers[0], null);
        Remove(task);
        EndOne();
    }

    private void EndOne()
    {
        if (Interlocked.Decrement(ref left) == 0)
        {
            ended.Set();
        }
    }
}
