using System.Runtime.ExceptionServices;

namespace WooPipeline.Pipeline;

/// <summary>Does the steps of a stage on all cores: a bounded number at once, in whatever order, with results in the order of the input.</summary>
/// <param name="parallelism">How many at once.</param>
/// <param name="observer">Hears of each.</param>
/// <param name="stop">Ends the stage after the steps in hand.</param>
internal sealed class Workers(int parallelism, IRunObserver observer, CancellationToken stop)
{
    /// <summary>Does a step for each.</summary>
    /// <exception cref="OperationCanceledException">The run was asked to end.</exception>
    public TOut[] Each<TIn, TOut>(string stage, IReadOnlyList<TIn> items, Func<TIn, TOut> step, Func<TIn, TOut, (long Bytes, string? Trouble)>? tell = null)
    {
        observer.StageStarted(stage, items.Count);
        stop.ThrowIfCancellationRequested();
        var results = new TOut[items.Count];
        var next = -1;
        try
        {
            // Each worker takes the next item, not a range, so that one long document doesn't leave the others idle.
            Parallel.For(0, Math.Min(parallelism, items.Count), new ParallelOptions { MaxDegreeOfParallelism = parallelism }, _ =>
            {
                for (var i = Interlocked.Increment(ref next); i < items.Count; i = Interlocked.Increment(ref next))
                {
                    stop.ThrowIfCancellationRequested();
                    results[i] = step(items[i]);
                    var (bytes, trouble) = tell?.Invoke(items[i], results[i]) ?? (0, null);
                    observer.StepDone(bytes, trouble);
                }
            });
        }
        catch (AggregateException e)
        {
            // What a person must act on comes first; then the first fault, with its own place.
            var told = e.Flatten().InnerExceptions;
            ExceptionDispatchInfo.Throw(told.FirstOrDefault(x => x is DossierException or OperationCanceledException) ?? told[0]);
        }

        return results;
    }
}
