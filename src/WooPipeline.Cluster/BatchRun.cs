using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>
/// One batch on its way: lays the inputs out in sheets, has the tasks published, and takes each result in once. What the store holds
/// already isn't asked for again, so that a run that was stopped goes on where it was.
/// </summary>
internal sealed class BatchRun : IDisposable
{
    private const int MostOut = 4_096;
    private const int MostOnSheet = 64;
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
    private readonly HashSet<string> stopped;
    private int left;
    private int nextSheet = -1;
    private ExceptionDispatchInfo? fault;
    private long progressAt = Stopwatch.GetTimestamp();

    /// <summary>A batch that has not begun.</summary>
    public BatchRun(TaskBatch batch, Store store, string run, Func<IReadOnlyList<TaskMessage>, CancellationToken, Task> publish, CancellationToken stop)
    {
        (this.batch, this.store, this.run, this.publish) = (batch, store, run, publish);
        this.stop = CancellationTokenSource.CreateLinkedTokenSource(stop);
        left = batch.Count;
        stopped = store.Stopped();
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
    /// Hears that the broker gave up on a task. Where it was tried alone and never ended, it is to blame; where not, it may have fallen
    /// with another beside it, and gets another chance.
    /// </summary>
    /// <returns>False where the task isn't waited for.</returns>
    public bool GiveUp(string task)
    {
        if (!pending.TryGetValue(task, out var known))
        {
            return false;
        }

        if (!known.TryTake())
        {
            return true;
        }

        Guarded(() =>
        {
            if (store.HasResult(task))
            {
                known.GiveBack();
                Queue(known);
            }
            else if (store.WasLone(task) || known.Spared >= MostSpared)
            {
                store.NoteStopped(task);
                End(known, () => batch.Done(known.Number, "", null));
            }
            else
            {
                known.Spared++;
                known.GiveBack();
                Again([known]);
            }
        });
        return true;
    }

    /// <summary>Publishes again what no one seems to have.</summary>
    public void PublishAgain() => Guarded(() => Again([.. pending.Values.Where(p => !p.IsTaken)]));

    /// <inheritdoc/>
    public void Dispose()
    {
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
        var size = Math.Clamp(batch.Count / MostOnSheet, 1, MostOnSheet);
        for (var first = Interlocked.Increment(ref nextSheet) * size; first < batch.Count; first = Interlocked.Increment(ref nextSheet) * size)
        {
            var inputs = ImmutableArray.CreateBuilder<byte[]>();
            var numbers = new List<int>();
            for (var i = first; i < Math.Min(first + size, batch.Count); i++)
            {
                stop.Token.ThrowIfCancellationRequested();
                if (batch.Input(i) is { } input)
                {
                    inputs.Add(input);
                    numbers.Add(i);
                }
                else
                {
                    EndOne();
                }
            }

            if (inputs.Count > 0)
            {
                Send(new Sheet(batch.Stage, batch.Shared, inputs.ToImmutable()), numbers);
            }
        }
    }

    private void Send(Sheet sheet, List<int> numbers)
    {
        var tasks = sheet.Inputs.Select(i => Sheet.TaskOf(Topology.Build, sheet.Stage, sheet.Shared, i)).ToArray();
        var there = tasks.Select(store.HasResult).ToArray();
        var hash = store.Put(sheet.ToBytes());
        var messages = new List<TaskMessage>();
        for (var place = 0; place < tasks.Length; place++)
        {
            window.Wait(stop.Token);
            var known = new Pending(new TaskMessage(run, tasks[place], hash, place), numbers[place]);
            if (!pending.TryAdd(tasks[place], known))
            {
                throw new InvalidOperationException("Two tasks of a batch are the same.");
            }

            if (stopped.Contains(tasks[place]) && !there[place])
            {
                known.TryTake();
                End(known, () => batch.Done(known.Number, "", null));
            }
            else if (there[place])
            {
                Queue(known);
            }
            else
            {
                known.IsPublished = true;
                messages.Add(known.Message);
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

            End(task, () => batch.Done(task.Number, Store.NameOfResult(task.Message.Task), result));
        }
    }

    private void End(Pending task, Action done)
    {
        done();
        pending.TryRemove(task.Message.Task, out _);
        window.Release();
        Volatile.Write(ref progressAt, Stopwatch.GetTimestamp());
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
