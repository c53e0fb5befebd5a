using System.Collections.Immutable;
using WooPipeline.Documents;
using WooPipeline.Formats;
using WooPipeline.Formats.Sheet;
using static WooPipeline.Publication.Tests.Planting;

namespace WooPipeline.Publication.Tests;

/// <summary>What looks like a removed form by chance refuses no package; the form itself, in the same place, does.</summary>
public class ChanceMatchTests
{
    [Theory]
    [InlineData("06-52252095", "<p>aan de Oude Gracht en verder</p>", "begincmap 12 0652 252095 441", 0)]
    [InlineData("06-52252095", "<p>leeg</p>", "BT (bel 06 52252095 nu) Tj", 1)]
    [InlineData("06-52252095", "<p>leeg</p>", "1 0652252095 3", 1)]
    [InlineData("UA", "<p>leeg</p>", "3120 5541 2032 2033 7 3120 5541 2034 2035", 0)]
    [InlineData("Wiersma, Tj", "<p>leeg</p>", "BT (door Wiersma) Tj ET", 0)]
    [InlineData("Wiersma, Tj", "<p>leeg</p>", "BT (door Wiersma, Tj) Tj ET", 1)]
    [InlineData("Oude Gracht 51", "<p>woont aan de Oude Gracht 5.1.2e sinds</p>", "leeg", 0)]
    [InlineData("Oude Gracht 5", "<p>woont aan de Oude Gracht 5.1.2e sinds</p>", "leeg", 0)]
    [InlineData("Oude Gracht 5", "<p>woont aan de Oude Gracht 5 (5.1.2e) sinds</p>", "leeg", 1)]
    public void Only_the_form_itself_is_found(string form, string html, string stream, int leaks)
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path);
        PackageWriter.Write(folder.Path, input with { Removed = [new RemovedForm(form, ImmutableDictionary<string, int>.Empty)] });
        Assert.Equal(0, PackageVerifier.Verify(folder.Path).ExitCode);
        byte[] Read(string path) => File.ReadAllBytes(folder.File("publicatie", path));
        File.WriteAllBytes(folder.File("publicatie", "documenten/9001.html"), Before(Read("documenten/0009.html"), "</body>", html));
        File.WriteAllBytes(folder.File("publicatie", "documenten/9002.pdf"), PdfStream(Read("documenten/0001.pdf"), "/Filter /FlateDecode", Flate(Utf8(stream))));

        var found = PackageVerifier.Verify(folder.Path).Findings.Where(f => f.Kind == VerifyKind.Leak).ToArray();

        Assert.True(leaks == found.Select(f => f.File).Distinct().Count(), string.Join("; ", found.Select(f => $"{f.File} {f.Place}")));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\r\n", 0)]
    [InlineData("bij Jan Barneveld thuis", 1)]
    public void What_stands_behind_the_end_of_compressed_data_is_searched(string behind, int leaks)
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path);
        PackageWriter.Write(folder.Path, input with { Removed = [new RemovedForm("Jan Barneveld", ImmutableDictionary<string, int>.Empty)] });
        byte[] Read(string path) => File.ReadAllBytes(folder.File("publicatie", path));
        File.WriteAllBytes(folder.File("publicatie", "documenten/9003.pdf"), PdfStream(Read("documenten/0001.pdf"), "/Filter /FlateDecode", [.. Flate(Utf8("gewone tekst in een stroom")), .. Utf8(behind)]));

        Assert.Equal(leaks, PackageVerifier.Verify(folder.Path).Findings.Where(f => f.Kind == VerifyKind.Leak).Select(f => f.File).Distinct().Count());
    }

    /// <summary>A guess that was no name (an English heading) is a word of our own lists' file format too.</summary>
    [Theory]
    [InlineData("Styles")]
    [InlineData("Theme")]
    [InlineData("Workbook")]
    [InlineData("UA")]
    [InlineData("Li")]
    public void Words_of_a_file_format_in_its_own_parts_are_no_leak(string form)
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path);
        PackageWriter.Write(folder.Path, input with { Removed = [new RemovedForm(form, ImmutableDictionary<string, int>.Empty)] });

        Assert.Equal([], PackageVerifier.Verify(folder.Path).Findings.Select(f => $"{f.File} {f.Place}"));
    }

    /// <summary>Numbers of documents below each other make a telephone number sooner or later; in one cell it is one.</summary>
    [Theory]
    [InlineData("06394", "06393", 0)]
    [InlineData("bel 06394 06393", "leeg", 2)]
    public void What_ends_one_row_and_begins_the_next_is_no_number(string first, string second, int leaks)
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path);
        PackageWriter.Write(folder.Path, input with { Removed = [new RemovedForm("06-39406393", ImmutableDictionary<string, int>.Empty)] });
        ImmutableArray<ImmutableArray<string>> rows = [["a", first], [second, "b"]];
        File.WriteAllBytes(folder.File("publicatie", "documenten/9004.csv"), CsvFile.Bytes(["kop", "kop"], rows.Select(r => (IEnumerable<string>)r)));
        using (var sheet = File.Create(folder.File("publicatie", "documenten/9005.xlsx")))
        {
            XlsxWriter.Write(new Workbook([new Worksheet("Blad", ["kop", "kop"], rows)]), sheet);
        }

        Assert.Equal(leaks, PackageVerifier.Verify(folder.Path).Findings.Where(f => f.Kind == VerifyKind.Leak).Select(f => f.File).Distinct().Count());
    }

    [Fact]
    public void A_document_that_is_set_aside_in_a_later_round_leaves_no_metadata()
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Write(folder.Path);
        PackageWriter.Write(folder.Path, input);
        Assert.True(File.Exists(folder.File("publicatie", "metadata/0001.xml")));

        var aside = input.Documents[0] with { State = DocumentState.Quarantined, PublicFiles = [], Quarantine = new Quarantined("niet-schoon", "Beoordeel het met de hand.") };
        foreach (var file in input.Documents[0].PublicFiles)
        {
            File.Delete(folder.File("publicatie", file));
        }

        PackageWriter.Write(folder.Path, input with { Documents = input.Documents.SetItem(0, aside) });
        Assert.False(File.Exists(folder.File("publicatie", "metadata/0001.xml")));
        Assert.True(File.Exists(folder.File("publicatie", "metadata/0002.xml")));
    }
}
