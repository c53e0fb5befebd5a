
namespace WooPipeline.Documents.Tests;

public sealed class TextViewTests
{
    private static readonly DocumentTree Mail = new()
    {
        FileName = "Overleg Jansen.eml",
        Blocks =
        [
            new FieldList([new Field("Van", [new TextRun("Jansen, P.")], "From")]),
            new Paragraph([new TextRun("Dag "), new TextRun("Piet", TextStyle.Bold), new TextRun("er,")]),
            new Section(ZoneKind.QuotedReply, [Paragraph.Of("eerder bericht")]) { Level = 1 },
            new Table([new TableRow([TableCell.Of("Naam"), TableCell.Of("Kamer")]), new TableRow([TableCell.Of("Els"), TableCell.Of("B1.02")])], 1),
            new Paragraph([new Link("mailto:els@voorbeeld.nl", [new TextRun("mail Els")])]),
        ],
        Metadata = [new MetadataField("Author", "P. Jansen")],
    };

    [Fact]
    public void The_layout_is_stable()
    {
        var view = TextView.Of(Mail);

        Assert.Equal(
            "Van: Jansen, P.\nDag Pieter,\neerder bericht\nNaam\tKamer\nEls\tB1.02\nmail Els\nmailto:els@voorbeeld.nl\nOverleg Jansen.eml\nAuthor: P. Jansen\n",
            view.Text);
        Assert.Equal(view.Text.IndexOf("mailto:", StringComparison.Ordinal), view.BodyEnd);
    }

    [Theory]
    [InlineData("Jansen, P.", ZoneKind.HeaderField, "From")]
    [InlineData("Pieter", ZoneKind.Body, null)]
    [InlineData("eerder", ZoneKind.QuotedReply, null)]
    [InlineData("B1.02", ZoneKind.TableCell, "Kamer")]
    [InlineData("mailto:", ZoneKind.LinkTarget, null)]
    [InlineData("Overleg", ZoneKind.FileName, null)]
    [InlineData("P. Jansen", ZoneKind.Metadata, "Author")]
    public void Zones_are_where_they_should_be(string text, ZoneKind kind, string? name)
    {
        var view = TextView.Of(Mail);
        var position = view.Text.IndexOf(text, StringComparison.Ordinal);

        Assert.Equal(kind, view.KindAt(position));
        Assert.Equal(name, view.ZoneAt(position)?.Name);
    }

    [Fact]
    public void A_cell_inside_a_quote_is_in_both()
    {
        var view = TextView.Of(new DocumentTree
        {
            Blocks = [new Section(ZoneKind.QuotedReply, [new Table([new TableRow([TableCell.Of("x")])])]) { Level = 2 }, Paragraph.Of("y")],
        });

        Assert.Equal(ZoneKind.TableCell, view.KindAt(0));
        Assert.True(view.IsIn(0, ZoneKind.QuotedReply));
        Assert.False(view.IsIn(view.Text.IndexOf('y'), ZoneKind.QuotedReply));
    }

    [Fact]
    public void A_section_in_a_cell_does_not_run_into_the_next_cell()
    {
        var view = TextView.Of(new DocumentTree
        {
            Blocks = [new Table([new TableRow([new TableCell([new Section(ZoneKind.Signature, [Paragraph.Of("a")])]), TableCell.Of("b")])])],
        });

        Assert.Equal("a\tb\n\n", view.Text);
        Assert.Equal(ZoneKind.Signature, view.KindAt(0));
        Assert.Equal(ZoneKind.TableCell, view.KindAt(2));
    }
}
