using WooPipeline.Documents;

namespace WooPipeline.Pipeline.Tests;

public sealed class TreeStorageTests
{
    [Fact]
    public void A_tree_of_everything_comes_back_as_it_was()
    {
        var image = new ImageContent([1, 2, 3], "image/png", "foto") { Width = 3, Origin = new Origin(1, 2) };
        var tree = new DocumentTree
        {
            Title = "t",
            Kind = DocumentKind.Email,
            Date = new DateTimeOffset(2023, 11, 22, 14, 43, 0, TimeSpan.FromHours(1)),
            FileName = "a\uD800.eml",
            Blocks =
            [
                new Heading(2, [new TextRun("kop", TextStyle.Bold, new Origin(0, 5))]) { Anchor = "k" },
                new Paragraph([new TextRun("a"), new LineBreak(), new Link("#k", [new TextRun("b")]), new FootnoteReference("1"), new PageReference("k")]) { Preformatted = true },
                new ListBlock(true, [new ListItem([Paragraph.Of("x")], "1.a")]) { Start = 4 },
                new Table([new TableRow([TableCell.Of("x"), new TableCell([], 2, 3, true)])], 1) { Caption = [new TextRun("c")], ColumnWidths = [1, 2.5] },
                new FieldList([new Field("Van", [new TextRun("v")], "From")]) { Small = true },
                new ImageBlock(image),
                new PageBreak(),
                new ThematicBreak(),
                new Section(ZoneKind.QuotedReply, [new Paragraph([new InlineImage(image), new RedactionMark("5.1.2e", GroundCatalog.Privacy, Label.Phone)])]) { Level = 2, Name = "n", Language = "en" },
            ],
            Footnotes = [new Footnote("1", [Paragraph.Of("noot")])],
            Metadata = [new MetadataField("Author", "x", new Origin(9, 9))],
        };
        var bytes = TreeWriter.Write(tree);
        var read = TreeReader.Read(bytes)!;

        Assert.Equal(bytes, TreeWriter.Write(read));
        Assert.Equal(TextView.Of(tree).Text, TextView.Of(read).Text);
        Assert.Equal(tree.Date, read.Date);
        Assert.Equal(TextView.Of(tree).Zones.AsEnumerable(), TextView.Of(read).Zones);
    }

    [Fact]
    public void Another_version_is_not_read()
    {
        var bytes = TreeWriter.Write(new DocumentTree());
        bytes[0]++;

        Assert.Null(TreeReader.Read(bytes));
    }
}
