namespace WooPipeline.Formats;

/// <summary>Bounds that every reader keeps, so that a hostile file ends in quarantine.</summary>
public sealed record ReadLimits
{
    /// <summary>Bytes of a single file.</summary>
    public long MaxFileBytes { get; init; } = 512L * 1024 * 1024;

    /// <summary>Bytes that a container or stream may unpack to.</summary>
    public long MaxUnpackedBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>How much larger than packed an entry may be.</summary>
    public int MaxRatio { get; init; } = 1000;

    /// <summary>Depth of containers, parts, elements and quotes.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>Members of a container or parts of a message.</summary>
    public int MaxMembers { get; init; } = 100_000;

    /// <summary>Messages of a mail folder (mbox, pst): far more than members of an archive, for a folder can't unpack to more than it is.</summary>
    public int MaxMessages { get; init; } = 10_000_000;

    /// <summary>UTF-16 units of text of one document.</summary>
    public int MaxTextLength { get; init; } = 64 * 1024 * 1024;

    /// <summary>Time for one document.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The clock of the document at hand; null where nobody started one.</summary>
    internal ReadBudget? Budget { get; init; }

    /// <summary>These limits with a clock that starts now.</summary>
    internal ReadLimits Started() => this with { Budget = new ReadBudget(MaxTime) };

    /// <exception cref="ReadTimeException">The time for the document at hand is up.</exception>
    internal void Check() => Budget?.Check();

    /// <summary>As <see cref="Check"/>, for loops of which each round takes long by itself.</summary>
    /// <exception cref="ReadTimeException">The time for the document at hand is up.</exception>
    internal void CheckNow() => Budget?.CheckNow();

    /// <summary>The defaults.</summary>
    public static ReadLimits Default { get; } = new();
}
