using System.Diagnostics;
using System.Globalization;

namespace WooPipeline.Cluster;

/// <summary>Who is there: what was heard of runs and workers, and what a person should know of it.</summary>
/// <param name="own">What we are: who differs from it in build or store can't work with us.</param>
/// <param name="say">Hears what a person should know, once for each other build or store.</param>
internal sealed class Roll(Hello own, Action<string> say)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Seen> seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    /// <summary>How many workers can work with us.</summary>
    public int Workers => Alive().Count;

    /// <summary>How many tasks they have in hand.</summary>
    public int InHand => Alive().Sum(s => s.Last.InHand);

    /// <summary>One line on all workers, in Dutch; empty where there are none.</summary>
    public string Line
    {
        get
        {
            var alive = Alive();
            var each = alive.OrderBy(s => s.Last.Id, StringComparer.Ordinal).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Last.Id} {s.PerSecond:0}/s"));
            return alive.Count == 0 ? "geen werkers" : $"{alive.Count} {(alive.Count == 1 ? "werker" : "werkers")}: {string.Join(", ", each)}";
        }
    }

    /// <summary>Hears one.</summary>
    public void Hear(Hello hello)
    {
        var differs = Difference(hello);
        lock (gate)
        {
            if (differs is null)
            {
                seen[hello.Id] = seen.TryGetValue(hello.Id, out var before) ? before.Next(hello) : new Seen(hello, Stopwatch.GetTimestamp(), 0);
                return;
            }

            if (!told.Add(hello.Build + hello.Store))
            {
                return;
            }
        }

        say(differs);
    }

    private string? Difference(Hello hello)
    {
        if (hello.IsWorker == own.IsWorker)
        {
            // Runs have nothing to do with runs, nor workers with workers.
            return null;
        }

        var (who, doer) = hello.IsWorker ? ("een werker", "Zij doet niet mee") : ("een run", "Deze werker doet daar niet aan mee");
        return hello.Build != own.Build
            ? $"Er is {who} met een andere versie van WooPipeline of met andere programma's ({hello.Build}, {Programs(hello)}; hier: {own.Build}, {Programs(own)}). {doer}. Zet op alle machines dezelfde versie en dezelfde programma's."
            : hello.Store != own.Store ? $"Er is {who} met een andere gedeelde map (--store). {doer}. Geef op alle machines dezelfde map op." : null;
    }

    private static string Programs(Hello hello) => hello.Tools.Length == 0 ? "zonder tesseract en LibreOffice" : "met " + hello.Tools;

    private List<Seen> Alive()
    {
        lock (gate)
        {
            foreach (var gone in seen.Where(s => Stopwatch.GetElapsedTime(s.Value.At) > Hello.Silence).Select(s => s.Key).ToArray())
            {
                seen.Remove(gone);
            }

            return [.. seen.Values.Where(s => s.Last.IsWorker)];
        }
    }

    private sealed record Seen(Hello Last, long At, double PerSecond)
    {
        /// <summary>What was heard next; the rate follows slowly.</summary>
        public Seen Next(Hello hello)
        {
            var now = Stopwatch.GetTimestamp();
            var rate = (hello.Done - Last.Done) / Math.Max(0.1, Stopwatch.GetElapsedTime(At, now).TotalSeconds);
            return new Seen(hello, now, PerSecond == 0 ? rate : (PerSecond + rate) / 2);
        }
    }
}
