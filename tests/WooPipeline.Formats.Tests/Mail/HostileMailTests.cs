using System.Diagnostics;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Mail;

namespace WooPipeline.Formats.Tests.Mail;

public sealed class HostileMailTests
{
    private static ReadResult Read(byte[] bytes) => new EmlReader().Read(new SourceFile("a.eml", bytes), ReadLimits.Default);

    private static ReadResult Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void A_thousand_nested_multiparts_end_in_quarantine()
    {
        var text = new StringBuilder("From: a@b.nl\r\n");
        for (var i = 0; i < 1000; i++)
        {
            text.Append("Content-Type: multipart/mixed; boundary=b").Append(i).Append("\r\n\r\n--b").Append(i).Append("\r\n");
        }

        Assert.Equal("te-diep", Assert.IsType<Quarantined>(Within(10, () => Read(text.ToString()))).Code);
    }

    [Fact]
    public void A_hundred_thousand_headers_end_in_quarantine()
    {
        var text = new StringBuilder("From: a@b.nl\r\n");
        for (var i = 0; i < 100_000; i++)
        {
            text.Append("X-").Append(i).Append(": y\r\n");
        }

        Assert.Equal("te-groot", Assert.IsType<Quarantined>(Within(10, () => Read(text.ToString()))).Code);
    }

    [Fact]
    public void A_header_of_fifty_megabytes_ends_in_quarantine()
    {
        var bytes = new byte[50 * 1024 * 1024];
        Array.Fill(bytes, (byte)'x');
        "Subject: "u8.CopyTo(bytes);
        Assert.Equal("te-groot", Assert.IsType<Quarantined>(Within(10, () => Read(bytes))).Code);
    }

    [Fact]
    public void Quotes_and_replies_without_end_are_read_in_time()
    {
        var quotes = string.Concat(Enumerable.Range(0, 3000).Select(i => new string('>', i % 400) + " regel\n"));
        var replies = string.Concat(Enumerable.Repeat("Van: a\nVerzonden: b\nAan: c\nOnderwerp: d\n\ntekst\n\n", 5000));
        var attributions = string.Concat(Enumerable.Repeat("Op 3 mei 2021 om 10:00 schreef Jan <jan@x.nl>:\n> tekst\n\n", 5000));
        foreach (var body in new[] { quotes, replies, attributions })
        {
            var read = Assert.IsType<DocumentRead>(Within(20, () => Read("From: a@b.nl\n\n" + body)));
            Assert.Null(Words.FirstMissing(Words.Of(body), Words.Of(TextView.Of(read.Tree).Text)));
        }
    }

    [Theory]
    [InlineData("Subject: ", "=?a?B?x ", 200_000)]
    [InlineData("Content-Type: text/plain; a=", " ", 1_000_000)]
    [InlineData("To: ", "a:;", 300_000)]
    [InlineData("To: ", "(", 1_000_000)]
    [InlineData("X: y\n\n", "begin 644 a\n`\nend\n", 50_000)]
    [InlineData("X: y\n\n", "From: a\n", 100_000)]
    [InlineData("X: y\n\n", "groet\n\n", 100_000)]
    [InlineData("Content-Type: multipart/mixed; boundary=b\n\n", "--b\nContent-Type: multipart/mixed; boundary=b--x\n\n", 15_000)]
    [InlineData("Content-Type: text/html\n\n", "<blockquote>", 8_000)]
    [InlineData("Content-Type: text/html\n\n", "&gt;<br>", 30_000)]
    [InlineData("Content-Type: text/calendar\n\nBEGIN:VCALENDAR\n", "X;ENCODING=QUOTED-PRINTABLE:a=\nb=\n", 40_000)]
    public void Endless_repetition_is_read_in_time(string start, string repeated, int times)
    {
        var text = "From: a@b.nl\n" + start + string.Concat(Enumerable.Repeat(repeated, times));
        Assert.NotNull(Within(20, () => Read(text)));
    }

    [Fact]
    public void Random_bytes_are_no_document()
    {
        var bytes = new byte[50_000];
        new Random(1).NextBytes(bytes);
        Assert.Equal("beschadigd", Assert.IsType<Quarantined>(Read(bytes)).Code);
        Assert.Equal("leeg", Assert.IsType<Quarantined>(Read("\r\n \r\n\r\n")).Code);
    }

    [Fact]
    public void Mails_cut_short_and_changed_never_throw()
    {
        if (Repository.Shared("corpus", "eml") is not { } corpus)
        {
            return;
        }

        var random = new Random(2);
        foreach (var path in Directory.EnumerateFiles(corpus, "*.eml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, i) => i % 3 == 0))
        {
            var bytes = File.ReadAllBytes(path);
            for (var round = 0; round < 12 && bytes.Length < 100_000; round++)
            {
                var broken = round % 2 == 0 ? bytes[..random.Next(bytes.Length)] : (byte[])bytes.Clone();
                for (var i = 0; i < 10 && broken.Length > 0; i++)
                {
                    broken[random.Next(broken.Length)] = (byte)random.Next(256);
                }

                Assert.NotNull(Read(broken));
            }
        }
    }

    private static T Within<T>(int seconds, Func<T> act)
    {
        var watch = Stopwatch.StartNew();
        var result = act();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(seconds), $"took {watch.Elapsed}");
        return result;
    }
}
