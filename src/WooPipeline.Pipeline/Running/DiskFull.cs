namespace WooPipeline.Pipeline;

/// <summary>A disk without room, which a person must act on, told apart from other faults of reading and writing.</summary>
public static class DiskFull
{
    private const int OnUnix = 28;
    private const int OnWindows = unchecked((int)0x80070070);

    /// <summary>True where the disk is full.</summary>
    public static bool Is(IOException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault.HResult is OnUnix or OnWindows;
    }
}
