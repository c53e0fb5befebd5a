using System.Text.RegularExpressions;

namespace WooPipeline.EndToEnd;

/// <summary>What README tells a newcomer to type works and is what CI types.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md"));

    [Fact]
    public void The_first_command_makes_a_package_and_says_what_to_open()
    {
        var command = Commands().First();
        Assert.StartsWith("dotnet run -c Release --project src/WooPipeline.Cli -- ", command, StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        var copy = folder.File("dossier");
        var arguments = command[(command.IndexOf(" -- ", StringComparison.Ordinal) + 4)..].Split(' ');
        FolderContent.Copy(Repository.PathOf(arguments[1]), copy);
        arguments[1] = copy;
        arguments[^1] = folder.File(arguments[^1]);
        var result = Woo.Run(arguments);

        Assert.True(result.ExitCode is 0 or 1, result.Output + result.Error);
        var file = Regex.Match(result.Output, "Open eerst: (.+)").Groups[1].Value.Trim();
        Assert.True(File.Exists(file), result.Output);
    }

    [Fact]
    public void The_second_command_is_the_one_that_CI_runs() =>
        Assert.Contains(Commands().Skip(1).First(), File.ReadAllText(Repository.PathOf(".ci", "run")), StringComparison.Ordinal);

    [Fact]
    public void Every_verb_that_README_names_is_one_of_the_command()
    {
        var help = Woo.Run("--help").Output;

        Assert.All(
            Regex.Matches(Readme, @"`woo ([a-z]+)").Select(m => m.Groups[1].Value).Distinct(),
            verb => Assert.Matches($@"(?m)^\s+{verb}\b", help));
    }

    [Fact]
    public void Every_picture_is_there() =>
        Assert.All(Regex.Matches(Readme, @"!\[[^\]]+\]\(([^)]+)\)").Select(m => m.Groups[1].Value), p => Assert.True(File.Exists(Repository.PathOf(p)), p));

    private static IEnumerable<string> Commands() =>
        Readme.Split('\n').Where(l => l.StartsWith("    dotnet ", StringComparison.Ordinal)).Select(l => l.Trim());
}
