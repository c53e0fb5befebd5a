using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;

namespace WooPipeline.Benchmarks;

/// <summary>Writing trees as tagged PDF: a mail of a page, a report of ten pages, an inventory of 120 rows.</summary>
[MemoryDiagnoser]
public class PdfWritingBenchmarks
{
    private const string Sentence =
        "De directie heeft met de platforms gesproken over meldingen van burgers en over de termijn waarbinnen zij worden behandeld. ";

    private static readonly PdfWriteOptions Options = new() { Title = "Meting", DocumentNumber = "0001" };
    private static readonly HouseStyle Style = new();
    private readonly DocumentTree mail = Mail();
    private readonly DocumentTree report = Report();
    private readonly DocumentTree inventory = Inventory();

    /// <summary>A mail with marks.</summary>
    [Benchmark]
    public int MailOfOnePage() => Write(mail);

    /// <summary>Headings, paragraphs, lists and notes.</summary>
    [Benchmark]
    public int ReportOfTenPages() => Write(report);

    /// <summary>A table with repeated headings.</summary>
    [Benchmark]
    public int InventoryOf120Rows() => Write(inventory);

    private static int Write(DocumentTree tree) => PdfDocumentWriter.Write(tree, Style, Options, Stream.Null).Pages;

    private static Paragraph Text(int sentences, params ReadOnlySpan<Inline> end) =>
        new([new TextRun(string.Concat(Enumerable.Repeat(Sentence, sentences))), .. end]);

    private static DocumentTree Mail()
    {
        var mark = new RedactionMark("5.1.2e", GroundCatalog.Privacy, Label.Name);
        return new DocumentTree
        {
            Blocks =
            [
                new FieldList([new Field("Van", [mark, new TextRun("@minbzk.nl")]), new Field("Aan", [mark]), new Field("Onderwerp", [new TextRun("Overleg")])]),
                new Paragraph([new TextRun("Beste "), mark, new TextRun(",")]),
                Text(4), Text(3),
                new Section(ZoneKind.QuotedReply, [Text(5)]) { Level = 1 },
            ],
        };
    }

    private static DocumentTree Report()
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var i = 0; i < 24; i++)
        {
            blocks.Add(new Heading(1 + (i % 3), [new TextRun("Onderdeel")]));
            blocks.Add(Text(6, new FootnoteReference("n")));
            blocks.Add(new ListBlock(false, [new ListItem([Text(1)]), new ListItem([Text(2)]), new ListItem([Text(1)])]));
            blocks.Add(Text(4));
        }

        return new DocumentTree { Blocks = blocks.ToImmutable(), Footnotes = [new Footnote("n", [Text(1)])] };
    }

    private static DocumentTree Inventory()
    {
        var rows = Enumerable.Range(0, 121).Select(r => new TableRow([TableCell.Of($"{r:D4}"), TableCell.Of("12-3-2024"), new TableCell([Text(1)]), TableCell.Of("Deels openbaar"), TableCell.Of("5.1.2e")]));
        return new DocumentTree { Blocks = [new Table([.. rows], 1)] };
    }
}
