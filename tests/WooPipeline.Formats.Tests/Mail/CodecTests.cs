using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Tests.Mail;

public sealed class CodecTests
{
    [Theory]
    [InlineData("=?utf-8?Q?Caf=C3=A9?=", "Café")]
    [InlineData("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab")]
    [InlineData("=?utf-8?B?w6k=?= en =?utf-8?Q?=C3=A9?=", "é en é")]
    [InlineData("=?utf-8?B?4oI=?= =?utf-8?B?rA==?=", "€")] // a character cut over two words
    [InlineData("=?utf-8*nl?Q?een_twee?=", "een twee")]
    [InlineData("=?utf-8?Q?een twee?=", "een twee")]
    [InlineData("=?onbekend?Q?abc?=", "abc")]
    [InlineData("=?utf-8?Q?afgebroken", "afgebroken")]
    [InlineData("a =?b c", "a =?b c")]
    [InlineData("=?windows-1252?Q?=80?=", "€")]
    public void Encoded_words_are_read(string text, string expected) => Assert.Equal(expected, EncodedWords.Decode(text));

    [Theory]
    [InlineData("Jan Jansen <jan@x.nl>", "Jan Jansen|jan@x.nl")]
    [InlineData("Jansen, Jan <jan@x.nl>", "Jansen, Jan|jan@x.nl")]
    [InlineData("\"Jansen, Jan\" <jan@x.nl>, piet@y.nl", "Jansen, Jan|jan@x.nl;|piet@y.nl")]
    [InlineData("jan@x.nl (Jan Jansen)", "Jan Jansen|jan@x.nl")]
    [InlineData("Team: a@x.nl, B <b@x.nl>;", "|a@x.nl;B|b@x.nl")]
    [InlineData("<@a.nl,@b.nl:jan@x.nl>", "|jan@x.nl")]
    [InlineData("Jan; Piet <piet@x.nl>", "Jan|;Piet|piet@x.nl")]
    [InlineData("=?utf-8?Q?J=C3=B6rg?= <j@x.nl>", "Jörg|j@x.nl")]
    [InlineData("\"Jan \\\"de Beer\\\" Jansen\" <jan@x.nl>", "Jan \"de Beer\" Jansen|jan@x.nl")]
    [InlineData("Pete(A chap) <pete(his account)@silly.test(his host)>", "Pete (A chap)|pete@silly.test")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("jörg@bücher.example", "|jörg@bücher.example")]
    public void Addresses_are_read(string text, string expected) =>
        Assert.Equal(expected, string.Join(';', AddressParser.Parse(text).Select(a => $"{a.Name}|{a.Address}")));

    [Theory]
    [InlineData("Tue, 14 Mar 2023 09:15:00 +0100", "2023-03-14T09:15:00+01:00")]
    [InlineData("14 Mar 23 09:15 EST", "2023-03-14T09:15:00-05:00")]
    [InlineData("Tue Mar 14 09:15:00 2023", "2023-03-14T09:15:00+00:00")]
    [InlineData("Tue, 14 Mar 2023 09:15:00 +0100 (CET)", "2023-03-14T09:15:00+01:00")]
    [InlineData("2023-03-14T09:15:00Z", "2023-03-14T09:15:00+00:00")]
    [InlineData("morgen", null)]
    [InlineData("31 Feb 2023 10:00:00 +0000", null)]
    public void Dates_are_read(string text, string? expected) =>
        Assert.Equal(expected, MailDate.Parse(text)?.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("text/plain; charset=utf-8", "charset", "utf-8")]
    [InlineData("attachment; filename*0*=utf-8''een%20; filename*1=twee.pdf", "filename", "een twee.pdf")]
    [InlineData("attachment; filename*1=b.pdf; filename*0=a", "filename", "ab.pdf")]
    [InlineData("attachment; filename=\"=?utf-8?Q?=C3=A9.pdf?=\"", "filename", "é.pdf")]
    [InlineData("attachment; filename=mijn nota.pdf", "filename", "mijn nota.pdf")]
    [InlineData("attachment; filename=nota.pdf size=12", "filename", "nota.pdf")]
    [InlineData("attachment; filename=\"open.pdf", "filename", "open.pdf")]
    [InlineData("multipart/mixed boundary=x", "boundary", "x")]
    public void Parameters_are_read(string text, string name, string expected) => Assert.Equal(expected, HeaderValue.Parse(text)[name]);

    [Theory]
    [InlineData("utf8", "é", "C3A9")]
    [InlineData("cp932", "日本", "93FA967B")]
    [InlineData("unicode-1-1-utf-7", "€ +", "2B494B772D202B2D")]
    [InlineData("iso-8859-14", "Ŵ", "D0")]
    [InlineData("ks_c_5601-1987", "한", "C7D1")]
    [InlineData("x-mac-roman", "é", "8E")]
    [InlineData("iso-2022-jp", "日", "1B24424 67C1B2842")]
    [InlineData("iso-2022-cn", "中", "1B2429410E56500F")]
    [InlineData("unknown-8bit", "é", "C3A9")]
    [InlineData("unknown-8bit", "é", "E9")]
    [InlineData("utf-8", "é", "E9")]
    [InlineData("us-ascii", "€", "80")]
    public void Charsets_by_the_names_that_mail_uses(string charset, string expected, string hex) =>
        Assert.Equal(expected, TextDecoder.Decode(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), charset, out _));

    [Theory]
    [InlineData("Jansen, J. (Jan)", "Jan", true)]
    [InlineData("Jansen, J. (Jan)", "drs. J. Jansen", true)]
    [InlineData("Jan Jansen", "Jan Jansen, tst. 12", true)]
    [InlineData("Jan Jansen", "Jan Jansen heeft gebeld", false)]
    [InlineData("Jan Jansen", "Jan belt morgen", false)]
    [InlineData("Jan Jansen (secretaris)", "Secretaris", false)]
    [InlineData("jan@example.nl", "Jan", true)]
    [InlineData("", "Jan", false)]
    public void A_line_signs_where_it_is_the_senders_name(string sender, string line, bool signs) => Assert.Equal(signs, SenderName.Of(sender).Signs(line));

    [Fact]
    public void Uuencode_and_yEnc_in_a_text_become_attachments()
    {
        const string Mail = "From: a@b.nl\n\nVoor.\nbegin 644 a.txt\n#0V%T\n`\nend\nNa.\n=ybegin line=128 size=3 name=b.bin\nm\u008B\u009E\n=yend size=3\n";
        var read = Assert.IsType<DocumentRead>(new EmlReader().Read(new SourceFile("a.eml", Encoding.Latin1.GetBytes(Mail)), ReadLimits.Default));
        Assert.Equal(["a.txt", "b.bin"], read.Attachments.Select(a => a.Name));
        Assert.Equal("Cat", Encoding.ASCII.GetString(read.Attachments[0].Content.Span));
        Assert.Equal("Cat"[..1], Encoding.ASCII.GetString(read.Attachments[1].Content.Span)[..1]);
    }

    [Fact]
    public void Base64_comes_back_whatever_stands_between_its_characters() =>
        Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(bytes =>
        {
            var coded = Convert.ToBase64String(bytes);
            var folded = string.Join("\r\n ", coded.Chunk(5).Select(c => new string(c)));
            return TransferCoding.Base64(Encoding.ASCII.GetBytes(folded)).Span.SequenceEqual(bytes);
        }));

    [Fact]
    public void Quoted_printable_comes_back() =>
        Check.QuickThrowOnFailure(Prop.ForAll<byte[]>(bytes =>
        {
            var coded = string.Concat(bytes.Select((b, i) => $"={b:X2}{(i % 20 == 19 ? "= \r\n" : "")}"));
            return TransferCoding.QuotedPrintable(Encoding.ASCII.GetBytes(coded)).Span.SequenceEqual(bytes);
        }));

    [Fact]
    public void Any_header_is_read_without_a_throw() =>
        Check.QuickThrowOnFailure(Prop.ForAll<string>(text =>
        {
            _ = EncodedWords.Decode("=?" + text + "?=");
            _ = HeaderValue.Parse(text);
            _ = AddressParser.Parse(text);
            _ = MailDate.Parse(text);
            _ = MessageIds.First(text);
            return true;
        }));

    [Fact]
    public void Encrypted_mail_is_told_and_never_empty()
    {
        const string Pgp = "From: a@b.nl\nContent-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=x\n\n--x\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--x\nContent-Type: application/octet-stream\n\nabc\n--x--\n";
        const string Smime = "From: a@b.nl\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\nContent-Transfer-Encoding: base64\n\nMIAGCSqGSIb3DQEHA6CAMIACAQA=\n";
        const string Inline = "From: a@b.nl\n\n-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----\n";
        foreach (var mail in new[] { Pgp, Smime, Inline })
        {
            Assert.Equal("versleuteld", Assert.IsType<Quarantined>(new EmlReader().Read(new SourceFile("a.eml", Encoding.ASCII.GetBytes(mail)), ReadLimits.Default)).Code);
        }
    }

    [Fact]
    public void Cards_and_appointments_become_fields()
    {
        var card = Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile("a.vcf", "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=utf-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg=\r\n Klein\r\nTEL;CELL:06 5550 1234\r\nEND:VCARD\r\n"u8.ToArray()), ReadLimits.Default));
        Assert.Contains("06 5550 1234", WooPipeline.Documents.PlainText.Of(card.Tree.Blocks), StringComparison.Ordinal);
        Assert.StartsWith("Jörg", card.Tree.Title, StringComparison.Ordinal);
        var item = Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile("a.ics", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Over\r\n leg\r\nDTSTART:20230321T090000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"u8.ToArray()), ReadLimits.Default));
        Assert.Contains("Begin: 21 maart 2023 09:00 UTC", WooPipeline.Documents.PlainText.Of(item.Tree.Blocks), StringComparison.Ordinal);
        Assert.Equal("Overleg", item.Tree.Title);
    }
}
