using System.Collections.Immutable;
using System.Diagnostics;

namespace WooPipeline.Pipeline;

/// <summary>Counts what a run does, for who wants to show it. Safe to call from any thread.</summary>
public sealed class RunMeter : IRunObserver
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, int> troubles = new(StringComparer.Ordinal);
    private readonly Stopwatch clock = new();
    private readonly Action<StageSnapshot>? ended;
    private string stage = "";
    private int done;
    private int total;
    private long bytes;
    private int apart;
    private string workers = "";

    /// <summary>A meter.</summary>
    /// <param name="ended">Hears of each stage as it ends.</param>
    public RunMeter(Action<StageSnapshot>? ended = null) => this.ended = ended;

    /// <summary>How far the current stage is.</summary>
    public StageSnapshot Now
    {
        get
        {
            lock (gate)
            {
                return Snapshot();
            }
        }
    }

    /// <inheritdoc/>
    public void StageStarted(string name, int total)
    {
        Finish();
        lock (gate)
        {
            (stage, this.total, done, bytes, apart) = (name, total, 0, 0, 0);
            clock.Restart();
        }
    }

    /// <inheritdoc/>
    public void StepDone() => StepDone(0, null);

    /// <inheritdoc/>
    public void StepDone(long bytes, string? trouble)
    {
        lock (gate)
        {
            done++;
            this.bytes += bytes;
            if (trouble is not null)
            {
                troubles[trouble] = troubles.GetValueOrDefault(trouble) + 1;
            }
        }
    }

    /// <inheritdoc/>
    public void ReadApart()
    {
        lock (gate)
        {
            apart++;
        }
    }

    /// <inheritdoc/>
    public void WorkersSeen(string line)
    {
        lock (gate)
        {
            workers = line;
        }
    }

    /// <summary>Ends the last stage.</summary>
    public void Finish()
    {
        StageSnapshot last;
        lock (gate)
        {
            last = Snapshot();
            stage = "";
        }

        if (last.Stage.Length > 0)
        {
            ended?.Invoke(last);
        }
    }

    private StageSnapshot Snapshot() => new()
    {
        Stage = stage,
        Done = done,
        Total = total,
        Bytes = bytes,
        Elapsed = clock.Elapsed,
        Apart = apart,
        Workers = workers,
        Troubles = troubles.ToImmutableSortedDictionary(StringComparer.Ordinal),
    };
}
