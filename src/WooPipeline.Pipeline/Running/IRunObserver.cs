namespace WooPipeline.Pipeline;

/// <summary>Hears how a run goes on. Called from several threads; never hears content of a document.</summary>
public interface IRunObserver
{
    /// <summary>A stage begins.</summary>
    /// <param name="name">Dutch name: <c>Lezen</c>.</param>
    /// <param name="total">How many steps it has; 0 where not known.</param>
    void StageStarted(string name, int total);

    /// <summary>A step of the current stage is done.</summary>
    void StepDone();

    /// <summary>A step of the current stage is done.</summary>
    /// <param name="bytes">How many bytes it took in; 0 where that says nothing.</param>
    /// <param name="trouble">Code of what went wrong (<c>versleuteld</c>), or null.</param>
    void StepDone(long bytes, string? trouble) => StepDone();

    /// <summary>A source is read in a process of its own, since it may take the run down; told once for each try.</summary>
    void ReadApart()
    {
    }

    /// <summary>Who works on the current stage, where that is others than this process; told about every second.</summary>
    /// <param name="line">One line in Dutch; empty for this process alone.</param>
    void WorkersSeen(string line)
    {
    }
}

/// <summary>Hears nothing.</summary>
public sealed class SilentObserver : IRunObserver
{
    /// <inheritdoc/>
    public void StageStarted(string name, int total)
    {
    }

    /// <inheritdoc/>
    public void StepDone()
    {
    }
}
