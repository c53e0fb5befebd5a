using WooPipeline.Pipeline;

namespace WooPipeline.Review;

/// <summary>How far a run is, for a page that asks now and then.</summary>
internal sealed class StageProgress : IRunObserver
{
    private readonly Lock gate = new();
    private string stage = "";
    private int total;
    private int done;

    /// <summary>The stage, its steps done and its steps in all (0 where not known).</summary>
    public (string Stage, int Done, int Total) Now
    {
        get
        {
            lock (gate)
            {
                return (stage, done, total);
            }
        }
    }

    /// <inheritdoc/>
    public void StageStarted(string name, int total)
    {
        lock (gate)
        {
            (stage, this.total, done) = (name, total, 0);
        }
    }

    /// <inheritdoc/>
    public void StepDone()
    {
        lock (gate)
        {
            done++;
        }
    }
}
