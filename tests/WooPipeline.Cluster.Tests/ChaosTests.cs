using System.Globalization;

namespace WooPipeline.Cluster;

/// <summary>
/// Workers, the run itself and the broker are killed while they work: what comes out is what an undisturbed run of one process gives. By
/// default a few times; <c>WOO_CLUSTER_KILLS=10</c> does all of it: ten workers, the run twice, the broker twice.
/// <c>WOO_CLUSTER_DOSSIER</c> names another dossier, <c>WOO_CLUSTER_DELAY_MS</c> how long each task waits (500), less for a large one.
/// </summary>
public sealed class ChaosTests
{
    private const int Workers = 4;
    private const int MostTimes = 3;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private static readonly Dictionary<string, string> Trial = new(StringComparer.Ordinal) { ["WOO_WORKER_TASKS"] = "ja", ["WOO_WORKER_DELAY_MS"] = Environment.GetEnvironmentVariable("WOO_CLUSTER_DELAY_MS") ?? "500" };
    private static readonly Dictionary<string, string> Plain = [];

    private static string Dossier => Environment.GetEnvironmentVariable("WOO_CLUSTER_DOSSIER") ?? Repository.PathOf("fixtures", "dossiers", "trusted-flagger");

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("WOO_CLUSTER_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 4;

    [Fact]
    public void Killed_at_random_moments_all_of_it_ends_with_the_same_bytes()
    {
        if (TestBroker.TryStart() is not { } broker)
        {
            return;
        }

        using var owned = broker;
        using var folder = new TemporaryFolder();
        var dossier = folder.File("dossier");
        FolderContent.Copy(Dossier, dossier);
        var here = folder.File("hier");
        Assert.True(Woo.Run("run", dossier, "--out", here).ExitCode is 0 or 1);
        Directory.Delete(Path.Combine(dossier, ".woo"), recursive: true);

        using var scene = new Scene(broker, dossier, folder);
        scene.Play(Events());
        var code = scene.End(Longest);

        Assert.True(code is 0 or 1, scene.Text);
        Assert.Equal(FolderContent.Hashes(here), FolderContent.Hashes(folder.File("daar")));
        Assert.Equal(Kills, scene.WorkersKilled);
        Assert.DoesNotContain("gestopt\"", File.ReadAllText(Path.Combine(folder.File("daar"), "intern", "quarantaine.json")), StringComparison.Ordinal);
        var often = scene.Tasks.GroupBy(t => t, StringComparer.Ordinal).Where(g => g.Count() > MostTimes).Select(g => $"{g.Key}: {g.Count()}");
        Assert.Empty(often);
        Console.WriteLine($"{scene.Tasks.Count} tasks begun, {scene.Tasks.Distinct(StringComparer.Ordinal).Count()} different; workers killed {scene.WorkersKilled}, run {scene.RunsKilled}, broker {scene.BrokersKilled}");
    }

    /// <summary>W a worker, R the run, B the broker; in an order that is the same each time.</summary>
    private static string Events()
    {
        var events = (new string('W', Kills) + new string('R', Math.Max(1, Kills / 5)) + new string('B', Math.Max(1, Kills / 5))).ToCharArray();
        new Random(20251125).Shuffle(events);
        return new string(events);
    }

    private sealed class Scene : IDisposable
    {
        private readonly Random random = new(7);
        private readonly TestBroker broker;
        private readonly string[] place;
        private readonly string[] runArguments;
        private readonly List<WooProcess> gone = [];
        private readonly List<WooProcess> workers = [];
        private WooProcess run;

        public Scene(TestBroker broker, string dossier, TemporaryFolder folder)
        {
            this.broker = broker;
            place = ["--broker", broker.Url, "--store", Directory.CreateDirectory(folder.File("winkel")).FullName];
            runArguments = ["run", dossier, "--out", folder.File("daar"), .. place];
            workers.AddRange(Enumerable.Range(0, Workers).Select(_ => Worker()));
            run = new WooProcess(Plain, runArguments);
        }

        public int WorkersKilled { get; private set; }

        public int RunsKilled { get; private set; }

        public int BrokersKilled { get; private set; }

        public List<string> Tasks => [.. gone.Concat(workers).SelectMany(w => w.Lines).Where(l => l.StartsWith("taak ", StringComparison.Ordinal))];

        public string Text => run.Text + "\n" + string.Join('\n', gone.Concat(workers).Select(w => w.Text));

        public void Play(string events)
        {
            foreach (var what in events)
            {
                // Only where there is work in hand, so that every kill counts.
                var before = Tasks.Count;
                for (var waited = 0; Tasks.Count < before + 3 && !run.HasExited && waited < 600; waited++)
                {
                    Thread.Sleep(50);
                }

                Thread.Sleep(random.Next(0, 300));
                if (run.HasExited)
                {
                    Console.WriteLine("the run ended before all was killed");
                    return;
                }

                Do(what);
            }
        }

        public int End(TimeSpan time) => run.Wait(time);

        public void Dispose()
        {
            foreach (var process in workers.Concat(gone).Append(run))
            {
                process.Dispose();
            }
        }

        private WooProcess Worker() => new(Trial, ["worker", .. place, "--jobs", "1"]);

        private void Do(char what)
        {
            switch (what)
            {
                case 'W':
                    var place = random.Next(workers.Count);
                    workers[place].Kill();
                    gone.Add(workers[place]);
                    workers[place] = Worker();
                    WorkersKilled++;
                    break;
                case 'R':
                    run.Kill();
                    run.Dispose();
                    run = new WooProcess(Plain, runArguments);
                    RunsKilled++;
                    break;
                default:
                    broker.Kill();
                    broker.Start();
                    BrokersKilled++;
                    break;
            }
        }
    }
}
