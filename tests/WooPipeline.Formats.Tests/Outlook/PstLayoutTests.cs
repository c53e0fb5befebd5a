using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Outlook;

namespace WooPipeline.Formats.Tests.Outlook;

public sealed class PstLayoutTests
{
    private const uint Root = 0x122;
    private const uint Inbox = 0x8022;

    private static readonly byte[] Content = [.. Enumerable.Range(0, 30_000).Select(i => (byte)(i * 31))];

    public static TheoryData<string, byte> Kinds()
    {
        var kinds = new TheoryData<string, byte>();
        foreach (var layout in new[] { "ansi", "unicode", "large" })
        {
            foreach (var crypt in new byte[] { PstCrypt.None, PstCrypt.Compressible, PstCrypt.Cyclic })
            {
                kinds.Add(layout, crypt);
            }
        }

        return kinds;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Folders_messages_recipients_and_attachments_come_out_of_every_layout(string layout, byte crypt)
    {
        var file = Sample(layout switch { "ansi" => PstLayout.Ansi, "large" => PstLayout.Large, _ => PstLayout.Unicode }, crypt);
        var members = new PstReader().Members(new MemoryStream(file), "a.pst", ReadLimits.Default).ToList();
        Assert.Equal(["Postvak IN/00200024.msg", "losse berichten/00200044.msg", "losse berichten/00200064.msg"], members.Select(m => m.Name));

        var read = members[0].Document!;
        Assert.Equal("Planning", read.Message!.Subject);
        Assert.Equal(["karim@example.nl", "loes@example.nl"], read.Message.Recipients);
        Assert.Contains("Tot morgen", PlainText.Of(read.Tree.Blocks), StringComparison.Ordinal);
        var attachment = Assert.Single(read.Attachments);
        Assert.Equal("bijlage.bin", attachment.Name);
        Assert.True(attachment.Content.Span.SequenceEqual(Content));

        Assert.Contains("Wees", PlainText.Of(members[1].Document!.Tree.Blocks), StringComparison.Ordinal);
        Assert.Equal("beschadigd", members[2].Problem?.Code);
    }

    private static byte[] Sample(PstLayout layout, byte crypt)
    {
        var pst = new PstBuilder(layout, crypt);
        pst.Node(Root, pst.Block(PstBuilder.Context((0x3001, MapiType.Unicode, "Bovenaan"))), 0, Root);
        pst.Node(Inbox, pst.Block(PstBuilder.Context((0x3001, MapiType.Unicode, "Postvak IN"))), 0, Root);
        var data = pst.Tree(Content);
        var attachment = pst.Block(PstBuilder.Context((MapiTag.AttachMethod, MapiType.Int32, 1u), (MapiTag.AttachLongFilename, MapiType.Unicode, "bijlage.bin"), (MapiTag.AttachData, MapiType.Binary, 0x41u)));
        var recipients = pst.Block(PstBuilder.Recipients((1, "Karim", "karim@example.nl"), (2, "Loes", "loes@example.nl")));
        var below = pst.Subnodes((0x692, recipients, 0), (0x8025, attachment, pst.Subnodes((0x41, data, 0))));
        pst.Node(0x200024, pst.Block(PstBuilder.Context((MapiTag.Subject, MapiType.Unicode, "\u0001\u0001Planning"), (MapiTag.Body, MapiType.Unicode, "Tot morgen"))), below, Inbox);
        pst.Node(0x200044, pst.Block(PstBuilder.Context((MapiTag.Subject, MapiType.String8, Encoding.Latin1.GetBytes("Wees")))), 0, 0x9992);
        pst.Node(0x200064, 0x999990, 0, 0x9992);
        return pst.Build();
    }
}
