using System.Collections.Concurrent;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>Does the tasks that a worker is handed: once, however often they are handed out, and with the result in the store before it is told.</summary>
internal sealed class WorkDesk : IDisposable
{
    private const int MostSheets = 16;
    private readonly Store store;
    private readonly Action<TaskCall, ITaskFiles, Stream> work;
    private readonly WorkerTrial trial;
    private readonly Lanes lanes;
    private readonly WorkerFolder folder = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> inHand = new(StringComparer.Ordinal);
    private readonly List<(string Hash, Sheet Sheet)> sheets = [];
    private readonly Lock gate = new();
    private long done;

    public WorkDesk(Store store, Action<TaskCall, ITaskFiles, Stream> work, int jobs, WorkerTrial trial)
    {
        (this.store, this.work, this.trial) = (store, work, trial);
        lanes = new Lanes(jobs);
    }

    /// <summary>How many tasks are in hand.</summary>
    public int InHand => inHand.Count;

    /// <summary>How many tasks were done.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>Does a task, unless it is done; waits for it where it is in hand.</summary>
    /// <param name="message">The task.</param>
    /// <param name="cameBack">True where it was handed out before.</param>
    public async Task DoAsync(TaskMessage message, bool cameBack)
    {
        if (cameBack && store.HasResult(message.Task))
        {
            return;
        }

        var mine = new Lazy<Task<bool>>(() => lanes.RunAsync(cameBack, () => Do(message, cameBack)));
        var task = inHand.GetOrAdd(message.Task, mine);
        try
        {
            await task.Value.ConfigureAwait(false);
        }
        finally
        {
            inHand.TryRemove(new KeyValuePair<string, Lazy<Task<bool>>>(message.Task, task));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lanes.Dispose();
        folder.Dispose();
    }

    private bool Do(TaskMessage message, bool alone)
    {
        if (store.HasResult(message.Task))
        {
            return false;
        }

        var sheet = SheetOf(message.Sheet);
        var call = new TaskCall(sheet.Stage, sheet.Shared, sheet.Inputs[message.Place]);
        if (Sheet.TaskOf(Topology.Build, call.Stage, call.Shared, call.Input) != message.Task)
        {
            throw new InvalidDataException("A task isn't the one that was asked for.");
        }

        if (alone)
        {
            store.NoteLone(message.Task, ended: false);
        }

        trial.Begin(call.Stage, message.Task);
        using var result = new Spool();
        using (var files = new WorkerFiles(store, folder.Path))
        {
            work(call, files, result);
        }

        store.WriteResult(message.Task, result);
        Interlocked.Increment(ref done);
        if (alone)
        {
            store.NoteLone(message.Task, ended: true);
        }

        return true;
    }

    private Sheet SheetOf(string hash)
    {
        lock (gate)
        {
            if (sheets.FindIndex(s => s.Hash == hash) is >= 0 and var place)
            {
                return sheets[place].Sheet;
            }
        }

        var sheet = Sheet.Read(store.Read(hash));
        lock (gate)
        {
            sheets.Add((hash, sheet));
            if (sheets.Count > MostSheets)
            {
                sheets.RemoveAt(0);
            }
        }

        return sheet;
    }
}
