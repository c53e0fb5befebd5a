using System.Text.Json;

namespace WooPipeline.Cluster;

/// <summary>A document that takes a worker down each time it is tried, with others in hand beside it.</summary>
[Collection(BrokerFixture.Collection)]
public sealed class FatalTaskTests(BrokerFixture fixture)
{
    private const int MostTries = 3;

    [Fact]
    public void It_is_set_aside_after_three_tries_and_takes_no_other_along() =>
        Try(600, dossier => FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", "trusted-flagger"), dossier));

    [Fact]
    public void Among_others_in_one_message_it_is_found_and_set_aside_alone() => Try(150, dossier =>
    {
        FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", "trusted-flagger"), dossier);
        var sources = Path.Combine(dossier, "bronnen");
        foreach (var number in Enumerable.Range(0, 2 * Slots.MostTasks))
        {
            File.WriteAllText(Path.Combine(sources, $"aantekening {number}.txt"), $"Aantekening {number}. Mevrouw Q. Achternaamse belde op {1 + (number % 28)} maart over de zaak.");
        }
    });

    private void Try(int delay, Action<string> make)
    {
        var trial = new Dictionary<string, string>(StringComparer.Ordinal) { ["WOO_WORKER_TASKS"] = "ja", ["WOO_WORKER_DELAY_MS"] = $"{delay}" };
        if (fixture.Broker is not { } broker)
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var dossier = folder.File("dossier");
        make(dossier);
        string[] place = ["--broker", broker.Url, "--store", Directory.CreateDirectory(folder.File("winkel")).FullName];
        using var run = new WooProcess(trial, ["run", dossier, "--out", folder.File("uit"), .. place]);
        string? fatal = null;
        var tries = 0;
        var all = new List<string>();
        while (!run.HasExited)
        {
            using var worker = new WooProcess(trial, ["worker", .. place, "--jobs", "3"]);
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

            all.AddRange(worker.Lines.Where(l => l.StartsWith("taak ", StringComparison.Ordinal)));
        }

        Assert.True(run.Wait(TimeSpan.FromMinutes(1)) is 0 or 1, run.Text);
        Assert.Equal(MostTries, tries);
        Assert.All(all.CountBy(l => l), t => Assert.InRange(t.Value, 1, MostTries));
        using var quarantine = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.File("uit"), "intern", "quarantaine.json")));
        var reasons = quarantine.RootElement.GetRawText();
        Assert.Equal(2, reasons.Split("gestopt").Length);
        Assert.Contains($"{MostTries} keer afgebroken", reasons, StringComparison.Ordinal);
    }
}
