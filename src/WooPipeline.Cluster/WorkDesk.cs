using System.Collections.Concurrent;
using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>Does the tasks that a worker is handed: once, however often they are handed out, and with the result in the store before it is told.</summary>
internal sealed class WorkDesk : IDisposable
{
    private const int MostSheets = 4;
    private readonly Store store;
    private readonly Action<TaskCall, ITaskFiles, Stream> work;
    private readonly WorkerTrial trial;
    private readonly Action<Exception> failed;
    private readonly Lanes lanes;
    private readonly WorkerFolder folder = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> inHand = new(StringComparer.Ordinal);
    private readonly List<(string Hash, Sheet Sheet)> sheets = [];
    private readonly Lock gate = new();
    private long done;

    public WorkDesk(Store store, Action<TaskCall, ITaskFiles, Stream> work, int jobs, WorkerTrial trial, Action<Exception> failed)
    {
        (this.store, this.work, this.trial, this.failed) = (store, work, trial, failed);
        lanes = new Lanes(jobs);
    }

    /// <summary>How many messages are in hand.</summary>
    public int InHand => inHand.Count;

    /// <summary>How many tasks were done.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>
    /// True for tasks of a sheet that came back, and aren't done or in hand here: one of them may have taken a worker down, and which is found
    /// by trying them one by one.
    /// </summary>
    public bool MustPart(TaskMessage message) => message.IsAll && !inHand.ContainsKey(message.Task) && !store.HasResult(message.Task);

    /// <summary>Does the tasks of a message, unless they are done; waits for them where they are in hand.</summary>
    /// <param name="message">The message.</param>
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
        if (message.Task != (message.IsAll ? Sheet.TaskOfAll(Topology.Build, message.Sheet) : sheet.TaskAt(message.Place)))
        {
            throw new InvalidDataException("A task isn't the one that was asked for.");
        }

        if (alone)
        {
            store.NoteLone(message.Task, ended: false);
        }

        using (var results = new ResultWriter())
        {
            using var files = new WorkerFiles(store, folder.Path);
            if (message.IsAll)
            {
                DoAll(sheet, files, results);
            }
            else
            {
                DoOne(sheet, message.Place, files, results);
            }

            results.Close();
            store.WriteResult(message.Task, results.Content);
        }

        if (alone)
        {
            store.NoteLone(message.Task, ended: true);
        }

        return true;
    }

    /// <summary>Does all tasks of a sheet; one that fails is tried by itself later.</summary>
    private void DoAll(Sheet sheet, WorkerFiles files, ResultWriter results)
    {
        for (var place = 0; place < sheet.Inputs.Length; place++)
        {
            try
            {
                DoOne(sheet, place, files, results);
            }
            catch (Exception e) when (e is not DossierException)
            {
                failed(e);
                results.Fail();
            }
        }
    }

    private void DoOne(Sheet sheet, int place, WorkerFiles files, ResultWriter results)
    {
        trial.Begin(sheet, place);
        try
        {
            work(sheet.CallAt(place), files, results.Content);
        }
        finally
        {
            files.EndTask();
        }

        results.End();
        Interlocked.Increment(ref done);
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
