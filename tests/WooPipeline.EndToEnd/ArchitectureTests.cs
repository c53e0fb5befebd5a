using System.Xml.Linq;

namespace WooPipeline.EndToEnd;

/// <summary>The rooms know only what lies below them; the list is the architecture's own.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> MayKnow = new(StringComparer.Ordinal)
    {
        ["WooPipeline.Documents"] = [],
        ["WooPipeline.Pdf"] = [],
        ["Scriban"] = [],
        ["WooPipeline.Formats"] = ["WooPipeline.Documents", "WooPipeline.Pdf"],
        ["WooPipeline.Privacy"] = ["WooPipeline.Documents"],
        ["WooPipeline.Templating"] = ["WooPipeline.Documents", "Scriban"],
        ["WooPipeline.Parliament"] = ["WooPipeline.Documents", "WooPipeline.Formats", "WooPipeline.Templating"],
        ["WooPipeline.Publication"] = ["WooPipeline.Documents", "WooPipeline.Formats", "WooPipeline.Privacy", "WooPipeline.Templating"],
        ["WooPipeline.Pipeline"] =
        [
            "WooPipeline.Documents", "WooPipeline.Formats", "WooPipeline.Privacy", "WooPipeline.Templating",
            "WooPipeline.Parliament", "WooPipeline.Publication",
        ],
        ["WooPipeline.Review"] = ["WooPipeline.Pipeline"],
        ["WooPipeline.Cluster"] = ["WooPipeline.Pipeline"],
        ["WooPipeline.Cli"] = ["WooPipeline.Pipeline", "WooPipeline.Review", "WooPipeline.Cluster"],
    };

    [Fact]
    public void No_room_refers_upward_or_sideways()
    {
        var projects = Directory.GetFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories);

        Assert.Equal(MayKnow.Keys.Order(StringComparer.Ordinal), projects.Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal));
        foreach (var project in projects)
        {
            var room = Path.GetFileNameWithoutExtension(project);
            var known = XDocument.Load(project).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
            Assert.All(known, k => Assert.Contains(k, MayKnow[room]));
        }
    }

    [Fact]
    public void No_source_file_is_longer_than_500_lines()
    {
        var tooLong = Directory.GetFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(f => File.ReadLines(f).Count() > 500)
            .Select(f => Path.GetRelativePath(Repository.Root, f));

        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_source_file_names_a_registry_or_a_path_of_a_machine()
    {
        string[] forbidden = ["api." + "nuget.org", "registry." + "npmjs", "/wo" + "rk/", "/ho" + "me/"];
        var guilty = Directory.GetFiles(Repository.Root, "*", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "obj" or "bin" or ".git" or "node_modules"))
            .Where(f => Path.GetExtension(f) is ".cs" or ".csproj" or ".md" or ".yaml" or ".yml" or ".json" or ".props" or ".sh")
            .Where(f => forbidden.Any(File.ReadAllText(f).Contains))
            .Select(f => Path.GetRelativePath(Repository.Root, f));

        Assert.Empty(guilty);
    }
}
