using System.Diagnostics;

namespace WooPipeline.Cluster;

/// <summary>A task of which a run waits for the result.</summary>
internal sealed class Pending(TaskMessage message, int number)
{
    private int taken;

    /// <summary>What was published.</summary>
    public TaskMessage Message { get; } = message;

    /// <summary>Its number in the batch.</summary>
    public int Number { get; } = number;

    /// <summary>When it was last published.</summary>
    public long PublishedAt { get; set; } = Stopwatch.GetTimestamp();

    /// <summary>True where it was published by this run; else its result was in the store.</summary>
    public bool IsPublished { get; set; }

    /// <summary>When its result was announced; 0 where it wasn't.</summary>
    public long AnnouncedAt { get; set; }

    /// <summary>How often the broker gave up on it though it may not be to blame.</summary>
    public int Spared { get; set; }

    /// <summary>True while someone takes its result in.</summary>
    public bool IsTaken => Volatile.Read(ref taken) != 0;

    /// <summary>Claims the taking in; false where someone has.</summary>
    public bool TryTake() => Interlocked.Exchange(ref taken, 1) == 0;

    /// <summary>Gives the claim back: the result isn't there to be read yet.</summary>
    public void GiveBack() => Volatile.Write(ref taken, 0);
}
