using YamlDotNet.RepresentationModel;

namespace WooPipeline.Cluster;

/// <summary>The examples for who sets it up are what the programs take.</summary>
public sealed class FixtureTests
{
    [Fact]
    public void The_compose_file_is_yaml_with_a_broker_workers_and_a_run_and_no_password()
    {
        using var file = File.OpenText(Repository.PathOf("fixtures", "cluster", "docker-compose.yml"));
        var yaml = new YamlStream();
        yaml.Load(file);
        var services = (YamlMappingNode)yaml.Documents[0].RootNode["services"];

        Assert.Equal(["broker", "worker", "run"], services.Children.Keys.Select(k => k.ToString()));
        Assert.StartsWith("${WOO_BROKER_PASSWORD", services["worker"]["environment"]["WOO_BROKER_PASSWORD"].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docker-compose.yml")]
    [InlineData("woo-worker.service")]
    public void Their_variables_and_options_are_those_of_the_command(string name)
    {
        var text = File.ReadAllText(Repository.PathOf("fixtures", "cluster", name));
        var help = Woo.Run("worker", "--help").Output;

        Assert.All(Words(text, "--").Where(w => w is "--broker" or "--store"), w => Assert.Contains(w, help, StringComparison.Ordinal));
        Assert.All(Words(text, "WOO_"), w => Assert.Contains(w, new[] { BrokerAddress.UserVariable, BrokerAddress.PasswordVariable, BrokerAddress.PasswordFileVariable, BrokerAddress.PlainVariable }));
    }

    [Fact]
    public void The_unit_is_one_that_systemd_takes()
    {
        if (!ExternalTool.IsHere("systemd-analyze"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var unit = folder.File("woo-worker.service");
        File.WriteAllText(unit, File.ReadAllText(Repository.PathOf("fixtures", "cluster", "woo-worker.service"))
            .Replace("/opt/woo/woo", "/bin/true", StringComparison.Ordinal));
        var result = ExternalTool.Run("systemd-analyze", "verify", unit);

        Assert.DoesNotContain("Unknown", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Failed to parse", result.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Words(string text, string start) =>
        text.Split([' ', '"', '\n', ':', '=', ',', '[', ']', '}', '{', '?', '$', '.', '('], StringSplitOptions.RemoveEmptyEntries).Where(w => w.StartsWith(start, StringComparison.Ordinal));
}
