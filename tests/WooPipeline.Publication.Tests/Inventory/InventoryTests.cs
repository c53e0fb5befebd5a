using System.Text;
using WooPipeline.Documents;
using WooPipeline.Publication.Verification;

namespace WooPipeline.Publication.Tests;

public class InventoryTests
{
    [Theory]
    [InlineData("inventarislijst.xlsx")]
    [InlineData("inventarislijst.csv")]
    public void The_platform_reads_what_was_meant(string name)
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Finish(folder.Path);
        var path = folder.File("publicatie", name);

        var rows = PlatformReader.Read(name.EndsWith("xlsx", StringComparison.Ordinal) ? PlatformReader.Xlsx(path) : [.. SimpleCsv.Rows(File.ReadAllText(path))]);

        Assert.Equal(input.Documents.Select(d => d.Id).Order(StringComparer.Ordinal), rows.Select(r => r.Id));
        foreach (var document in input.Documents)
        {
            var row = rows.Single(r => r.Id == document.Id);
            Assert.Equal(document.Date, row.Date);
            Assert.Equal("2025-01", row.Matter);
            Assert.Equal(["WOO-2022-17"], row.Cases);
            Assert.Equal(document.State switch
            {
                DocumentState.Public => "public",
                DocumentState.PartlyPublic => "partial_public",
                DocumentState.AlreadyPublic => "already_public",
                _ => "not_public",
            }, row.Judgement);
            Assert.Equal(document.State == DocumentState.PartlyPublic ? ["5.1.2e"] : document.State switch
            {
                DocumentState.Withheld => ["5.2"],
                DocumentState.Duplicate => ["dubbel"],
                DocumentState.OutOfScope => ["buiten verzoek"],
                _ => (string[])[],
            }, row.Grounds);
            Assert.NotEqual("unknown", row.SourceType);
            Assert.All(document.PublicFiles, f => Assert.Equal(document.Id, PlatformReader.IdOfFile(f)));
        }

        Assert.Equal(["https://www.example.org/kamerbrief"], rows.Single(r => r.Id == "0007").Links);
        Assert.Equal(["0001"], rows.Single(r => r.Id == "0004").Related);
        Assert.Equal(rows.Single(r => r.Id == "0001").Family, rows.Single(r => r.Id == "0002").Family);
        Assert.Equal(rows.Single(r => r.Id == "0001").Thread, rows.Single(r => r.Id == "0004").Thread);
        Assert.NotEqual(rows.Single(r => r.Id == "0001").Thread, rows.Single(r => r.Id == "0009").Thread);
    }

    [Fact]
    public void Our_list_passes_our_own_check_and_holds_text_only()
    {
        using var folder = new TemporaryFolder();
        TestPackage.Finish(folder.Path);

        foreach (var name in new[] { "inventarislijst.xlsx", "inventarislijst.csv" })
        {
            var report = InventoryChecker.Check(folder.File("publicatie", name));
            Assert.Equal([], report.Findings.Select(f => f.Message));
            Assert.Equal(9, report.Rows);
        }

        Assert.True(PlatformReader.IsAllText(folder.File("publicatie", "inventarislijst.xlsx")));
    }

    [Fact]
    public void Columns_stand_in_the_official_order()
    {
        using var folder = new TemporaryFolder();
        TestPackage.Finish(folder.Path);
        var ours = PlatformReader.Xlsx(folder.File("publicatie", "inventarislijst.xlsx"))[0];

        Assert.Equal("ID|Matter|Family|Email Thread ID|Document|File Type|Datum|Beoordeling|Opgeschort|Beoordelingsgrond|Toelichting|Publieke Link|Gerelateerd ID|Zaaknummer", string.Join('|', ours));
        if (Repository.Shared("standards", "openminvws", "productierapport_template.xlsx") is { } template)
        {
            Assert.Equal(PlatformReader.Xlsx(template)[0], ours);
        }
    }

    [Fact]
    public void Awkward_cells_stay_within_the_rules()
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path, TestPackage.Dossier with { Reference = "Ref (2025)/é 7", CaseNumbers = ["WOO/7 & 8"] });
        var awkward = input.Documents.Select(d => d.Id switch
        {
            "0001" => d with { Title = new string('é', 400) + "\nregel" },
            "0003" => d with { Remark = "https://www.example.org is de vindplaats " + new string('x', 1200) },
            "0007" => d with { Links = ["https://www.example.org/met spatie", "ftp://example.org", "https://www.example.org/a"] },
            "0009" => d with { Title = "=HYPERLINK(\"x\")", Related = ["0001", "9999"], Suspended = true },
            _ => d,
        });
        PackageWriter.Write(folder.Path, input with { Documents = [.. awkward], Removed = [] });

        var rows = PlatformReader.Read(PlatformReader.Xlsx(folder.File("publicatie", "inventarislijst.xlsx")));

        Assert.True(Encoding.UTF8.GetByteCount(rows[0].Name) <= 500);
        Assert.Empty(rows[2].Links);
        Assert.Equal(1000, rows[2].Remark.Length);
        Assert.Equal(["https://www.example.org/a"], rows.Single(r => r.Id == "0007").Links);
        Assert.Equal(["0001"], rows.Single(r => r.Id == "0009").Related);
        Assert.True(rows.Single(r => r.Id == "0009").Suspended);
        Assert.Equal("=HYPERLINK(\"x\")", rows.Single(r => r.Id == "0009").Name);
        Assert.Equal([], InventoryChecker.Check(folder.File("publicatie", "inventarislijst.xlsx")).Findings.Select(f => f.Message));
    }

    [Fact]
    public void Woogle_gets_its_own_list_without_persons()
    {
        using var folder = new TemporaryFolder();
        TestPackage.Finish(folder.Path);

        var rows = SimpleCsv.Rows(File.ReadAllText(folder.File("publicatie", "aanlevering", "woogle.csv"))).ToArray();

        Assert.Equal("Bestandsnaam,Titel,Datum,Documentsoort,Beoordeling,Uitzonderingsgrond,Verzender,Ontvanger,Beschrijving", string.Join(',', rows[0]));
        Assert.Equal(["nota.pdf", "documenten/0001.pdf", "documenten/0002.pdf", "documenten/0003.docx", "documenten/0009.html"], rows.Skip(1).Select(r => r[0]));
        Assert.All(rows.Skip(1), r => Assert.Equal("", r[6] + r[7]));
    }

    [Fact]
    public void Grounds_of_a_document_come_once_and_in_the_order_of_the_law()
    {
        Decision Removed(int at, string ground) => new() { Span = TextSpan.At(at, 2), Label = Label.Name, Verdict = Verdict.Remove, Ground = GroundCatalog.Find(ground), Reason = "reden" };
        var document = new PackageDocument
        {
            Id = "1",
            Source = "bronnen/1",
            SourceSha256 = "",
            State = DocumentState.PartlyPublic,
            Decisions = [new(Removed(0, "5.1.2e")), new(Removed(4, "5.1.1e")), new(Removed(8, "5.1.2e"))],
        };

        Assert.Equal(["5.1.1e", "5.1.2e"], DocumentGrounds.Of(document));
    }
}
