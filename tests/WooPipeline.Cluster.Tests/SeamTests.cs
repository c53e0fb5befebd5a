using WooPipeline.Pipeline;

namespace WooPipeline.Cluster;

/// <summary>The stages done as tasks, away from the dossier, give what the stages give: to the byte.</summary>
public sealed class SeamTests
{
    public static TheoryData<string> Dossiers { get; } =
        [.. Directory.GetDirectories(Repository.PathOf("fixtures", "dossiers")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Tasks_give_the_same_bytes_as_one_process(string dossier)
    {
        using var folder = new TemporaryFolder();
        using var runner = new MemoryRunner();
        var (here, expected) = Run(folder, dossier, "hier", null);
        var (there, outcome) = Run(folder, dossier, "daar", runner);

        Assert.Equal(expected.States, outcome.States);
        Assert.Equal(FolderContent.Hashes(here), FolderContent.Hashes(there));
        Assert.True(runner.Stages["lees"] > 0 && runner.Stages["beoordeel"] > 0 && runner.Stages["maak"] > 0);
    }

    [Fact]
    public void What_was_read_before_is_looked_through_by_tasks_of_its_own()
    {
        const string Dossier = "trusted-flagger";
        using var folder = new TemporaryFolder();
        using var runner = new MemoryRunner();
        var (output, _) = Run(folder, Dossier, "eerst", null);
        var expected = FolderContent.Hashes(output);
        Directory.Delete(output, recursive: true);
        var (again, _) = Run(folder, Dossier, "eerst", runner);

        Assert.Equal(expected, FolderContent.Hashes(again));
        Assert.False(runner.Stages.ContainsKey("lees"));
        Assert.True(runner.Stages["zoek"] > 0);
    }

    [Fact]
    public void A_task_that_never_ends_sets_its_document_aside_and_nothing_else()
    {
        const string Dossier = "trusted-flagger";
        using var folder = new TemporaryFolder();
        var failed = 0;
        using var runner = new MemoryRunner(call => call.Stage == "maak" && Interlocked.Increment(ref failed) == 1);
        var (_, expected) = Run(folder, Dossier, "hier", null);
        var (output, outcome) = Run(folder, Dossier, "daar", runner);

        Assert.Equal(expected.States.Values.Sum(), outcome.States.Values.Sum());
        Assert.Contains("gestopt", File.ReadAllText(Path.Combine(output, "intern", "quarantaine.json")), StringComparison.Ordinal);
    }

    private static (string Out, RunOutcome Outcome) Run(TemporaryFolder folder, string dossier, string name, ITaskRunner? tasks)
    {
        var copy = folder.File(name);
        if (!Directory.Exists(copy))
        {
            FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", dossier), copy);
        }

        var output = folder.File(name + "-uit");
        var outcome = DossierRun.Execute(new RunOptions { Dossier = copy, Out = output, Tasks = tasks }, new SilentObserver());
        return (outcome.RefusedFolder ?? output, outcome);
    }
}
