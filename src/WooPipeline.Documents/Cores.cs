namespace WooPipeline.Documents;

/// <summary>How work is spread over the cores.</summary>
public static class Cores
{
    /// <summary>
    /// One step a core at once. Without a bound the pool adds threads as long as steps take long, and each of them holds what a step needs: on
    /// a busy machine a check of twenty thousand files grew to a hundred and forty of them.
    /// </summary>
    public static ParallelOptions All { get; } = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
}
