using WooPipeline.Documents;
using WooPipeline.Templating;

namespace WooPipeline.Parliament.Tests;

public sealed class HouseTemplateTests
{
    public static TheoryData<string, string> Houses()
    {
        var data = new TheoryData<string, string>();
        foreach (var house in Directory.GetFiles(Repository.PathOf("templates", "huissjablonen"), "*.yaml").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal))
        {
            foreach (var dossier in Fixture.Names)
            {
                data.Add(house!, dossier);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void Every_house_renders_every_dossier_with_its_own_headings_in_its_own_order(string house, string name)
    {
        var dossier = ParliamentDossier.Load(Fixture.Folder(name));
        var values = dossier.Settings.Values.SetItem("huissjabloon", house);
        var papers = ParliamentRenderer.Render(dossier with { Settings = dossier.Settings with { Values = values } }, TemplateHost.Create(Repository.PathOf("templates")), Fixture.Services(dossier.Folder));
        Assert.True(papers.Length >= 4);
        var note = papers.Single(p => p.Name == "nota");
        var headings = note.Tree.Blocks.OfType<Heading>().Select(h => PlainText.Of(h.Content)).ToList();
        var text = Fixture.Text(note.Tree);
        // No text of a part that this house doesn't know may be lost.
        foreach (var part in dossier.Texts.Where(t => t.Document == "nota" && t.Part != "kop" && t.Markdown.Trim().Length > 0))
        {
            var first = MarkdownTree.Parse(part.Markdown.Split("{{")[0]).Blocks;
            Assert.Contains(PlainText.Of(first).Trim().Split('\n')[0], text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.Equal(headings.Count, headings.Distinct().Count());
        Assert.True(headings.Count > 4);
        Assert.NotEmpty(note.Tree.Blocks.OfType<FieldList>());
    }

    [Fact]
    public void The_public_note_never_names_who_drafted_it_and_the_internal_one_does()
    {
        var dossier = ParliamentDossier.Load(Fixture.Folder("trusted-flagger"));
        var host = TemplateHost.Create(Repository.PathOf("templates"));
        var services = Fixture.Services(dossier.Folder);
        string Note(Audience audience) => Fixture.Text(ParliamentRenderer.Render(dossier, host, services with { Audience = audience }).Single(p => p.Name == "nota").Tree);
        Assert.DoesNotContain("Achterberg", Note(Audience.Public), StringComparison.Ordinal);
        Assert.Contains("Achterberg", Note(Audience.Internal), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_house_is_told_with_the_one_probably_meant()
    {
        using var copy = Fixture.Copy("trusted-flagger");
        File.WriteAllText(copy.File("dossier.yaml"), File.ReadAllText(copy.File("dossier.yaml")).Replace("huissjabloon: bzk", "huissjabloon: bzkk", StringComparison.Ordinal));
        var e = Assert.Throws<TemplateException>(() => Fixture.Render(copy.Path));
        Assert.Contains("Bedoelde u 'bzk'?", e.Message, StringComparison.Ordinal);
    }
}
