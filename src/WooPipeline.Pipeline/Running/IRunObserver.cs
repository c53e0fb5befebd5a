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
