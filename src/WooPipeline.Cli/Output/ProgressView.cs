using Spectre.Console;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary>Shows how a run goes: bars on a terminal, plain lines without one, lines of JSON for machines that ask for them.</summary>
internal static class ProgressView
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan JsonBeat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PlainBeat = TimeSpan.FromSeconds(10);

    /// <summary>Does the work and shows how it goes.</summary>
    /// <param name="quiet">True where standard output is for the result alone.</param>
    /// <param name="jsonLines">True for lines of JSON on standard error.</param>
    /// <param name="work">The work.</param>
    public static T Show<T>(bool quiet, bool jsonLines, Func<IRunObserver, T> work)
        where T : notnull
    {
        if (jsonLines)
        {
            return Metered(JsonBeat, s => Console.Error.WriteLine(ProgressLines.Json(s, ended: false)), s => Console.Error.WriteLine(ProgressLines.Json(s, ended: true)), work);
        }

        if (quiet)
        {
            return work(new SilentObserver());
        }

        return Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive
            ? Metered(PlainBeat, s => Console.WriteLine(ProgressLines.Underway(s)), s => Console.WriteLine(ProgressLines.Ended(s)), work)
            : OnTerminal(work);
    }

    private static T OnTerminal<T>(Func<IRunObserver, T> work)
        where T : notnull =>
        AnsiConsole.Status().Start("Beginnen", status => Metered(
            Beat, s => status.Status(Markup.Escape(ProgressLines.Underway(s))), s => AnsiConsole.MarkupLine("[green]✓[/] " + Markup.Escape(ProgressLines.Ended(s))), work));

    private static T Metered<T>(TimeSpan beat, Action<StageSnapshot> underway, Action<StageSnapshot> ended, Func<IRunObserver, T> work)
    {
        var gate = new Lock();
        var meter = new RunMeter(s => Guarded(() => ended(s)));
        using var timer = new Timer(
            _ => Guarded(() =>
            {
                if (meter.Now is { Stage.Length: > 0 } now)
                {
                    underway(now);
                }
            }), null, beat, beat);
        var result = work(meter);
        meter.Finish();
        return result;

        void Guarded(Action write)
        {
            lock (gate)
            {
                write();
            }
        }
    }
}
