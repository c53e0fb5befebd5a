namespace WooPipeline.EndToEnd;

/// <summary>
/// A container gives the same bytes as this machine. Where no container engine with a fitting image is at hand (none is fetched), a stripped
/// environment stands in: no network, another user, an empty home, no locale, no time zone, no culture data.
/// </summary>
[Collection(FixtureRun.Collection)]
public sealed class ContainerTests(FixtureRun runs)
{
    public static TheoryData<string> Dossiers => FixtureRun.Dossiers;

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void The_bytes_are_the_same_there(string dossier)
    {
        using var folder = new TemporaryFolder();
        var copy = folder.File("dossier");
        FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", dossier), copy);
        Directory.CreateDirectory(folder.File("thuis"));
        var output = folder.File("uit");

        var result = Image() is { } image ? InContainer(image, folder.Path) : Stripped(folder, copy, output);

        Assert.True(result.ExitCode is 0 or 1, result.Output + result.Error);
        Assert.Equal(FolderContent.Hashes(runs.Of(dossier).Out), FolderContent.Hashes(output));
    }

    private static ToolResult InContainer(string image, string folder)
    {
        Console.WriteLine($"container: {image}");
        return ExternalTool.Run(TimeSpan.FromMinutes(5), "docker", "run", "--rm", "--network", "none", "-v", $"{AppContext.BaseDirectory}:/app:ro", "-v", $"{folder}:/werk", image, "dotnet", "/app/woo.dll", "run", "/werk/dossier", "--out", "/werk/uit");
    }

    private static ToolResult Stripped(TemporaryFolder folder, string dossier, string output)
    {
        string[] apart = CanUnshare() ? ["unshare", "--map-root-user", "--net"] : [];
        Console.WriteLine($"container: none usable, stripped environment instead{(apart.Length > 0 ? " with a user and network of its own" : "")}");
        string[] command =
        [
            .. apart, "env", "-i", $"PATH={Environment.GetEnvironmentVariable("PATH")}", $"HOME={folder.File("thuis")}", "LANG=C", "LC_ALL=C",
            "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1", .. Root(), "dotnet", Path.Combine(AppContext.BaseDirectory, "woo.dll"), "run", dossier, "--out", output,
        ];
        return ExternalTool.Run(TimeSpan.FromMinutes(5), command[0], command[1..]);
    }

    private static IEnumerable<string> Root() => Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root ? [$"DOTNET_ROOT={root}"] : [];

    /// <summary>An image with the runtime that this machine already holds; null where there is no engine, or it holds none.</summary>
    private static string? Image()
    {
        if (!ExternalTool.IsHere("docker"))
        {
            return null;
        }

        var images = ExternalTool.Run("docker", "images", "--format", "{{.Repository}}:{{.Tag}}");
        return images.ExitCode != 0 ? null
            : images.Output.Split('\n').FirstOrDefault(i => i.Contains("dotnet/runtime:10", StringComparison.Ordinal) || i.Contains("dotnet/aspnet:10", StringComparison.Ordinal) || i.Contains("dotnet/sdk:10", StringComparison.Ordinal));
    }

    private static bool CanUnshare() => ExternalTool.IsHere("unshare") && ExternalTool.Run("unshare", "--map-root-user", "--net", "true").ExitCode == 0;
}
