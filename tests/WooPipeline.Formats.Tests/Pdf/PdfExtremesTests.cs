using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Pdf;

/// <summary>Trees of odd shapes: nothing is lost, nothing runs off the page, nothing takes for ever.</summary>
public sealed class PdfExtremesTests
{
    [Fact]
    public void Deep_nesting_keeps_all_words_on_the_page()
    {
        Block block = Paragraph.Of("diepst");
        for (var i = 0; i < 300; i++)
        {
            block = (i % 3) switch
            {
                0 => new ListBlock(false, [new ListItem([Paragraph.Of("niveau" + i), block], "*")]),
                1 => new Section(ZoneKind.QuotedReply, [block]),
                _ => new Table([new TableRow([new TableCell([block]), TableCell.Of("naast" + i)])]),
            };
        }

        Check(new DocumentTree { Blocks = [block] }, ["diepst", .. Enumerable.Range(0, 100).SelectMany(i => new[] { "*", $"niveau{3 * i}", $"naast{(3 * i) + 2}" })]);
    }

    [Theory]
    [InlineData(DocumentKind.Spreadsheet)]
    [InlineData(DocumentKind.Text)]
    public void A_table_wider_than_any_page_is_cut_into_tables_below_each_other(DocumentKind kind)
    {
        var rows = Enumerable.Range(0, 12).Select(r => new TableRow([.. Enumerable.Range(0, 70).Select(c => TableCell.Of($"r{r}k{c}"))]));
        var words = Enumerable.Range(0, 12).SelectMany(r => Enumerable.Range(0, 70).Select(c => $"r{r}k{c}"));
        Check(new DocumentTree { Kind = kind, Blocks = [new Table([.. rows])] }, [.. words]);
    }

    [Fact]
    public void Many_long_notes_move_on_to_later_pages()
    {
        var notes = Enumerable.Range(0, 60).Select(i => new Footnote("n" + i, [PdfSamples.Text(i % 20 == 7 ? 1500 : 12, i)])).ToList();
        var tree = new DocumentTree { Blocks = [.. notes.Select(n => new Paragraph([new TextRun("Zin "), new FootnoteReference(n.Id)]))], Footnotes = [.. notes] };
        string[] words = [.. notes.SelectMany((n, i) => new[] { "Zin", $"{i + 1}", $"{i + 1}" }.Concat(PdfDocumentWriterTests.PlainWords((Paragraph)n.Blocks[0])))];
        Check(tree, words);
    }

    [Fact]
    public void A_thousand_rows_take_seconds_at_most()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var pdf = new PdfFixture(PdfSamples.LongTable(1000));
        Assert.True(pdf.Report.Pages > 50);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"took {watch.Elapsed}");
    }

    /// <summary>All words are there, in any order, and lie on their page.</summary>
    private static void Check(DocumentTree tree, string[] words)
    {
        using var pdf = new PdfFixture(tree);
        if (ExternalTool.IsHere("pdftotext"))
        {
            Assert.Equal(words.Order(StringComparer.Ordinal), pdf.Words("-raw").Order(StringComparer.Ordinal));
        }

        if (ExternalTool.IsHere("qpdf"))
        {
            pdf.Run("qpdf", "--check", "{}");
        }
    }
}
