using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Tests.Mail;

public sealed class MessageDocumentTests
{
    private static DocumentRead Read(string mail) =>
        Assert.IsType<DocumentRead>(new EmlReader().Read(new SourceFile("a.eml", Encoding.UTF8.GetBytes(mail)), ReadLimits.Default));

    [Fact]
    public void Technical_header_lines_are_searched_and_not_shown_in_their_order()
    {
        var read = Read("Received: from intern.example.nl\nFrom: a@b.nl\nX-Spam-Score: 1\nSubject: x\nX-Attachment: nota.docx\n\ntekst\n");
        var view = TextView.Of(read.Tree);
        Assert.Null(Words.FirstMissing(["Received", "intern", "From", "Score", "Subject", "Attachment", "nota"], Words.Of(view.Text[view.Text.IndexOf("kopregels", StringComparison.Ordinal)..])));
        Assert.True(view.IsIn(view.Text.IndexOf("intern.example", StringComparison.Ordinal), ZoneKind.Hidden));
        Assert.False(view.IsIn(view.Text.IndexOf("nota.docx", StringComparison.Ordinal), ZoneKind.Hidden));
    }

    [Fact]
    public void Facts_tell_what_threads_and_registers_need()
    {
        var facts = Read("From: \"Jansen, Jan\" <Jan@B.nl>\nSender: <s@b.nl>\nTo: <p@c.nl>, Q\nCc: r@d.nl\nMessage-ID: <1@b.nl>\nIn-Reply-To: Uw bericht van maandag <0@b.nl>\nReferences: <x@b.nl>\n <y@b.nl>\nThread-Index: AdMh xcLc\nDate: Mon, 1 Mar 2021 10:00:00 +0100\nSubject: =?utf-8?Q?=C3=A9=C3=A9n?=\n\ntekst\n").Message!;
        Assert.Equal("jan@b.nl", facts.From);
        Assert.Equal(["p@c.nl", "r@d.nl"], facts.Recipients);
        Assert.Equal(("<1@b.nl>", "<0@b.nl>", "één"), (facts.MessageId, facts.InReplyTo, facts.Subject));
        Assert.Equal(["<x@b.nl>", "<y@b.nl>"], facts.References);
        Assert.Contains(new MessageAddress("From", "Jansen, Jan", "Jan@B.nl"), facts.Addresses);
        Assert.Contains(new MessageAddress("Sender", "", "s@b.nl"), facts.Addresses);
        Assert.Contains(new MessageAddress("To", "Q", ""), facts.Addresses);
    }

    [Fact]
    public void The_content_hash_is_the_same_for_copies_and_another_for_another_text()
    {
        const string One = "From: Jan <j@b.nl>\nTo: a@c.nl, b@c.nl\nDate: Mon, 1 Mar 2021 10:00:00 +0100\nSubject: x\nMessage-ID: <1@b>\n\nBeste Piet,\ntekst\n";
        const string Copy = "Received: x\nFrom: J@b.nl (Jan)\nTo: B@c.nl, \"A\" <a@c.nl>\nDate: Mon, 1 Mar 2021 09:00:00 GMT\nSubject: x\nContent-Type: text/html\n\n<p>Beste Piet,</p><p>tekst</p>";
        Assert.Equal(Read(One).Message!.ContentHash, Read(Copy).Message!.ContentHash);
        Assert.NotEqual(Read(One).Message!.ContentHash, Read(One.Replace("tekst", "ander", StringComparison.Ordinal)).Message!.ContentHash);
    }

    [Fact]
    public void An_image_shown_in_the_body_is_no_document_and_one_beside_it_is()
    {
        const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
        string Image(string id) => $"--x\nContent-Type: image/png; name={id}.png\nContent-ID: <{id}>\nContent-Transfer-Encoding: base64\n\n{Png}\n";
        var read = Read($"From: a@b.nl\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>Zie <img src=\"cid:logo\"></p>\n{Image("logo")}{Image("foto")}--x--\n");
        Assert.Equal([AttachmentRole.Inline, AttachmentRole.Attachment], read.Attachments.Select(a => a.Role));
        Assert.Contains("foto.png", PlainText.Of(read.Tree.Blocks), StringComparison.Ordinal);
        Assert.DoesNotContain("logo.png", PlainText.Of([read.Tree.Blocks[0]]), StringComparison.Ordinal);
    }

    [Fact]
    public void External_parts_are_told_and_never_fetched()
    {
        var read = Read("From: a@b.nl\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\ntekst\n--x\nContent-Type: message/external-body; access-type=URL; URL=\"http://voorbeeld.example/a.doc\"\n\nContent-Type: application/msword\n\n--x--\n");
        Assert.Equal("extern", Assert.Single(read.Attachments).Problem?.Code);
    }
}
