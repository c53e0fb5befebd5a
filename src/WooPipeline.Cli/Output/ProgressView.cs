using Spectre.Console;
using WooPipeline.Pipeline;

namespace WooPipeline.Cli;

/// <summary>Shows how a run goes: a bar a stage on a terminal, a line a stage without one, nothing for machines.</summary>
internal static class ProgressView
{
    public static T Show<T>(bool json, Func<IRunObserver, T> work)
        where T : notnull
    {
        if (json)
        {
            return work(new SilentObserver());
        }

        if (Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            return work(new PlainLines());
        }

        return AnsiConsole.Progress().HideCompleted(false).Start(context => work(new Bars(context)));
    }

    private sealed class PlainLines : IRunObserver
    {
        public void StageStarted(string name, int total) => Console.WriteLine(total > 0 ? $"{name}: {total}" : name);

        public void StepDone()
        {
        }
    }

    private sealed class Bars(ProgressContext context) : IRunObserver
    {
        private ProgressTask? current;

        public void StageStarted(string name, int total)
        {
            Finish();
            current = context.AddTask(Markup.Escape(name), maxValue: Math.Max(1, total));
        }

        public void StepDone() => current?.Increment(1);

        private void Finish()
        {
            if (current is not null)
            {
                current.Value = current.MaxValue;
            }
        }
    }
}
