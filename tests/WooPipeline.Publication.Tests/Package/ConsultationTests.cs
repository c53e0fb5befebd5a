using WooPipeline.Documents;
using WooPipeline.Templating;

namespace WooPipeline.Publication.Tests;

public class ConsultationTests
{
    private const string First = "Bedrijf Zonnepaneel levert voor 40 euro, zegt Marieke van der Zandt.";
    private const string Other = "Bedrijf Windmolen levert voor 50 euro.";

    [Fact]
    public void A_party_sees_its_own_passages_and_nobody_elses_data()
    {
        var tree = new DocumentTree { Blocks = [Paragraph.Of("Inleiding."), Paragraph.Of(First), Paragraph.Of(Other)] };
        var text = TextView.Of(tree).Text;
        TextSpan Span(string words) => TextSpan.At(text.IndexOf(words, StringComparison.Ordinal), words.Length);
        Decision Removed(string words) => new() { Span = Span(words), Label = Label.Other, Verdict = Verdict.Remove, Ground = GroundCatalog.Find("5.1.1c"), MarkText = "5.1.1c" };
        var document = new ConsultationDocument("0001", "Offertes", tree, [Removed("40 euro"), Removed("Marieke van der Zandt"), Removed("50 euro")]);
        var consultation = new Consultation("z1", "Zonnepaneel B.V.", ConsultationState.Open) { Passages = [("0001", Span("40 euro"))], Term = new DateOnly(2022, 7, 1) };

        var extract = PlainText.Of(ConsultationView.Extract(consultation, [document]).Blocks);

        Assert.Contains("levert voor 40 euro, zegt [5.1.1c].", extract, StringComparison.Ordinal);
        Assert.DoesNotContain("Marieke", extract, StringComparison.Ordinal);
        Assert.DoesNotContain("Windmolen", extract, StringComparison.Ordinal);
        using var folder = new TemporaryFolder();
        ConsultationView.Write(folder.Path, consultation, [document], TestPackage.Dossier, TemplateHost.Create(Repository.PathOf("templates")));
        if (ExternalTool.IsHere("pdftotext"))
        {
            Assert.Contains("1 juli 2022", ExternalTool.Run("pdftotext", folder.File("intern", "zienswijzen", "z1", "brief.pdf"), "-").Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_package_while_a_consultation_is_open_without_a_reason()
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path);
        var open = new Consultation("z1", "Zonnepaneel B.V.", ConsultationState.Open);

        Assert.Contains("z1", Assert.Throws<PackageException>(() => PackageWriter.Write(folder.Path, input with { Consultations = [open] })).Message, StringComparison.Ordinal);
        PackageWriter.Write(folder.Path, input with { Consultations = [open with { ReasonWhileOpen = "Spoed" }] });
        PackageWriter.Write(folder.Path, input with { Consultations = [open with { State = ConsultationState.NoAnswer }] });
    }

    [Fact]
    public void Passages_are_found_by_the_names_of_a_party()
    {
        const string Both = "Zonnepaneel en Windmolen vragen samen 60 euro.";
        var tree = new DocumentTree { Blocks = [Paragraph.Of("Inleiding."), Paragraph.Of(First), Paragraph.Of(Other), Paragraph.Of(Both)] };
        var text = TextView.Of(tree).Text;
        Decision Removed(string words, string ground) =>
            new() { Span = TextSpan.At(text.IndexOf(words, StringComparison.Ordinal), words.Length), Label = Label.Other, Verdict = Verdict.Remove, Ground = GroundCatalog.Find(ground), MarkText = ground };
        var document = new ConsultationDocument("0001", "Offertes", tree,
            [Removed("40 euro", "5.1.1c"), Removed("Marieke van der Zandt", "5.1.2e"), Removed("50 euro", "5.1.2f"), Removed("60 euro", "5.1.1c")]);

        var found = ConsultationPassages.Find(
            [new Consultation("z1", "Zonnepaneel B.V.", ConsultationState.Open) { Terms = ["Zonnepaneel"] }, new Consultation("z2", "Windmolen B.V.", ConsultationState.Agreed) { Terms = ["windmolen"] }],
            [document]);

        var first = PlainText.Of(ConsultationView.Extract(found[0], [document]).Blocks);
        Assert.Contains("Zonnepaneel levert voor 40 euro, zegt [5.1.2e].", first, StringComparison.Ordinal);
        Assert.Contains("vragen samen [5.1.1c].", first, StringComparison.Ordinal);
        Assert.DoesNotContain("levert voor 50", first, StringComparison.Ordinal);
        var second = PlainText.Of(ConsultationView.Extract(found[1], [document]).Blocks);
        Assert.Contains("Windmolen levert voor 50 euro.", second, StringComparison.Ordinal);
        Assert.DoesNotContain("40 euro", second, StringComparison.Ordinal);
        Assert.DoesNotContain("60 euro", second, StringComparison.Ordinal);
    }

    [Fact]
    public void The_register_is_read_by_its_headings()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("registers"));
        File.WriteAllText(folder.File("registers", "zienswijzen.csv"), "id;stand;partij;termen;termijn;reden\nz1;Open;Zonnepaneel B.V.;Zonnepaneel|ZP;1-7-2022;Spoed\n");

        var read = Assert.Single(ConsultationRegister.Load(folder.Path));

        Assert.Equal(("z1", "Zonnepaneel B.V.", ConsultationState.Open, new DateOnly(2022, 7, 1), "Spoed"), (read.Id, read.Party, read.State, read.Term, read.ReasonWhileOpen));
        Assert.Equal(["Zonnepaneel", "ZP"], read.Terms);
        File.WriteAllText(folder.File("registers", "zienswijzen.csv"), "id;stand\nz1;klaar\n");
        Assert.Contains("rij 2", Assert.Throws<PackageException>(() => ConsultationRegister.Load(folder.Path)).Message, StringComparison.Ordinal);
    }
}
