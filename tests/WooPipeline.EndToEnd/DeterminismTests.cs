namespace WooPipeline.EndToEnd;

/// <summary>Same input, same bytes: whatever the folder, the time zone, the language of the machine and the number of cores.</summary>
[Collection(FixtureRun.Collection)]
public sealed class DeterminismTests(FixtureRun runs)
{
    public static TheoryData<string> Dossiers => FixtureRun.Dossiers;

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void Another_folder_zone_language_and_number_of_jobs_change_no_byte(string dossier)
    {
        using var folder = new TemporaryFolder();
        var copy = folder.File("elders", dossier);
        FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", dossier), copy);
        var environment = new Dictionary<string, string> { ["TZ"] = "Pacific/Auckland", ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8" };
        var output = folder.File("uit");
        var result = Woo.Run(environment, "run", copy, "--out", output, "--jobs", "1");

        Assert.True(result.ExitCode is 0 or 1, result.Output + result.Error);
        Assert.Equal(FolderContent.Hashes(runs.Of(dossier).Out), FolderContent.Hashes(output));
    }
}
