using System.Collections.Concurrent;

namespace WooPipeline.Cluster;

/// <summary>What was given up, as the store has noted it for later runs: tasks that aren't tried any more, and sheets whose tasks go one by one.</summary>
internal sealed class GivenUp
{
    private readonly Store store;
    private readonly ConcurrentDictionary<string, bool> stopped;
    private readonly ConcurrentDictionary<string, bool> parted;

    /// <summary>What earlier runs gave up.</summary>
    public GivenUp(Store store)
    {
        this.store = store;
        stopped = Set(store.Stopped());
        parted = Set(store.Parted());
    }

    /// <summary>True where tasks were stopped.</summary>
    public bool AnyStopped => !stopped.IsEmpty;

    /// <summary>True for a task that isn't tried any more.</summary>
    public bool IsStopped(string task) => stopped.ContainsKey(task);

    /// <summary>True for the tasks of a sheet that took a worker down, or may have.</summary>
    public bool IsParted(string task) => parted.ContainsKey(task);

    /// <summary>Notes that a task isn't tried any more.</summary>
    public void Stop(string task)
    {
        store.NoteStopped(task);
        stopped[task] = true;
    }

    /// <summary>Notes that the tasks of a sheet go one by one.</summary>
    public void Part(string task)
    {
        store.NoteParted(task);
        parted[task] = true;
    }

    /// <summary>Notes what the broker gave up on and nobody waits for: it stood in the queue when this run began, and the stage that it is of will know.</summary>
    public void Note(TaskMessage message)
    {
        if (store.HasResult(message.Task))
        {
            return;
        }

        if (message.IsAll)
        {
            Part(message.Task);
        }
        else if (store.WasLone(message.Task))
        {
            Stop(message.Task);
        }
    }

    private static ConcurrentDictionary<string, bool> Set(IEnumerable<string> tasks) => new(tasks.Select(t => KeyValuePair.Create(t, true)), StringComparer.Ordinal);
}
