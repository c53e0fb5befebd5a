using System.Runtime;

namespace WooPipeline.Pipeline;

/// <summary>What a stage leaves behind, given back before the next: a run holds what its largest stage needs, not the sum.</summary>
internal static class StageMemory
{
    /// <summary>Below this the collector had better be left alone.</summary>
    private const long Large = 192L * 1024 * 1024;

    /// <summary>Gives back what is no longer held, where that may be much.</summary>
    public static void Release()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > Large)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }
    }
}
