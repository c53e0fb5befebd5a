using System.Text.Json;
using WooPipeline.Documents;

namespace WooPipeline.Publication.Tests;

public class PackageWriterTests
{
    [Fact]
    public void Sources_are_listed_in_the_shape_that_others_read()
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Finish(folder.Path);
        using var json = JsonDocument.Parse(File.ReadAllText(folder.File("intern", "bronnen.json")));
        var entries = json.RootElement.EnumerateArray().ToDictionary(e => e.GetProperty("source").GetString()!);

        Assert.Equal(input.Documents.Length + 1, entries.Count);
        Assert.Equal("documenten/0001.pdf", entries["bronnen/001.eml"].GetProperty("public")[0].GetString());
        Assert.Equal("deels openbaar", entries["bronnen/001.eml"].GetProperty("state").GetString());
        Assert.Equal("dubbel", entries["bronnen/b.zip/kopie.eml"].GetProperty("state").GetString());
        Assert.Equal("quarantaine", entries["bronnen/stuk.pdf"].GetProperty("state").GetString());
        Assert.Equal("deels openbaar", entries["bronnen/b.zip"].GetProperty("state").GetString());
        Assert.All(input.Documents.SelectMany(d => d.PublicFiles), f => Assert.True(File.Exists(folder.File("publicatie", f))));
    }

    [Fact]
    public void Public_files_name_no_source_and_no_person()
    {
        using var folder = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        foreach (var file in Directory.GetFiles(folder.File("publicatie"), "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("bronnen/", File.ReadAllText(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_account_holds_every_passage_and_never_its_text()
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Finish(folder.Path);
        var text = File.ReadAllText(folder.File("intern", "lakverantwoording.csv"));
        var passages = input.Documents.Sum(d => d.Decisions.Length);

        Assert.Equal(passages + 1, text.TrimEnd().Split("\r\n").Length);
        Assert.Contains("Nummer;Document;Pagina;Soort gegeven;Grond;Herkomst;Motivering;SHA-256 bron;SHA-256 openbaar bestand", text, StringComparison.Ordinal);
        Assert.Contains("naam;5.1.2e;regel: name.test;Het belang van de persoonlijke levenssfeer weegt zwaarder.", text, StringComparison.Ordinal);
        Assert.All(new[] { TestPackage.Name, TestPackage.Phone, TestPackage.Local, TestPackage.Accented }, f => Assert.DoesNotContain(f, text, StringComparison.Ordinal));
        if (ExternalTool.IsHere("pdftotext"))
        {
            var pdf = ExternalTool.Run("pdftotext", "-layout", folder.File("intern", "lakverantwoording.pdf"), "-").Output;
            Assert.Contains($"{passages} passages gelakt", pdf, StringComparison.Ordinal);
            Assert.Contains("Document 0009", pdf, StringComparison.Ordinal);
            Assert.DoesNotContain("Marieke", pdf, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_report_adds_up()
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Finish(folder.Path);
        using var json = JsonDocument.Parse(File.ReadAllText(folder.File("intern", "verslag.json")));

        Assert.Equal(input.Documents.Length, json.RootElement.GetProperty("states").EnumerateObject().Sum(s => s.Value.GetInt32()));
        Assert.Equal(1, json.RootElement.GetProperty("quarantine").GetArrayLength());
        var page = File.ReadAllText(folder.File("intern", "verslag.html"));
        Assert.Contains("Het bestand is afgebroken", page, StringComparison.Ordinal);
        Assert.Contains("totaal", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_wherever_and_whenever()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        TestPackage.Make(one.Path);
        var culture = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("tr-TR");
            TestPackage.Make(two.Path);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
        }

        // The docx of the fixture comes from the framework's zip; all else is ours.
        foreach (var file in Directory.GetFiles(one.Path, "*", SearchOption.AllDirectories))
        {
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(two.Path, Path.GetRelativePath(one.Path, file))));
        }
    }

    [Fact]
    public void The_order_of_the_input_does_not_matter()
    {
        using var one = new TemporaryFolder();
        using var two = new TemporaryFolder();
        TestPackage.Make(one.Path);
        var input = TestPackage.Write(two.Path);
        PackageWriter.Write(two.Path, input with { Documents = [.. input.Documents.Reverse()], Rendered = [.. input.Rendered.Reverse()] });

        Assert.Equal(File.ReadAllText(one.File("publicatie", "manifest.json")), File.ReadAllText(two.File("publicatie", "manifest.json")));
    }

    [Fact]
    public void A_lost_member_stops_the_package()
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path);
        var lost = input with { Documents = [.. input.Documents.Where(d => d.Id != "0004")] };
        Assert.Contains("bronnen/b.zip", Assert.Throws<PackageException>(() => PackageWriter.Write(folder.Path, lost)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_would_not_be_found_or_would_tell_something_are_refused()
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path);
        PackageInput With(Func<PackageDocument, PackageDocument> change) => input with { Documents = [.. input.Documents.Select(d => d.Id == "0001" ? change(d) : d)] };

        Assert.Throws<PackageException>(() => PackageWriter.Write(folder.Path, With(d => d with { Id = "00-1" })));
        Assert.Throws<PackageException>(() => PackageWriter.Write(folder.Path, With(d => d with { Id = "0002" })));
        Assert.Throws<PackageException>(() => PackageWriter.Write(folder.Path, With(d => d with { PublicFiles = ["documenten/Marieke.pdf"] })));
        Assert.Throws<PackageException>(() => PackageWriter.Write(folder.Path, With(d => d with { PublicFiles = [] })));
        Assert.Throws<PackageException>(() => PackageWriter.Write(folder.Path, With(d => d with { State = DocumentState.Withheld })));
    }

    [Fact]
    public void A_title_that_holds_a_removed_name_is_an_error()
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path);
        var report = PackageWriter.Write(folder.Path, input with { Documents = [.. input.Documents.Select(d => d.Id == "0001" ? d with { Title = "Mail van Marieke van der Zandt" } : d)] });

        Assert.Contains(report.Problems, p => p is { Code: "gelakt-in-titel", Document: "0001", IsError: true });
        Assert.DoesNotContain(report.Problems, p => p.Message.Contains("Marieke", StringComparison.Ordinal));
        Assert.Equal(3, PackageVerifier.Verify(folder.Path).ExitCode);
    }

    [Fact]
    public void Rules_of_the_law_are_checked()
    {
        Decision Passage(int start, string ground, string reason = "motivering") => new() { Span = TextSpan.At(start, 4), Label = Label.Other, Verdict = Verdict.Remove, Ground = GroundCatalog.Find(ground), Reason = reason };
        PackageDocument Document(DocumentState state, params Decision[] decisions) => new() { Id = "1", Source = "bronnen/1", SourceSha256 = "", State = state, Date = new DateOnly(2022, 1, 1), Decisions = [.. decisions.Select(d => new PackageDecision(d))] };
        string[] Codes(PackageDocument document) => [.. JudgementRules.Check(new PackageInput { Dossier = TestPackage.Dossier, Documents = [document] }).Select(p => p.Code)];

        Assert.Equal([], Codes(Document(DocumentState.PartlyPublic, Passage(0, "5.1.2e"))));
        Assert.Equal(["vijfde-lid-samen"], Codes(Document(DocumentState.PartlyPublic, Passage(0, "5.1.2e"), Passage(2, "5.1.5"))));
        Assert.Equal(["vijfde-lid-samen"], Codes(Document(DocumentState.PartlyPublic, Passage(0, "5.1.1c"), Passage(2, "5.1.5"))));
        Assert.Equal([], Codes(Document(DocumentState.PartlyPublic, Passage(0, "5.1.2e"), Passage(8, "5.1.5"))));
        Assert.Equal(["geen-motivering"], Codes(Document(DocumentState.PartlyPublic, Passage(0, "5.1.2b", ""))));
        Assert.Equal([], Codes(Document(DocumentState.PartlyPublic, Passage(0, "5.1.1e", ""))));
        Assert.Equal(["opvattingen-voor-minister"], Codes(Document(DocumentState.PartlyPublic, Passage(0, "5.2")) with { ForMinister = true }));
        Assert.Equal(["ouder-dan-vijf-jaar"], Codes(Document(DocumentState.PartlyPublic, Passage(0, "5.1.2e")) with { Date = new DateOnly(2017, 8, 14) }));
        Assert.Equal([], Codes(Document(DocumentState.PartlyPublic, Passage(0, "5.1.2e")) with { Date = new DateOnly(2017, 8, 14), Remark = "Nog steeds in dienst" }));
        Assert.Equal(["openbaar-met-gelakt"], Codes(Document(DocumentState.Public, Passage(0, "5.1.2e"))));
        var hidden = new PackageDecision(Passage(0, "5.1.2e")) { IsShown = false };
        Assert.Equal([], Codes(Document(DocumentState.Public) with { Decisions = [hidden] }));
        Assert.Equal(["deels-zonder-gelakt"], Codes(Document(DocumentState.PartlyPublic) with { Decisions = [hidden] }));
        Assert.Equal(["deels-zonder-gelakt"], Codes(Document(DocumentState.PartlyPublic)));
        Assert.Equal(["geen-grond"], Codes(Document(DocumentState.Withheld)));
        Assert.Equal(["geen-vindplaats"], Codes(Document(DocumentState.AlreadyPublic)));
        Assert.Equal(["dubbel-zonder-origineel"], Codes(Document(DocumentState.Duplicate)));
    }

    [Fact]
    public void Judgements_are_proposed_and_persons_go_first()
    {
        var removed = new Decision { Span = TextSpan.At(0, 4), Label = Label.Name, Verdict = Verdict.Remove };
        var broken = new Formats.Quarantined("beschadigd", "Stuk.");

        Assert.Equal(DocumentState.Public, JudgementProposal.For([]));
        Assert.Equal(DocumentState.PartlyPublic, JudgementProposal.For([removed]));
        Assert.Equal(DocumentState.Duplicate, JudgementProposal.For([removed], duplicateOf: "0001"));
        Assert.Equal(DocumentState.Quarantined, JudgementProposal.For([], broken));
        Assert.Equal(DocumentState.Quarantined, JudgementProposal.For([], broken, byPerson: DocumentState.Public));
        Assert.Equal(DocumentState.Withheld, JudgementProposal.For([], broken, byPerson: DocumentState.Withheld));
        Assert.Equal(DocumentState.Withheld, JudgementProposal.For([removed], duplicateOf: "0001", byPerson: DocumentState.Withheld));
        Assert.Equal(DocumentState.PartlyPublic, JudgementProposal.For([removed], duplicateOf: "0001", byPerson: DocumentState.Public));
    }
}
