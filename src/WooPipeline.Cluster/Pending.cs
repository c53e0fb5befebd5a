using System.Diagnostics;

namespace WooPipeline.Cluster;

/// <summary>Tasks of one message of which a run waits for the results.</summary>
/// <param name="message">What is published.</param>
/// <param name="numbers">The number in the batch of each of its tasks; <see cref="NotWanted"/> for one whose result isn't needed.</param>
/// <param name="isWide">True where it counts among those that a run has out at once.</param>
internal sealed class Pending(TaskMessage message, int[] numbers, bool isWide)
{
    /// <summary>Stands for the number of a task whose result isn't needed.</summary>
    public const int NotWanted = -1;

    private int taken;

    /// <summary>What is published.</summary>
    public TaskMessage Message { get; } = message;

    /// <summary>The number in the batch of each of its tasks.</summary>
    public int[] Numbers { get; } = numbers;

    /// <summary>True where it counts among those that a run has out at once.</summary>
    public bool IsWide { get; } = isWide;

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
