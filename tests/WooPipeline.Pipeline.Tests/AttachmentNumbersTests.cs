using System.Collections.Immutable;
using WooPipeline.Documents;

namespace WooPipeline.Pipeline.Tests;

public class AttachmentNumbersTests
{
    [Fact]
    public void A_reader_of_a_message_is_told_under_which_numbers_its_attachments_stand()
    {
        var tree = new DocumentTree { Blocks = [Head(("Van", "From", "iemand"), ("Bijlagen", "Attachments", "nota.docx; foto.png")), Paragraph.Of("Zie de bijlagen.")] };

        var fields = ((FieldList)AttachmentNumbers.Add(tree, ["0012", "0013"]).Blocks[0]).Fields;

        Assert.Equal("nota.docx; foto.png (document 0012, 0013)", PlainText.Of(fields[1].Value));
        Assert.Equal("iemand", PlainText.Of(fields[0].Value));
    }

    [Fact]
    public void What_has_no_attachments_or_no_head_stays_as_it_is()
    {
        var message = new DocumentTree { Blocks = [Head(("Van", "From", "iemand"))] };
        var note = new DocumentTree { Blocks = [Paragraph.Of("Een notitie.")] };

        Assert.Same(message, AttachmentNumbers.Add(message, ["0012"]));
        Assert.Same(note, AttachmentNumbers.Add(note, ["0012"]));
        Assert.Same(note, AttachmentNumbers.Add(note, []));
    }

    private static FieldList Head(params (string Label, string Name, string Text)[] fields) =>
        new([.. fields.Select(f => new Field(f.Label, ImmutableArray.Create<Inline>(new TextRun(f.Text)), f.Name))]);
}
