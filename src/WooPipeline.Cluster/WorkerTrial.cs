using System.Globalization;

namespace WooPipeline.Cluster;

/// <summary>For trials only: makes every task wait, and tells of each as it begins. Set by the environment.</summary>
/// <param name="delay">How long every task waits before its work.</param>
/// <param name="tell">Hears the stage and the hash of each task, or null.</param>
internal sealed class WorkerTrial(TimeSpan delay, Action<string>? tell)
{
    /// <summary>Milliseconds that every task waits, as on slow storage.</summary>
    public const string DelayVariable = "WOO_WORKER_DELAY_MS";

    /// <summary><c>ja</c> for a line on each task.</summary>
    public const string TellVariable = "WOO_WORKER_TASKS";

    /// <summary>No trial.</summary>
    public static WorkerTrial None { get; } = new(TimeSpan.Zero, null);

    /// <summary>What the environment asks.</summary>
    public static WorkerTrial Read(Func<string, string?> variable, Action<string> say) => new(
        int.TryParse(variable(DelayVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var delay) ? TimeSpan.FromMilliseconds(delay) : TimeSpan.Zero,
        variable(TellVariable) == "ja" ? say : null);

    /// <summary>A task begins.</summary>
    public void Begin(Sheet sheet, int place)
    {
        tell?.Invoke($"taak {sheet.Stage} {sheet.TaskAt(place)}");
        if (delay > TimeSpan.Zero)
        {
            Thread.Sleep(delay);
        }
    }
}
