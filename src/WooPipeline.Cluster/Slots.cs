namespace WooPipeline.Cluster;

/// <summary>
/// How a batch is parted in sheets: the same batch in the same way in every run, so that what one run had done the next finds. Towards
/// its end the sheets get smaller, so that all workers end at about the same time.
/// </summary>
internal static class Slots
{
    /// <summary>Most tasks on a sheet.</summary>
    public const int MostTasks = 32;

    /// <summary>A sheet whose tasks go through more bytes than this takes no more of them.</summary>
    public const long MostWeight = 2L * 1024 * 1024;

    /// <summary>What is left is shared among as many sheets as this, to give some tens of workers something to do.</summary>
    private const int Shares = 32;

    /// <summary>Numbers of tasks that go together, as first and how many.</summary>
    public static IEnumerable<(int First, int Count)> Of(int count)
    {
        for (var first = 0; first < count;)
        {
            var size = Math.Clamp((count - first) / Shares, 1, MostTasks);
            yield return (first, size);
            first += size;
        }
    }
}
