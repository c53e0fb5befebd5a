using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using WooPipeline.Formats.Html;

namespace WooPipeline.Formats.Tests.Common;

public sealed class TimeLimitTests
{
    private static readonly ReadLimits NoTime = new() { MaxTime = TimeSpan.Zero };

    public static TheoryData<string, string, string> Texts() => new()
    {
        { "a.eml", "From: a@b.nl\nSubject: x\n\n", "Beste Jan,\nregel\n\n" },
        { "parts.eml", "From: a@b.nl\nSubject: x\nContent-Type: multipart/mixed; boundary=b\n\n", "--b\n\nx\n" },
        { "headers.eml", "From: a@b.nl\nSubject: x\n", "X-Regel: waarde\n" },
        { "html.eml", "From: a@b.nl\nContent-Type: text/html\n\n", "<p>regel</p>\n" },
        { "a.emlx", "999999\nFrom: a@b.nl\n\n", "regel\n\n" },
        { "a.html", "<!doctype html><html><body>", "<p>alinea</p>\n" },
        { "a.txt", "", "regel\n\n" },
        { "chat.txt", "", "01-02-2024 12:30 - Jan: bericht\n" },
        { "a.csv", "naam;datum\n", "Jan;2024\n" },
        { "a.jsonl", "", "{\"naam\":\"Jan\"}\n" },
        { "a.xml", "<lijst>", "<naam>Jan</naam>" },
        { "a.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:overleg\n", "DESCRIPTION:regel\n" },
        { "a.vcf", "BEGIN:VCARD\nFN:Jan\n", "EMAIL:jan@example.nl\n" },
        { "a.rtf", "{\\rtf1 ", "regel\\par " },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_reader_of_text_stops_when_its_time_is_up(string name, string start, string repeated)
    {
        var end = name switch { "a.xml" => "</lijst>", "a.html" => "</body></html>", _ => "" };
        var bytes = Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(repeated, 300)) + end);
        Assert.Equal("te-traag", Assert.IsType<Quarantined>(FormatCatalog.Default.Read(new SourceFile(name, bytes), NoTime)).Code);
        Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile(name, bytes), ReadLimits.Default));
    }

    [Theory]
    [InlineData("docx", "*.docx")]
    [InlineData("xlsx", "*.xlsx")]
    [InlineData("msg", "*.msg")]
    public void Readers_of_binary_files_stop_too(string folder, string pattern)
    {
        if (Repository.Shared("corpus", folder) is not { } corpus)
        {
            return;
        }

        var file = new DirectoryInfo(corpus).EnumerateFiles(pattern, SearchOption.AllDirectories).Where(f => f.Length < 1_000_000)
            .OrderByDescending(f => f.Length).ThenBy(f => f.Name, StringComparer.Ordinal).Select(f => new SourceFile(f.Name, File.ReadAllBytes(f.FullName)))
            .First(f => FormatCatalog.Default.Read(f, ReadLimits.Default) is DocumentRead);
        Assert.Equal("te-traag", Assert.IsType<Quarantined>(FormatCatalog.Default.Read(file, NoTime)).Code);
        if (FormatCatalog.Default.RedactorFor(file) is { } redactor)
        {
            Assert.Equal("te-traag", redactor.Redact(file, new(), [], NoTime).Problem?.Code);
        }
    }

    [Fact]
    public void A_picture_is_read_within_its_time()
    {
        var strips = Tiff(300, 300);
        Assert.Equal("te-traag", Assert.IsType<Quarantined>(FormatCatalog.Default.Read(new SourceFile("a.tif", strips), NoTime)).Code);
        Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile("a.tif", strips), ReadLimits.Default));
    }

    [Fact]
    public void Members_of_archives_have_a_clock_each()
    {
        var text = Encoding.UTF8.GetBytes(new string('x', 100_000));
        foreach (var (name, bytes) in new[] { ("a.zip", Zip(text)), ("a.tar", Tar(text)), ("a.gz", Gzip(text)) })
        {
            var reader = FormatCatalog.Default.ContainerFor(name, bytes)!;
            Assert.All(reader.Members(new MemoryStream(bytes), name, NoTime), m => Assert.Equal("te-traag", m.Problem?.Code));
            Assert.All(reader.Members(new MemoryStream(bytes), name, ReadLimits.Default), m => Assert.Null(m.Problem));
        }
    }

    [Fact]
    public void A_message_of_a_data_file_that_takes_too_long_hides_no_other()
    {
        if (Repository.Shared("corpus", "pst") is { } corpus)
        {
            var path = Directory.EnumerateFiles(corpus, "*.pst", SearchOption.AllDirectories).First();
            using var stream = File.OpenRead(path);
            var reader = new WooPipeline.Formats.Outlook.PstReader();
            Assert.Equal(reader.Members(stream, path, ReadLimits.Default).Count(), reader.Members(stream, path, NoTime).Count());
        }
    }

    // Each paragraph opens all formatting elements again that were left open: 900 of them in 20,000 paragraphs are 18 million elements.
    [Fact]
    public void Formatting_left_open_does_not_multiply()
    {
        var html = string.Concat(Enumerable.Range(0, 900).Select(i => $"<font color='{i}'>")) + string.Concat(Enumerable.Repeat("<p>alinea", 20_000));
        var watch = Stopwatch.StartNew();
        Assert.NotEmpty(HtmlTree.Parse(html).Blocks);
        Assert.Equal("te-diep", Assert.IsType<Quarantined>(FormatCatalog.Default.Read(new SourceFile("a.html", Encoding.UTF8.GetBytes(html)), ReadLimits.Default)).Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }

    [Theory]
    [InlineData("<p ", "a{0}=1 ", ">x", 100_000)]
    [InlineData("<table>", "<tr><td>{0}<table>", "", 450)]
    [InlineData("<p>", "<a href='x'>{0}", "", 900)]
    [InlineData("", "<!-- {0} -->", "", 100_000)]
    [InlineData("<p>", "&#{0};", "</p>", 200_000)]
    [InlineData("<select>", "<option>{0}", "", 100_000)]
    [InlineData("<ul>", "<li>{0}", "", 100_000)]
    [InlineData("", "<b><p>{0}</b>", "", 20_000)]
    public void Pages_that_repeat_themselves_are_read_in_time(string start, string repeated, string end, int times)
    {
        var html = start + string.Concat(Enumerable.Range(0, times).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, repeated, i))) + end;
        var watch = Stopwatch.StartNew();
        var limits = new ReadLimits { MaxTime = TimeSpan.FromSeconds(5) };
        Assert.NotNull(FormatCatalog.Default.Read(new SourceFile("a.html", Encoding.UTF8.GetBytes(html)), limits));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    private static byte[] Zip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("a.txt").Open();
            entry.Write(content);
        }

        return stream.ToArray();
    }

    private static byte[] Tar(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "a.txt") { DataStream = new MemoryStream(content) });
        }

        return stream.ToArray();
    }

    private static byte[] Gzip(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return stream.ToArray();
    }

    /// <summary>A grey picture without compression, in one strip.</summary>
    private static byte[] Tiff(int width, int height)
    {
        (ushort Tag, ushort Type, uint Value)[] entries =
        [
            (256, 4, (uint)width), (257, 4, (uint)height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8 + 2 + (10 * 12) + 4),
            (277, 3, 1), (278, 4, (uint)height), (279, 4, (uint)(width * height)), (296, 3, 2),
        ];
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write("II*\0"u8);
        writer.Write(8);
        writer.Write((ushort)entries.Length);
        foreach (var (tag, type, value) in entries)
        {
            writer.Write(tag);
            writer.Write(type);
            writer.Write(1);
            writer.Write(value);
        }

        writer.Write(0);
        writer.Write(new byte[width * height]);
        return stream.ToArray();
    }
}
