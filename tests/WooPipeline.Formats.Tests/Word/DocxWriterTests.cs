using System.IO.Compression;
using WooPipeline.Documents;
using WooPipeline.Formats.Tests.Office;
using WooPipeline.Formats.Word;

namespace WooPipeline.Formats.Tests.Word;

public sealed class DocxWriterTests
{
    private static byte[] Write(DocumentTree tree, HouseStyle? style = null)
    {
        using var stream = new MemoryStream();
        DocxWriter.Write(tree, style ?? new HouseStyle { Organisation = "Ministerie van Voorbeelden" }, new DocxWriteOptions { Title = "Titel" }, stream);
        return stream.ToArray();
    }

    [Fact]
    public void The_validator_finds_nothing() => Assert.Empty(OfficeChecks.Errors(Write(SampleTrees.Full)));

    [Fact]
    public void The_same_tree_gives_the_same_bytes() => Assert.Equal(Write(SampleTrees.Full), Write(SampleTrees.Full));

    [Fact]
    public void Every_shown_word_stands_and_no_hidden_one()
    {
        var read = Assert.IsType<DocumentRead>(new WordReader().Read(new SourceFile("a.docx", Write(SampleTrees.Full)), ReadLimits.Default));
        var text = TextView.Of(read.Tree).Text;
        foreach (var word in SampleTrees.ShownWords)
        {
            Assert.Contains(word, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("geheim", text, StringComparison.Ordinal);
        Assert.Equal(1, read.Tree.Blocks.OfType<Table>().Last().HeaderRows);
        Assert.Single(read.Tree.Footnotes);
    }

    [Fact]
    public void Properties_hold_the_title_alone_and_language_stands_in_defaults_and_normal()
    {
        using var zip = new ZipArchive(new MemoryStream(Write(SampleTrees.Full)));
        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
        using var core = new StreamReader(zip.GetEntry("docProps/core.xml")!.Open());
        var properties = core.ReadToEnd();
        Assert.Contains("<dc:title>Titel</dc:title>", properties, StringComparison.Ordinal);
        Assert.DoesNotContain("creator", properties, StringComparison.Ordinal);
        using var styles = new StreamReader(zip.GetEntry("word/styles.xml")!.Open());
        Assert.Equal(2, styles.ReadToEnd().Split("w:lang w:val=\"nl-NL\"").Length - 1);
    }

    [Fact]
    public void LibreOffice_shows_it()
    {
        if (OfficeChecks.TextByLibreOffice(Write(SampleTrees.Full), ".docx") is { } text)
        {
            Assert.All(SampleTrees.ShownWords, word => Assert.Contains(word, text, StringComparison.Ordinal));
            Assert.Contains("Pagina 1 van 2", text, StringComparison.Ordinal);
        }
    }
}
