using System.Text.RegularExpressions;
using WooPipeline.Templating;

namespace WooPipeline.Pipeline.Tests;

public sealed partial class TemplateFolderTests
{
    private static readonly string Cases = Repository.PathOf("tests", "WooPipeline.Pipeline.Tests", "Cases", "templates");

    public static TheoryData<string> Folders => [.. Directory.GetDirectories(Cases).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Each_kind_of_fault_is_told_at_its_place_and_nothing_else(string name)
    {
        var findings = TemplateFolder.Open(Path.Combine(Cases, name, "in")).Check().Select(f => $"{f.Code}: {f}");

        Assert.Equal(File.ReadAllLines(Path.Combine(Cases, name, "verwacht.txt")), findings);
    }

    [Fact]
    public void The_templates_that_come_with_the_tool_are_clean() => Assert.Empty(TemplateFolder.Open(null).Check());

    [Fact]
    public void They_are_clean_as_a_folder_of_a_user_too() => Assert.Empty(TemplateFolder.Open(Repository.PathOf("templates")).Check());

    [Theory]
    [InlineData("trusted-flagger")]
    [InlineData("vuurwerk-marktplaatsen")]
    public void Dossiers_that_render_are_clean_with_their_texts(string dossier) =>
        Assert.Empty(TemplateFolder.Open(Repository.PathOf("fixtures", "dossiers", dossier)).Check());

    // Left open on purpose: question blocks are in the answers alone, remarks come from a document, and a field's own value from a house template.
    private static readonly string[] Optional = ["stuk.blokken[]", "vragen.opmerkingen[]", "huis.velden[].waarde"];

    [Fact]
    public void Every_value_of_every_model_has_a_type()
    {
        var models = TemplateFolder.Open(null).Models;
        var unknown = models.SelectMany(m => Leaves(m.Name, m.Type)).Where(l => l.Type.Kind is TemplateKind.Empty or TemplateKind.Any).Select(l => l.Path).ToList();

        Assert.Contains("besluit", models.Select(m => m.Name));
        Assert.Contains("zienswijze", models.Select(m => m.Name));
        Assert.Contains("tabellen/status", models.Select(m => m.Name));
        Assert.All(unknown, path => Assert.Contains(Optional, o => path.EndsWith("." + o, StringComparison.Ordinal)));
    }

    /// <summary>Misspells, one by one, every member of the question set that our own templates use.</summary>
    [Fact]
    public void A_slip_in_our_own_templates_is_told_where_it_stands()
    {
        var root = Repository.PathOf("templates");
        var tried = 0;
        foreach (var file in Directory.EnumerateFiles(root, "*.md", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            foreach (Match match in Member().Matches(text))
            {
                using var folder = new TemporaryFolder();
                var name = Path.GetRelativePath(root, file).Replace('\\', '/');
                var copy = Path.Combine(folder.Path, name);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                var at = match.Groups[1].Index;
                File.WriteAllText(copy, text.Insert(at + match.Groups[1].Length, "q"));

                var finding = Assert.Single(TemplateFolder.Open(folder.Path).Check());

                Assert.Equal(("onderdeel", name, text[..at].Count(c => c == '\n') + 1, at - text.LastIndexOf('\n', at)), (finding.Code, finding.Path, finding.Line, finding.Column));
                Assert.Contains($"Bedoelde u '{match.Groups[1].Value}'?", finding.Message, StringComparison.Ordinal);
                tried++;
            }
        }

        Assert.True(tried > 20, $"Only {tried} slips were tried.");
    }

    /// <summary>What the check lets through in <c>goed</c>, the engine renders: the two agree on what may stand in a template.</summary>
    [Fact]
    public void What_is_clean_renders()
    {
        using var folder = new TemporaryFolder();
        Copy(Repository.PathOf("fixtures", "dossiers", "trusted-flagger"), folder.Path);
        Copy(Path.Combine(Cases, "goed", "in"), Path.Combine(folder.Path, "templates"));
        File.AppendAllText(Path.Combine(folder.Path, "dossier.yaml"), "eigen_sleutel: eigen waarde\n");
        Directory.CreateDirectory(Path.Combine(folder.Path, "teksten", "persbericht"));
        File.WriteAllText(Path.Combine(folder.Path, "teksten", "persbericht", "0.md"), "---\ndocument: persbericht\nonderdeel: kop\ntitel: Een\n---\nTekst.\n");

        Assert.Empty(TemplateFolder.Open(folder.Path).Check());
        Assert.Contains(DraftPapers.Of(folder.Path).Papers, p => p.Name == "persbericht");
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "(", $"{{{{ {new string('(', 30_000)}1{new string(')', 30_000)} }}}}" },
        { "+", $"{{{{ 1{string.Concat(Enumerable.Repeat("+1", 50_000))} }}}}" },
        { ".", $"{{{{ stuk{string.Concat(Enumerable.Repeat(".b", 50_000))} }}}}" },
        { "if", string.Concat(Enumerable.Repeat("{{ if true }}", 20_000)) + string.Concat(Enumerable.Repeat("{{ end }}", 20_000)) },
        { "include", $"{{{{ include {new string('(', 30_000)}\"x\"{new string(')', 30_000)} }}}}" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Templates_without_measure_are_told_and_end_nothing(string name, string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "brief.md"), text);

        var findings = TemplateFolder.Open(folder.Path).Check();

        Assert.True(findings.Any(f => f.Path == "brief.md"), name);
    }

    [Fact]
    public void Templates_that_multiply_each_other_are_told()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "deel"));
        File.WriteAllText(Path.Combine(folder.Path, "brief.md"), "{{ include 'deel/0' }}{{ include 'brief' }}");
        for (var i = 0; i < 40; i++)
        {
            File.WriteAllText(Path.Combine(folder.Path, "deel", $"{i}.md"), i == 39 ? "x" : $"{{{{ include 'deel/{i + 1}' }}}}{{{{ include 'deel/{i + 1}' }}}}");
        }

        var findings = TemplateFolder.Open(folder.Path).Check();

        Assert.Equal("include", Assert.Single(findings, f => !f.Path.StartsWith("templates/", StringComparison.Ordinal)).Code);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_told() => Assert.Throws<DossierException>(() => TemplateFolder.Open(Path.Combine(Cases, "weg")));

    private static IEnumerable<(string Path, TemplateType Type)> Leaves(string path, TemplateType type) => type.Kind switch
    {
        TemplateKind.Object => type.Members.SelectMany(m => Leaves($"{path}.{m.Name}", m.Type)),
        TemplateKind.List => Leaves(path + "[]", type.Item!),
        _ => [(path, type)],
    };

    [GeneratedRegex(@"\bvragen\.([a-z_]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Member();
}
