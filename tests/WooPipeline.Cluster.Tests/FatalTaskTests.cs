using System.Text.Json;

namespace WooPipeline.Cluster;

/// <summary>A document that takes a worker down each time it is tried, with others in hand beside it.</summary>
[Collection(BrokerFixture.Collection)]
public sealed class FatalTaskTests(BrokerFixture fixture)
{
    private const int MostTries = 3;
    private static readonly Dictionary<string, string> Trial = new(StringComparer.Ordinal) { ["WOO_WORKER_TASKS"] = "ja", ["WOO_WORKER_DELAY_MS"] = "600" };

    [Fact]
    public void It_is_set_aside_after_three_tries_and_takes_no_other_along()
    {
        if (fixture.Broker is not { } broker)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var dossier = folder.File("dossier");
        FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", "trusted-flagger"), dossier);
        string[] place = ["--broker", broker.Url, "--store", Directory.CreateDirectory(folder.File("winkel")).FullName];
        using var run = new WooProcess(Trial, ["run", dossier, "--out", folder.File("uit"), .. place]);
        string? fatal = null;
        var tries = 0;
        while (!run.HasExited)
        {
            using var worker = new WooProcess(Trial, ["worker", .. place, "--jobs", "3"]);
            while (!run.HasExited && !worker.HasExited)
            {
                var begun = worker.Lines.Where(l => l.StartsWith("taak ", StringComparison.Ordinal)).ToList();
                fatal ??= begun.FirstOrDefault(l => l.StartsWith("taak maak ", StringComparison.Ordinal));
                if (fatal is not null && begun.Contains(fatal))
                {
                    tries++;
                    worker.Kill();
                }

                Thread.Sleep(20);
            }
        }

        Assert.True(run.Wait(TimeSpan.FromMinutes(1)) is 0 or 1, run.Text);
        Assert.Equal(MostTries, tries);
        using var quarantine = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.File("uit"), "intern", "quarantaine.json")));
        var reasons = quarantine.RootElement.GetRawText();
        Assert.Equal(2, reasons.Split("gestopt").Length);
        Assert.Contains($"{MostTries} keer afgebroken", reasons, StringComparison.Ordinal);
    }
}
