using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats.Word;
using WooPipeline.Templating;

namespace WooPipeline.Parliament.Tests;

/// <summary>Every paper that there is a template for, in every ministry's house, from a dossier that asks for all of them.</summary>
public sealed class EveryPaperTests
{
    private static readonly string[] Letters = ["brief", "uitstelbericht"];

    public static TheoryData<string> Houses =>
        [.. Directory.GetFiles(Repository.PathOf("templates", "huissjablonen"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void All_eight_ministries_have_a_house() =>
        Assert.Superset(new HashSet<string> { "bzk", "ocw", "lvvn", "jenv", "defensie", "az", "ienw", "ezk" }, Directory.GetFiles(Repository.PathOf("templates", "huissjablonen")).Select(f => Path.GetFileNameWithoutExtension(f)!).ToHashSet());

    [Theory]
    [MemberData(nameof(Houses))]
    public void Every_paper_renders_without_a_name_that_is_undefined(string house)
    {
        foreach (var name in Fixture.Names)
        {
            foreach (var audience in Enum.GetValues<Audience>())
            {
                var papers = Render(name, house, audience);

                Assert.Equal(ParliamentRenderer.PaperNames.Order(StringComparer.Ordinal), papers.Select(p => p.Name).Order(StringComparer.Ordinal));
                Assert.All(papers, p => Assert.NotEmpty(p.Tree.Blocks));
                Assert.All(papers, p => Assert.DoesNotContain("{{", Fixture.Text(p.Tree), StringComparison.Ordinal));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public void The_letter_has_the_blocks_of_its_house_in_their_order(string house)
    {
        var keys = HouseTemplate.Load(house, TemplateHost.Create(Repository.PathOf("templates")));
        var labels = ((IEnumerable<object?>)keys["brief_velden"]!).Cast<TemplateObject>().Select(f => (Label: (string)f["label"]!, IsInternal: f["intern"] is not null)).ToList();
        foreach (var audience in Enum.GetValues<Audience>())
        {
            foreach (var letter in Render("trusted-flagger", house, audience).Where(p => Letters.Contains(p.Name)))
            {
                var shown = letter.Tree.Blocks.OfType<FieldList>().SelectMany(l => l.Fields).Select(f => f.Label).ToList();
                var text = Fixture.Text(letter.Tree);

                Assert.Equal(labels.Where(l => audience == Audience.Internal || !l.IsInternal).Select(l => l.Label).Where(shown.Contains), shown);
                Assert.Equal(audience == Audience.Internal, shown.Contains("Contactpersoon"));
                Assert.Contains("Aan de Voorzitter van de Tweede Kamer", text, StringComparison.Ordinal);
                Assert.Contains("2023Z20417", text, StringComparison.Ordinal);
                Assert.DoesNotContain("Onderdeel: kop", text, StringComparison.Ordinal);
                Assert.Equal(keys["brief_retouradres"] is string address, text.Contains("Retouradres", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_house_of_the_users_own_takes_its_letters_from_the_general_one()
    {
        using var own = new TemporaryFolder();
        Directory.CreateDirectory(own.File("huissjablonen"));
        File.WriteAllText(own.File("huissjablonen", "fin.yaml"), "naam: Financiën\nvelden:\n  - {veld: aan, label: Aan}\ndelen:\n  - {deel: overig}\nstempels: {ter beslissing: TER BESLISSING}\n");

        var papers = Render("trusted-flagger", "fin", Audience.Public, own.Path);

        Assert.Contains("Aan de Voorzitter", Fixture.Text(papers.Single(p => p.Name == "brief").Tree), StringComparison.Ordinal);
    }

    [Fact]
    public void LibreOffice_opens_every_docx()
    {
        if (!ExternalTool.IsHere("soffice") || !ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var papers = Houses.SelectMany(h => Render("trusted-flagger", h.Data, Audience.Internal).Where(p => h.Data == "bzk" || p.Name is "nota" or "brief").Select(p => (House: h.Data, Paper: p))).ToList();
        var paths = papers.Select(p => Write(folder, $"{p.House}-{p.Paper.Name}", p.Paper.Tree)).ToArray();

        ExternalTool.Run(TimeSpan.FromMinutes(4), "soffice", ["--headless", $"-env:UserInstallation=file://{folder.File("profiel")}", "--convert-to", "pdf", "--outdir", folder.Path, .. paths]);

        foreach (var (house, paper) in papers)
        {
            var words = Words(ExternalTool.Run("pdftotext", folder.File($"{house}-{paper.Name}.pdf"), "-").Output);
            var heading = Words(PlainText.Of(paper.Tree.Blocks.OfType<Heading>().First().Content));
            Assert.Contains(heading, words, StringComparison.Ordinal);

            // Cells of a table come out in another order, so the last line is looked for word by word.
            Assert.Superset(Words(Fixture.Text(paper.Tree).TrimEnd().Split('\n')[^1].Trim('•', ' ')).Split(' ').Where(w => w.Length is > 3 and < 8).ToHashSet(), words.Split(' ').ToHashSet());
        }
    }

    private static ImmutableArray<RenderedText> Render(string name, string house, Audience audience, params string[] templates)
    {
        using var copy = Fixture.Copy(name);
        foreach (var paper in ParliamentRenderer.PaperNames)
        {
            var folder = copy.File("teksten", paper);
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(Path.Combine(folder, "kop.md"), $"---\ndocument: {paper}\nonderdeel: kop\n---\n");
            }
        }

        foreach (var letter in Letters)
        {
            File.WriteAllText(Directory.GetFiles(copy.File("teksten", letter)).Order(StringComparer.Ordinal).First(), $"---\ndocument: {letter}\nonderdeel: kop\ncontactpersoon: W. Voorbeeld\nbijlagen: 1\n---\n");
        }

        var dossier = ParliamentDossier.Load(copy.Path);
        dossier = dossier with { Settings = dossier.Settings with { Values = dossier.Settings.Values.SetItem("huissjabloon", house) } };
        return ParliamentRenderer.Render(dossier, TemplateHost.Create([.. templates, Repository.PathOf("templates")]), Fixture.Services(copy.Path) with { Audience = audience });
    }

    private static string Write(TemporaryFolder folder, string name, DocumentTree tree)
    {
        var path = folder.File(name + ".docx");
        using var output = File.Create(path);
        DocxWriter.Write(tree, new HouseStyle(), new DocxWriteOptions { Title = tree.Title, Language = "nl-NL" }, output);
        return path;
    }

    private static string Words(string text) => string.Join(' ', text.Split((char[])[' ', '\n', '\r', '\t', '\f', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
}
