using System.Globalization;

namespace WooPipeline.EndToEnd;

/// <summary>A run may be stopped at any moment, and begun again: what comes out is what an undisturbed run gives.</summary>
[Collection(FixtureRun.Collection)]
public sealed class ResumeTests(FixtureRun runs)
{
    private const string Dossier = "trusted-flagger";
    private static readonly Dictionary<string, string> Plain = [];

    /// <summary>How often it is killed; WOO_KILLS sets another number.</summary>
    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("WOO_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 6;

    [Fact]
    public void Killed_at_random_moments_it_ends_with_the_same_bytes()
    {
        var expected = FolderContent.Hashes(runs.Of(Dossier).Out);
        var random = new Random(20251125);
        using var folder = new TemporaryFolder();
        var (copy, output) = Copy(folder);
        for (var kill = 0; kill < Kills; kill++)
        {
            // Now and then from the beginning, so that every stage is hit.
            if (kill % 3 == 0 && Directory.Exists(Path.Combine(copy, ".woo")))
            {
                Directory.Delete(Path.Combine(copy, ".woo"), recursive: true);
            }

            using var process = Woo.Start(Plain, "run", copy, "--out", output);
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(random.Next(200, 6_000)))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }

            // What stands in its place is whole at every moment.
            Assert.True(!Directory.Exists(output) || expected.SequenceEqual(FolderContent.Hashes(output)), $"after kill {kill}");
        }

        var result = Woo.Run("run", copy, "--out", output);

        Assert.True(result.ExitCode is 0 or 1, result.Output + result.Error);
        Assert.Equal(expected, FolderContent.Hashes(output));
    }

    [Fact]
    public void One_source_changed_changes_its_own_files_and_the_lists_alone()
    {
        using var folder = new TemporaryFolder();
        var (copy, output) = Copy(folder);
        Assert.True(Woo.Run("run", copy, "--out", output).ExitCode is 0 or 1);
        var before = FolderContent.Hashes(output);

        var unchanged = Woo.Run("run", copy, "--out", output, "--json");
        Assert.Contains("\"unchanged\": true", unchanged.Output, StringComparison.Ordinal);

        var source = Directory.GetFiles(Path.Combine(copy, "bronnen"), "*.eml").Order(StringComparer.Ordinal).First();
        File.AppendAllText(source, "\nDe planning is met een week verschoven.\n");
        var changed = Woo.Run("run", copy, "--out", output, "--json");
        Assert.Contains("\"unchanged\": false", changed.Output, StringComparison.Ordinal);
        var partly = FolderContent.Hashes(output);

        // Exactly what a run without any memory gives.
        Directory.Delete(Path.Combine(copy, ".woo"), recursive: true);
        Directory.Delete(output, recursive: true);
        Assert.True(Woo.Run("run", copy, "--out", output).ExitCode is 0 or 1);
        Assert.Equal(FolderContent.Hashes(output), partly);

        var documents = partly.Where(f => f.Key.StartsWith("publicatie/documenten/", StringComparison.Ordinal) && before.GetValueOrDefault(f.Key) != f.Value).Select(f => f.Key);
        Assert.Single(documents, p => p.EndsWith(".pdf", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asked_to_stop_it_ends_cleanly_and_goes_on_later()
    {
        using var folder = new TemporaryFolder();
        var (copy, output) = Copy(folder);
        using var process = Woo.Start(Plain, "run", copy, "--out", output, "--jobs", "1");
        var told = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        process.WaitForExit(1_500);
        if (!process.HasExited && ExternalTool.IsHere("kill"))
        {
            ExternalTool.Run("kill", "-INT", process.Id.ToString(CultureInfo.InvariantCulture));
            Assert.True(process.WaitForExit(60_000));
            Assert.True(process.ExitCode is 130 or 0 or 1, await told + await error);
            Assert.True(process.ExitCode != 130 || !Directory.Exists(output));
        }

        process.WaitForExit();
        Assert.True(Woo.Run("run", copy, "--out", output).ExitCode is 0 or 1);
        Assert.Equal(FolderContent.Hashes(runs.Of(Dossier).Out), FolderContent.Hashes(output));
    }

    private static (string Dossier, string Out) Copy(TemporaryFolder folder)
    {
        var copy = folder.File("dossier");
        FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", Dossier), copy);
        return (copy, folder.File("uit"));
    }
}
