using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Tests.Mail;

public sealed class PartialMessagesTests
{
    private static byte[] Piece(int number, int? total, string fragment, string id = "deel@example.nl") => Encoding.UTF8.GetBytes(
        $"From: Jan Jansen <jan@example.nl>\r\nTo: piet@example.nl\r\nSubject: drager {number}\r\nMessage-ID: <drager{number}@example.nl>\r\nMIME-Version: 1.0\r\n"
        + $"Content-Type: message/partial; id=\"{id}\"; number={number}{(total is null ? "" : $"; total={total}")}\r\n\r\n{fragment}");

    [Fact]
    public void Pieces_in_any_order_make_the_message()
    {
        var partials = new PartialMessages(ReadLimits.Default);
        Assert.True(partials.Add("c", Piece(3, 3, "slot\r\n")));
        Assert.True(partials.Add("a", Piece(1, null, "X-Ander: weg\r\nSubject: het geheel\r\nMessage-ID: <geheel@example.nl>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nbegin\r\n")));
        Assert.Empty(partials.Join());
        Assert.True(partials.Add("b", Piece(2, 3, "midden\r\n")));
        Assert.False(partials.Add("d", "From: a@b.nl\r\nSubject: over message/partial\r\n\r\ntekst"u8.ToArray()));
        var joined = Assert.Single(partials.Join());
        Assert.Equal(["a", "b", "c"], joined.Pieces);
        Assert.Equal(
            "From: Jan Jansen <jan@example.nl>\r\nTo: piet@example.nl\r\nSubject: het geheel\r\nMessage-ID: <geheel@example.nl>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nbegin\r\nmidden\r\nslot\r\n",
            Encoding.UTF8.GetString(joined.Content.Span));
        var read = Assert.IsType<DocumentRead>(new EmlReader().Read(new SourceFile("a.eml", joined.Content), ReadLimits.Default));
        Assert.Equal("het geheel", read.Tree.Title);
        Assert.Contains("begin\nmidden\nslot", TextView.Of(read.Tree).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_over_pieces_comes_back_byte_for_byte()
    {
        var file = new byte[100_000];
        new Random(5).NextBytes(file);
        var body = Convert.ToBase64String(file, Base64FormattingOptions.InsertLineBreaks) + "\r\n";
        var whole = "Subject: bijlage\r\nMIME-Version: 1.0\r\nContent-Type: application/octet-stream; name=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n" + body;
        var partials = new PartialMessages(ReadLimits.Default);
        const int Count = 7;
        for (var i = 0; i < Count; i++)
        {
            var cut = whole[(whole.Length * i / Count)..(whole.Length * (i + 1) / Count)];
            partials.Add(i.ToString(System.Globalization.CultureInfo.InvariantCulture), Piece(i + 1, Count, cut));
        }

        var read = Assert.IsType<DocumentRead>(new EmlReader().Read(new SourceFile("a.eml", Assert.Single(partials.Join()).Content), ReadLimits.Default));
        Assert.True(Assert.Single(read.Attachments).Content.Span.SequenceEqual(file));
    }

    [Fact]
    public void Pieces_that_do_not_fit_are_not_joined()
    {
        (int Number, int? Total)[][] sets = [[(1, 3), (2, 3)], [(1, 2), (3, 2)], [(1, null), (2, null)], [(1, 2), (2, 3)], [(2, 2)]];
        foreach (var set in sets)
        {
            var partials = new PartialMessages(ReadLimits.Default);
            foreach (var (number, total) in set)
            {
                Assert.True(partials.Add(number.ToString(System.Globalization.CultureInfo.InvariantCulture), Piece(number, total, "Subject: x\r\n\r\nx")));
            }

            Assert.Empty(partials.Join());
        }
    }

    [Fact]
    public void What_is_held_stays_within_the_limit()
    {
        var partials = new PartialMessages(new ReadLimits { MaxFileBytes = 10_000 });
        for (var i = 1; i <= 10; i++)
        {
            Assert.True(partials.Add($"{i}", Piece(i, 10, new string('x', 5_000))));
        }

        Assert.Empty(partials.Join());
    }

    [Fact]
    public void A_piece_alone_says_which_it_is_and_an_external_body_is_never_fetched()
    {
        var read = Assert.IsType<DocumentRead>(new EmlReader().Read(new SourceFile("a.eml", Piece(2, 3, "midden")), ReadLimits.Default));
        Assert.Contains(read.Deviations, d => d.Code == "mime-partial" && d.Place.EndsWith("stuk 2 van 3", StringComparison.Ordinal));
        Assert.Equal("midden", Encoding.UTF8.GetString(Assert.Single(read.Attachments).Content.Span));

        const string External = "From: a@b.nl\nSubject: x\nContent-Type: message/external-body; access-type=URL; URL=\"http://example.invalid/geheim\"\n\nContent-Type: text/plain\n\n";
        var part = Assert.Single(Assert.IsType<DocumentRead>(new EmlReader().Read(new SourceFile("a.eml", Encoding.UTF8.GetBytes(External)), ReadLimits.Default)).Attachments);
        Assert.Equal("extern", part.Problem?.Code);
    }
}
