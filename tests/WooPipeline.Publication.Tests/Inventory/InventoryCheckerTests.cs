using System.Globalization;
using System.IO.Compression;
using System.Text;
using WooPipeline.Publication.Inventory;

namespace WooPipeline.Publication.Tests;

/// <summary>Each trap of the platform, found; nothing found where there is none.</summary>
public class InventoryCheckerTests
{
    private const string Header = "ID,Matter,Document,Datum,Beoordeling,Beoordelingsgrond,Toelichting,Publieke Link,Family,Email Thread ID,File Type,Opgeschort,Gerelateerd ID,Zaaknummer";
    private const string Good = "1001,2025-01,nota.docx,2020-03-25,Deels openbaar,5.1.2e; 5.1.1.c;,uitleg,https://example.org/a|https://example.org/b,1,2,doc,Ja,1001,12-3";

    [Fact]
    public void A_good_row_gives_nothing() => Assert.Equal([], Check(Header, Good).Findings.Select(f => f.Message));

    [Theory]
    [InlineData("Gedeeltelijk openbaar", "beoordeling-onbekend")]
    [InlineData("Deels-openbaar", "beoordeling-onbekend")]
    [InlineData("", "beoordeling-onbekend")]
    [InlineData(" DEELS OPENBAAR ", null)]
    public void Judgements(string judgement, string? code) => Assert.Equal(code, Silent("Deels openbaar", judgement));

    [Theory]
    [InlineData("12-3", "id-vindt-geen-bestand")]
    [InlineData("a.b", "id-vindt-geen-bestand")]
    [InlineData("ABC12", null)]
    public void Ids_that_match_no_file(string id, string? code) => Assert.Equal(code, Silent("1001,2025", id + ",2025", ",1001,12-3", ",,12-3"));

    [Theory]
    [InlineData("2020-03-25", null)]
    [InlineData("25-03-2020", null)]
    [InlineData("25/03/2020", null)]
    [InlineData("25/03/2020 10:00", null)]
    [InlineData("10/9/2022 1:34 PM UTC", null)]
    [InlineData("03-25-20", "datum-verlezen")]
    [InlineData("03/25/20 12:00", "datum-verlezen")]
    [InlineData("03/25/2020", "datum-verlezen")]
    [InlineData("06/05/2023", "datum-dubbelzinnig")]
    [InlineData("31-02-2020", "datum-verlezen")]
    public void Dates_that_are_read_otherwise(string date, string? code) => Assert.Equal(code, Silent("2020-03-25", date));

    [Theory]
    [InlineData("43915")]
    [InlineData("25 March 2020")]
    [InlineData("2020-03-25 10:00")]
    [InlineData("2020-03-25T10:00:00")]
    [InlineData("25-03-2020 10:00")]
    [InlineData(" 2020-03-25")]
    public void Dates_that_are_refused(string date) => Assert.Equal("datum-onleesbaar", Refused("2020-03-25", date));

    [Theory]
    [InlineData("2020-03-25")]
    [InlineData("03-25-20")]
    [InlineData("03/25/20 12:00")]
    [InlineData("03/25/2020")]
    [InlineData("06/05/2023")]
    [InlineData("10/9/2022 1:34 PM UTC")]
    [InlineData("43915")]
    [InlineData("2020-03-25 10:00")]
    public void Dates_are_read_as_a_second_reader_reads_them(string date) => Assert.Equal(PlatformReader.Date(date), PlatformDate.Read(date)?.Day);

    [Theory]
    [InlineData("5.1.2,e", "grond-onbekend")]
    [InlineData("artikel 5.1 lid 2 sub e", "grond-onbekend")]
    [InlineData("5.1.2E", "grond-onbekend")]
    [InlineData("5.1.1c, 5.1.2e", "grond-onbekend")]
    [InlineData("5.1.1.a;5.1.2.i;5.2;dubbel", null)]
    public void Grounds(string grounds, string? code) => Assert.Equal(code, Silent("5.1.2e; 5.1.1.c;", grounds.Contains(',', StringComparison.Ordinal) ? $"\"{grounds}\"" : grounds));

    [Theory]
    [InlineData("doc,Ja", "tabel,Ja", "bestandstype-onbekend")]
    [InlineData("doc,Ja", "Word Processing,Ja", null)]
    [InlineData("doc,Ja", "doc,x", "opgeschort-onbekend")]
    [InlineData("uitleg,https://example.org/a|https://example.org/b", "https://example.org/a,", "toelichting-als-link")]
    public void Other_silent_readings(string from, string to, string? code) => Assert.Equal(code, Silent(from, to));

    [Theory]
    [InlineData("1001,2025-01", ",2025-01", "id-leeg")]
    [InlineData("1001,2025-01", "10_01,2025-01", "id-ongeldig")]
    [InlineData("1001,2025-01", "1001,", "matter-of-context")]
    [InlineData("1001,2025-01", "1001,test matter", "matter-ongeldig")]
    [InlineData("https://example.org/a|https://example.org/b", "http://openbaar.demo/pannekoeken recept.docx", "link-ongeldig")]
    [InlineData("https://example.org/a|https://example.org/b", "not-a-valid-url", "link-ongeldig")]
    [InlineData("/b,1,2", "/b,-5,2", "geen-geheel-getal")]
    [InlineData("/b,1,2", "/b,1,x", "geen-geheel-getal")]
    [InlineData("Ja,1001", "Ja,7777", "gerelateerd-onbekend")]
    [InlineData(",12-3", ",12/3", "zaaknummer-ongeldig")]
    public void Refused_rows(string from, string to, string code) => Assert.Contains(code, Check(Header, Good.Replace(from, to, StringComparison.Ordinal)).Findings.Where(f => f.Kind == InventoryFindingKind.Refused).Select(f => f.Code));

    [Fact]
    public void Long_names_count_in_bytes()
    {
        Assert.Null(Silent("nota.docx", new string('a', 500)));
        Assert.Contains("naam-te-lang", Check(Header, Good.Replace("nota.docx", new string('é', 251), StringComparison.Ordinal)).Findings.Select(f => f.Code));
    }

    [Fact]
    public void Ids_differ_by_more_than_case() =>
        Assert.Contains("id-dubbel", Check(Header, Good.Replace("1001", "abc1", StringComparison.Ordinal), Good.Replace("1001", "ABC1", StringComparison.Ordinal)).Findings.Select(f => f.Code));

    [Fact]
    public void The_platforms_own_published_list_cannot_go_back_in()
    {
        var report = Check("Document ID,Documentnummer,Bestandsnaam,Beoordeling,Beoordelingsgrond", "1001,2025-01-1001,a.pdf,Openbaar,");
        Assert.Contains(report.Findings, f => f is { Code: "kolom-ontbreekt", Column: "ID" });
        Assert.Contains(report.Findings, f => f.Code == "document-id-is-naam");
    }

    [Fact]
    public void A_second_column_for_one_field_is_told() =>
        Assert.Contains("kolom-dubbel", Check(Header + ",Omschrijving", Good + ",iets").Findings.Select(f => f.Code));

    [Theory]
    [InlineData(14, null, "datum-verlezen")]
    [InlineData(22, null, "datum-verlezen")]
    [InlineData(0, null, "datum-onleesbaar")]
    [InlineData(164, "yyyy\\-mm\\-dd", null)]
    [InlineData(164, "dd\\-mm\\-yyyy;@", null)]
    [InlineData(164, "dd/mm/yyyy", null)]
    [InlineData(164, "m/d/yyyy", "datum-verlezen")]
    [InlineData(164, "[$-413]d mmmm yyyy", "datum-onleesbaar")]
    [InlineData(164, "yyyy\\-mm\\-dd hh:mm", "datum-onleesbaar")]
    public void The_format_of_a_date_cell_decides(int id, string? format, string? code)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("lijst.xlsx");
        File.WriteAllBytes(path, Workbook(id, format));

        Assert.Equal(code, InventoryChecker.Check(path).Findings.FirstOrDefault()?.Code);
    }

    [Theory]
    [InlineData("inventory-valid.xlsx", "")]
    [InlineData("inventory-publicationcontext.csv", "")]
    [InlineData("inventory-alternative-date-and-ground.xlsx", "")]
    [InlineData("inventory-link-remark-1.xlsx", "")]
    [InlineData("inventory-invalid-link.xlsx", "link-ongeldig")]
    [InlineData("inventory-missing-columns.xlsx", "kolom-ontbreekt")]
    [InlineData("inventory-negative-family-id.xlsx", "geen-geheel-getal")]
    [InlineData("inventory-uppercase-document-id.xlsx", "id-dubbel")]
    public void The_platforms_own_examples(string name, string code)
    {
        if (Repository.Shared("standards", "openminvws", "examples", name) is not { } path)
        {
            return;
        }

        var faults = InventoryChecker.Check(path).Findings.Where(f => f.Kind != InventoryFindingKind.Advice && f.Code != "matter-ongeldig").Select(f => f.Code).Distinct().ToArray();
        Assert.Equal(code.Length == 0 ? [] : [code], faults);
    }

    [Fact]
    public void The_official_template_has_dates_and_a_link_that_go_wrong()
    {
        if (Repository.Shared("standards", "openminvws", "productierapport_template.xlsx") is { } path)
        {
            Assert.Contains("link-ongeldig", InventoryChecker.Check(path).Findings.Select(f => f.Code));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("PK")]
    [InlineData("PK\u0003\u0004xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("a\0b")]
    public void Broken_files_are_told_in_words(string content)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("lijst.xlsx");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes(content));

        if (content.Length == 0)
        {
            Assert.Equal("leeg", InventoryChecker.Check(path).Findings.Single().Code);
        }
        else
        {
            Assert.Contains("lijst.xlsx", Assert.Throws<PackageException>(() => InventoryChecker.Check(path)).Message, StringComparison.Ordinal);
        }
    }

    private static string? Silent(string from, string to, string andFrom = "\0", string andTo = "") =>
        Check(Header, Good.Replace(from, to, StringComparison.Ordinal).Replace(andFrom, andTo, StringComparison.Ordinal)).Findings is var all && all.Any(f => f.Kind == InventoryFindingKind.Refused)
            ? all.First(f => f.Kind == InventoryFindingKind.Refused).Message : all.Where(f => f.Kind == InventoryFindingKind.Silent).Select(f => f.Code).Distinct().SingleOrDefault();

    private static string? Refused(string from, string to) =>
        Check(Header, Good.Replace(from, to, StringComparison.Ordinal)).Findings.Where(f => f.Kind == InventoryFindingKind.Refused).Select(f => f.Code).SingleOrDefault();

    private static InventoryCheckReport Check(params string[] lines)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("lijst.csv");
        File.WriteAllText(path, string.Join("\r\n", lines) + "\r\n");
        return InventoryChecker.Check(path);
    }

    private static byte[] Workbook(int id, string? format)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string xml)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(xml);
            }

            const string S = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
            static string Text(string reference, string text) => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
            Part("xl/styles.xml", string.Create(CultureInfo.InvariantCulture, $"<styleSheet {S}><numFmts>{(format is null ? "" : $"<numFmt numFmtId=\"{id}\" formatCode=\"{format}\"/>")}</numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"{id}\"/></cellXfs></styleSheet>"));
            Part("xl/worksheets/sheet1.xml", $"<worksheet {S}><sheetData><row r=\"1\">{Text("A1", "ID")}{Text("B1", "Document")}{Text("C1", "Beoordeling")}{Text("D1", "Beoordelingsgrond")}{Text("E1", "Matter")}{Text("F1", "Datum")}</row>"
                + $"<row r=\"2\"><c r=\"A2\"><v>1001</v></c>{Text("B2", "a")}{Text("C2", "Openbaar")}{Text("E2", "12")}<c r=\"F2\" s=\"1\"><v>43915.5</v></c></row></sheetData></worksheet>");
        }

        return buffer.ToArray();
    }
}
