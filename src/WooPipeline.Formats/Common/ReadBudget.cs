using System.Diagnostics;

namespace WooPipeline.Formats;

/// <summary>
/// The time that one document may take (<see cref="ReadLimits.MaxTime"/>). Readers ask it in their loops: most asks cost a count, one in
/// sixty-four looks at the clock. What a file says decides nothing here, so that the same file ends the same way on a machine that is fast enough.
/// </summary>
internal sealed class ReadBudget(TimeSpan time)
{
    private const int AsksPerLook = 64;
    private readonly long start = Stopwatch.GetTimestamp();
    private int asks;

    /// <summary>The quarantine of a document that took too long.</summary>
    public static Quarantined Exceeded(ReadLimits limits) => new(
        "te-traag",
        $"Het lezen van het bestand duurde langer dan {limits.MaxTime.TotalSeconds:0} seconden; het is zeer groot, beschadigd of kwaadaardig. Splits het, zet het om naar PDF of beoordeel het met de hand.");

    /// <exception cref="ReadTimeException">The time is up.</exception>
    public void Check()
    {
        if (++asks % AsksPerLook == 0)
        {
            CheckNow();
        }
    }

    /// <exception cref="ReadTimeException">The time is up.</exception>
    public void CheckNow()
    {
        if (Stopwatch.GetElapsedTime(start) > time)
        {
            throw new ReadTimeException();
        }
    }
}

/// <summary>A document took longer than <see cref="ReadLimits.MaxTime"/>; who started the clock turns it into a <see cref="Quarantined"/>.</summary>
internal sealed class ReadTimeException() : Exception("The time for one document is up.");
