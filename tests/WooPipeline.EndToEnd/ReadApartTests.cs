using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace WooPipeline.EndToEnd;

/// <summary>A file that breaks the reader takes neither the run down nor the rest of the dossier with it.</summary>
[Collection(FixtureRun.Collection)]
public sealed class ReadApartTests(FixtureRun runs)
{
    private const string Dossier = "trusted-flagger";

    [Fact]
    public void A_source_that_an_earlier_run_never_ended_is_read_apart_to_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        var copy = folder.File("dossier");
        FolderContent.Copy(Repository.PathOf("fixtures", "dossiers", Dossier), copy);
        Assert.True(Woo.Run("read", copy).ExitCode is 0 or 1);
        var begun = Begun(copy);
        Directory.Delete(Path.Combine(copy, ".woo"), recursive: true);
        Plant(copy, begun[0], begun[^1]);

        var result = Woo.Run("run", copy, "--out", folder.File("uit"), "--progress-json");

        Assert.True(result.ExitCode is 0 or 1, result.Output + result.Error);
        Assert.Contains("\"apart\":2", result.Error, StringComparison.Ordinal);
        Assert.Equal(FolderContent.Hashes(runs.Of(Dossier).Out), FolderContent.Hashes(folder.File("uit")));
        Assert.False(Directory.Exists(Path.Combine(copy, ".woo", "apart")));
    }

    [Fact]
    public void A_file_that_takes_more_memory_than_it_may_is_set_aside_and_the_rest_is_published()
    {
        using var folder = new TemporaryFolder();
        var copy = folder.File("dossier");
        Directory.CreateDirectory(Path.Combine(copy, "bronnen"));
        File.WriteAllText(Path.Combine(copy, "bronnen", "a.txt"), "Het overleg gaat door.\n");
        LargeSheet(Path.Combine(copy, "bronnen", "groot.xlsx"));
        Assert.True(Woo.Run("read", copy, "--jobs", "1").ExitCode is 0 or 1);
        var sheet = Begun(copy)[1];
        Directory.Delete(Path.Combine(copy, ".woo"), recursive: true);
        Plant(copy, sheet);

        var result = Woo.Run("run", copy, "--out", folder.File("uit"), "--json", "--leesgeheugen", "48");

        Assert.True(result.ExitCode == 1, result.Output + result.Error);
        using var quarantine = JsonDocument.Parse(File.ReadAllText(folder.File("uit", "intern", "quarantaine.json")));
        Assert.Contains("\"geheugen\"", quarantine.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("48 MB", quarantine.RootElement.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Regel 7", result.Output + result.Error, StringComparison.Ordinal);
        Assert.Contains("!" + sheet + " geheugen 50331648", File.ReadAllText(Path.Combine(copy, ".woo", "pogingen.log")), StringComparison.Ordinal);
        Assert.True(File.Exists(folder.File("uit", "publicatie", "documenten", "0001.pdf")));

        var more = Woo.Run("read", copy);
        Assert.Contains("groot.xlsx", more.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("geheugen", more.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_verb_is_no_part_of_the_help() => Assert.DoesNotContain("lees-apart", Woo.Run("--help").Output, StringComparison.Ordinal);

    private static void Plant(string dossier, params string[] keys)
    {
        Directory.CreateDirectory(Path.Combine(dossier, ".woo"));
        File.WriteAllLines(Path.Combine(dossier, ".woo", "pogingen.log"), keys.Select(k => "+" + k));
    }

    /// <summary>Keys of the sources in the order in which they were begun.</summary>
    private static List<string> Begun(string dossier) =>
        [.. File.ReadAllLines(Path.Combine(dossier, ".woo", "pogingen.log")).Where(l => l.StartsWith('+')).Select(l => l[1..]).Distinct()];

    /// <summary>A sheet of few bytes that takes many when read.</summary>
    private static void LargeSheet(string path)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
        Add("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Add("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        Add("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        var rows = new StringBuilder($"<worksheet xmlns=\"{main}\"><sheetData>");
        for (var row = 1; row <= 4000; row++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
            for (var column = 'A'; column <= 'T'; column++)
            {
                rows.Append(CultureInfo.InvariantCulture, $"<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>Regel {row} kolom {column}</t></is></c>");
            }

            rows.Append("</row>");
        }

        Add("xl/worksheets/sheet1.xml", rows.Append("</sheetData></worksheet>").ToString());

        void Add(string name, string content)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }
    }
}
