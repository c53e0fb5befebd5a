using WooPipeline.Documents;
using WooPipeline.Templating;

namespace WooPipeline.Publication.Tests;

public class DecisionLetterTests
{
    private static readonly TemplateHost Host = TemplateHost.Create(Repository.PathOf("templates"));

    [Fact]
    public void It_has_the_sections_of_a_decision()
    {
        using var folder = new TemporaryFolder();
        var text = PlainText.Of(DecisionLetter.Render(Host, TestPackage.Write(folder.Path), LetterTexts.None).Blocks);

        string[] sections = ["Uw Woo-verzoek", "Wettelijk kader", "Inventarisatie van documenten", "Reeds openbaar", "Buiten de reikwijdte van uw verzoek", "Besluit", "Overwegingen", "Wijze van openbaarmaking", "Bezwaar", "Bijlage 1", "Bijlage 2"];
        Assert.Equal(sections, sections.OrderBy(s => text.IndexOf("\n" + s, StringComparison.Ordinal)));
        Assert.All(sections, s => Assert.Contains("\n" + s, text, StringComparison.Ordinal));
        Assert.Contains("Op 2 juni 2022 hebt u", text, StringComparison.Ordinal);
        Assert.Contains("van 1 maart 2021 tot en met 31 mei 2022", text, StringComparison.Ordinal);
        Assert.Contains("zijn 9 documenten", text, StringComparison.Ordinal);
        Assert.Contains("gedeeltelijk openbaar", text, StringComparison.Ordinal);
        Assert.Contains("artikel 5.1, tweede lid, aanhef en onder e, van de Woo", text, StringComparison.Ordinal);
        Assert.Contains("passages in de documenten 0001, 0003 en 0009.", text, StringComparison.Ordinal);
        Assert.Contains("0007\tKamerbrief", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Economische of financiële belangen", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_people_wrote_goes_before_the_templates_sentences()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("besluitbrief"));
        foreach (var (name, words) in new[] { ("verloop", "De termijn is *verdaagd*."), ("overweging-5.1.2e", "Onze eigen afweging."), ("artikel-5.1.2e", "De tekst van het artikel."), ("bezwaar", "Bezwaar kan bij ons.") })
        {
            File.WriteAllText(folder.File("besluitbrief", name + ".md"), words + "\n");
        }

        var text = PlainText.Of(DecisionLetter.Render(Host, TestPackage.Write(folder.Path), LetterTexts.Load(folder.Path)).Blocks);

        Assert.Contains("Verloop van de procedure\nDe termijn is verdaagd.", text, StringComparison.Ordinal);
        Assert.Contains("Onze eigen afweging.", text, StringComparison.Ordinal);
        Assert.Contains("De tekst van het artikel.", text, StringComparison.Ordinal);
        Assert.Contains("Bezwaar kan bij ons.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("binnen zes weken", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_dossier_gets_a_letter_too()
    {
        var text = PlainText.Of(DecisionLetter.Render(Host, new PackageInput { Dossier = new PackageDossier { Organisation = "" } }, LetterTexts.None).Blocks);
        Assert.Contains("geen documenten aangetroffen", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_stands_in_the_package_and_passes_the_check()
    {
        using var folder = new TemporaryFolder();
        var input = DecisionLetter.Write(folder.Path, TestPackage.Write(folder.Path), Host, LetterTexts.None);
        var report = PackageWriter.Write(folder.Path, input);

        Assert.Contains("publicatie/besluit.pdf", report.Files);
        Assert.Contains("publicatie/metadata/besluit.xml", report.Files);
        Assert.Equal([], PackageVerifier.Verify(folder.Path).Findings.Select(f => $"{f.File} {f.Place} {f.Message}"));
    }
}
