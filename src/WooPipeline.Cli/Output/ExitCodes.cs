namespace WooPipeline.Cli;

/// <summary>Exit codes; part of the contract with scripts.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int NeedsPerson = 1;
    public const int Usage = 2;
    public const int Leak = 3;
    public const int OwnFault = 70;

    /// <summary>Stopped by the user (128 + SIGINT, as shells have it).</summary>
    public const int Stopped = 130;
}
