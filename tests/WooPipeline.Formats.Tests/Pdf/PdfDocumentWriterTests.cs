using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Pdf;

/// <summary>What other programs make of the PDFs that we write.</summary>
public sealed class PdfDocumentWriterTests
{
    public static TheoryData<string> Kinds => ["note", "table", "mail"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Programs_find_no_fault(string kind)
    {
        using var pdf = new PdfFixture(Tree(kind));
        if (ExternalTool.IsHere("qpdf"))
        {
            Assert.Contains("No syntax or stream encoding errors", pdf.Run("qpdf", "--check", "{}"), StringComparison.Ordinal);
        }

        if (ExternalTool.IsHere("mutool"))
        {
            Assert.Contains("Pages: " + pdf.Report.Pages, pdf.Run("mutool", "info", "{}"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Properties_are_read_back()
    {
        if (!ExternalTool.IsHere("pdfinfo"))
        {
            return;
        }

        using var pdf = new PdfFixture(PdfSamples.Note());
        var facts = pdf.Run("pdfinfo", "-isodates", "{}");
        Assert.Matches(@"Title:\s+Nota – één proef\n", facts);
        Assert.Matches(@"Tagged:\s+yes", facts);
        Assert.Matches(@"UserProperties:\s+no", facts);
        Assert.Matches(@"Suspects:\s+no", facts);
        Assert.Matches(@"JavaScript:\s+no", facts);
        Assert.Matches(@"Encrypted:\s+no", facts);
        Assert.Matches(@"PDF version:\s+1\.7", facts);
        Assert.Matches(@"Page size:\s+595\.28 x 841\.89 pts \(A4\)", facts);
        Assert.Matches(@"CreationDate:\s+2024-03-12T1[34]:05:00", facts);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void All_fonts_are_embedded_subset_and_can_be_read(string kind)
    {
        if (!ExternalTool.IsHere("pdffonts"))
        {
            return;
        }

        using var pdf = new PdfFixture(Tree(kind));
        var fonts = pdf.Run("pdffonts", "{}").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, f => Assert.Matches(@"^[A-Z]{6}\+Inter-\w+\s+(TrueType\s+WinAnsi|CID TrueType\s+Identity-H)\s+yes yes yes\s", f));
    }

    [Fact]
    public void The_same_tree_gives_the_same_bytes()
    {
        var first = PdfFixture.Bytes(PdfSamples.Note());
        var others = Enumerable.Range(0, 4).AsParallel().Select(_ => PdfFixture.Bytes(PdfSamples.Note())).ToList();
        Assert.All(others, o => Assert.Equal(first, o));
        Assert.NotEqual(first, PdfFixture.Bytes(PdfSamples.Mail()));
    }

    [Fact]
    public void A_small_document_is_small() => Assert.InRange(PdfFixture.Bytes(PdfSamples.Mail()).Length, 5_000, 25_000);

    [Fact]
    public void Marks_stand_apart_from_the_words_around_them()
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        using var pdf = new PdfFixture(PdfSamples.Mail());
        var text = pdf.Text();
        Assert.Contains("5.1.2e @minbzk.nl", text, StringComparison.Ordinal);
        Assert.Contains("5.1.2e @twitter.com; 5.1.2e @minbzk.nl", text, StringComparison.Ordinal);
        Assert.Contains("Groet ( 5.1.2e )", text, StringComparison.Ordinal);
        Assert.Contains("Bel mij gerust op 5.1.2e of mail naar", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_after_a_mark_does_not_depend_on_what_was_removed()
    {
        DocumentTree Mail(string name) => new() { Blocks = [new Paragraph([new TextRun("Gesproken met " + name + " over het besluit.")])] };
        byte[] Public(string name)
        {
            var redaction = new Redaction(TextSpan.At("Gesproken met ".Length, name.Length), "5.1.2e", GroundCatalog.Privacy, Label.Name);
            return PdfFixture.Bytes(TreeRedactor.Apply(Mail(name), [redaction]));
        }

        Assert.Equal(Public("Jo Ek"), Public("Maximiliaan van der Westerschelde-Oosterhuis"));
    }

    [Fact]
    public void What_is_never_published_is_not_written()
    {
        var tree = new DocumentTree
        {
            FileName = "geheim1.docx",
            Metadata = [new MetadataField("Author", "geheim2")],
            Blocks =
            [
                Paragraph.Of("openbaar"),
                new Section(ZoneKind.Hidden, [Paragraph.Of("geheim3")]),
                new Section(ZoneKind.Comment, [Paragraph.Of("geheim4")]),
                new Section(ZoneKind.Metadata, [Paragraph.Of("geheim5")]),
            ],
        };
        using var pdf = new PdfFixture(tree);
        if (ExternalTool.IsHere("pdftotext"))
        {
            Assert.Equal(["openbaar"], pdf.Words());
        }

        if (ExternalTool.IsHere("qpdf"))
        {
            Assert.DoesNotContain("geheim", pdf.Run("qpdf", "--qdf", "--object-streams=disable", "{}", "-"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Anchors_tell_their_page_and_references_show_it()
    {
        var tree = new DocumentTree
        {
            Blocks =
            [
                new Paragraph([new TextRun("Zie pagina "), new PageReference("einde"), new TextRun(" en pagina "), new PageReference("weg"), new TextRun(".")]),
                .. Enumerable.Range(0, 30).Select(i => PdfSamples.Text(80, i)),
                new Heading(1, [new TextRun("Einde")]) { Anchor = "einde" },
            ],
        };
        using var pdf = new PdfFixture(tree);
        var page = pdf.Report.AnchorPages["einde"];
        Assert.Equal(pdf.Report.Pages, page);
        Assert.True(page > 1);
        Assert.Contains(pdf.Report.Deviations, d => d.Code == "pdf-page-reference-without-target");
        if (ExternalTool.IsHere("pdftotext"))
        {
            Assert.Contains($"Zie pagina {page} en pagina ?.", pdf.Text(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Notes_stand_at_the_foot_of_the_page_that_refers_to_them()
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        var notes = Enumerable.Range(1, 30).Select(i => new Footnote("n" + i, [Paragraph.Of($"Noottekst{i} hoort hier.")])).ToImmutableArray();
        var tree = new DocumentTree
        {
            Blocks = [.. notes.Select((n, i) => PdfSamples.Text(60, i, new TextRun($" Verwijzing{i + 1}"), new FootnoteReference(n.Id)))],
            Footnotes = notes,
        };
        using var pdf = new PdfFixture(tree);
        var pages = pdf.Text().Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(pdf.Report.Pages, pages.Length);
        for (var i = 1; i <= notes.Length; i++)
        {
            var referring = Assert.Single(pages, p => Regex.IsMatch(p, $@"Verwijzing{i} {i}\b"));
            Assert.Contains($"Noottekst{i} hoort hier.", referring, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Headings_of_a_table_are_repeated_on_each_page()
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        using var pdf = new PdfFixture(PdfSamples.LongTable());
        var pages = pdf.Text().Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(pages.Length > 5);
        Assert.All(pages, p => Assert.Contains("Omschrijving", p, StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_higher_than_a_page_goes_on_without_loss()
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        var tall = PdfSamples.Text(2500, 3);
        var tree = new DocumentTree { Blocks = [new Table([new TableRow([TableCell.Of("Kop"), TableCell.Of("Tekst")]), new TableRow([TableCell.Of("Rij"), new TableCell([tall])])], 1)] };
        using var pdf = new PdfFixture(tree);
        Assert.True(pdf.Report.Pages > 3);
        var words = pdf.Words("-raw").Where(w => w is not ("Kop" or "Tekst" or "Rij"));
        Assert.Equal(PlainWords(tall), words);
    }

    [Fact]
    public void Cells_over_several_rows_and_columns_keep_their_words()
    {
        var table = new Table(
        [
            new TableRow([new TableCell([Paragraph.Of("links boven")], RowSpan: 3), new TableCell([Paragraph.Of("breed")], ColumnSpan: 2)]),
            new TableRow([TableCell.Of("midden"), TableCell.Of("rechts")]),
            new TableRow([TableCell.Of("onder"), new TableCell([PdfSamples.Text(40, 1)], ColumnSpan: 99, RowSpan: 99)]),
        ]);
        using var pdf = new PdfFixture(new DocumentTree { Blocks = [table] });
        if (ExternalTool.IsHere("pdftotext"))
        {
            var read = pdf.Words("-raw");
            string[] all = ["links", "boven", "breed", "midden", "rechts", "onder", .. PlainWords(PdfSamples.Text(40, 1))];
            Assert.Equal(all.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData(double.NaN, double.NaN)]
    [InlineData(-50, 5000)]
    [InlineData(1e9, 0)]
    public void Odd_measures_of_a_house_style_still_give_a_page(double size, double margin)
    {
        var style = new HouseStyle { FontSize = size, LineHeight = size, HeadingSizes = [size], MarginLeft = margin, MarginRight = margin, MarginTop = margin, MarginBottom = margin, PageWidth = size };
        using var pdf = new PdfFixture(PdfSamples.Note(), style);
        Assert.InRange(pdf.Report.Pages, 1, 2000);
    }

    [Fact]
    public void An_empty_tree_is_a_page()
    {
        using var pdf = new PdfFixture(new DocumentTree());
        Assert.Equal(1, pdf.Report.Pages);
        if (ExternalTool.IsHere("qpdf"))
        {
            pdf.Run("qpdf", "--check", "{}");
        }
    }

    internal static string[] PlainWords(Paragraph paragraph) =>
        string.Concat(paragraph.Content.OfType<TextRun>().Select(r => r.Text)).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static DocumentTree Tree(string kind) => kind switch
    {
        "note" => PdfSamples.Note(),
        "table" => PdfSamples.LongTable(),
        _ => PdfSamples.Mail(),
    };
}
