using System.Diagnostics;

namespace WooPipeline.Cluster;

/// <summary>Three hosts, of which one loses its network for half a minute while it has work in hand.</summary>
public sealed class NetworkTests
{
    private static readonly TimeSpan Cut = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, string> Trial = new(StringComparer.Ordinal)
    {
        ["WOO_BROKER_PLAIN"] = "ja",
        ["WOO_WORKER_DELAY_MS"] = "700",
        ["WOO_WORKER_TASKS"] = "ja",
    };

    [Fact]
    public void A_host_cut_off_for_thirty_seconds_stops_nothing()
    {
        using var network = TestNetwork.TryMake(3);
        if (network is null || TestBroker.TryStart(network.Address) is not { } broker)
        {
            return;
        }

        using var owned = broker;
        using var folder = new TemporaryFolder();
        var dossier = folder.File("dossier");
        FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", "trusted-flagger"), dossier);
        var here = folder.File("hier");
        Assert.True(Woo.Run("run", dossier, "--out", here).ExitCode is 0 or 1);
        Directory.Delete(Path.Combine(dossier, ".woo"), recursive: true);
        string[] place = ["--broker", broker.Url, "--store", Directory.CreateDirectory(folder.File("winkel")).FullName];

        using var steady = network.Start(1, Trial, ["worker", .. place, "--jobs", "1"]);
        using var cut = network.Start(2, Trial, ["worker", .. place, "--jobs", "1"]);
        using var run = network.Start(0, Trial, ["run", dossier, "--out", folder.File("daar"), .. place]);
        WaitUntil(() => cut.Lines.Count(l => l.StartsWith("taak ", StringComparison.Ordinal)) >= 3 || run.HasExited);
        Assert.False(run.HasExited, run.Text);
        network.Join(2, false);
        Thread.Sleep(Cut);
        network.Join(2, true);
        var code = run.Wait(TimeSpan.FromMinutes(3));

        Assert.True(code is 0 or 1, run.Text);
        Assert.Equal(FolderContent.Hashes(here), FolderContent.Hashes(folder.File("daar")));

        // It comes back by itself, and still ends cleanly.
        WaitUntil(() => cut.Text.Contains("is er weer", StringComparison.Ordinal));
        Assert.Equal(0, cut.Terminate());
        Assert.Equal(0, steady.Terminate());
    }

    private static void WaitUntil(Func<bool> holds)
    {
        var since = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(since.Elapsed < TimeSpan.FromMinutes(1), "waited in vain");
            Thread.Sleep(50);
        }
    }
}
