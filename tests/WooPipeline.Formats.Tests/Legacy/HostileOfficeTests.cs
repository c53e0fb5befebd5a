using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Tests.Slides;

namespace WooPipeline.Formats.Tests.Legacy;

/// <summary>Broken and hostile files of the formats that are rebuilt: each ends in a document or a quarantine, in time, and never throws.</summary>
public sealed class HostileOfficeTests
{
    private static ReadResult Read(string name, byte[] bytes, ReadLimits? limits = null) => FormatCatalog.Default.Read(new SourceFile(name, bytes), limits ?? ReadLimits.Default);

    private static byte[] Case(string name) => File.ReadAllBytes(Repository.PathOf("tests", "WooPipeline.Formats.Tests", "Cases", "Office", name));

    private static IEnumerable<(string Name, byte[] Bytes)> Samples()
    {
        yield return ("a.pptx", new SmallPptx().Bytes);
        yield return ("a.ppt", SmallPpt.Bytes);
        yield return ("a.odt", Odf("text", Encoding.UTF8.GetString(Case("tekst.fodt"))));
        yield return ("a.ods", Odf("spreadsheet", Encoding.UTF8.GetString(Case("blad.fods"))));
        yield return ("a.rtf", Encoding.ASCII.GetBytes(Rtf));
        if (Repository.Shared("corpus", "docx", "apache-tika", "testWORD_embeded.docx") is { } word && Embedded(word, ".doc") is { } doc)
        {
            yield return ("a.doc", doc);
        }

        if (Repository.Shared("corpus", "xlsx", "apache-poi", "WithEmbeded.xlsx") is { } book && Embedded(book, ".xls") is { } xls)
        {
            yield return ("a.xls", xls);
        }
    }

    private const string Rtf = @"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset204 Arial;}}{\stylesheet{\s1 heading 1;}}{\info{\title t}{\author a}}"
        + @"\pard\s1 Kop\par\pard {\b vet} en {\v weg} {\field{\*\fldinst HYPERLINK ""https://example.nl/x""}{\fldrslt link}}{\footnote noot}\par"
        + @"\trowd\cellx100\intbl a\cell b\cell\row\pard {\pict\pngblip 89504e47}{\header kop}\'e9\u8364 ?\par}";

    private static byte[]? Embedded(string path, string extension) =>
        Read(Path.GetFileName(path), File.ReadAllBytes(path)) is DocumentRead read ? read.Attachments.FirstOrDefault(a => a.Name.EndsWith(extension, StringComparison.Ordinal))?.Content.ToArray() : null;

    private static byte[] Odf(string kind, string flat)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "mimetype", "application/vnd.oasis.opendocument." + kind, CompressionLevel.NoCompression);
            Add(zip, "content.xml", flat, CompressionLevel.Optimal);
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string content, CompressionLevel level)
    {
        using var entry = zip.CreateEntry(name, level).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }

    [Fact]
    public void Files_cut_short_and_changed_never_throw()
    {
        var random = new Random(17);
        foreach (var (name, bytes) in Samples())
        {
            Assert.IsType<DocumentRead>(Read(name, bytes));
            for (var round = 0; round < 120; round++)
            {
                var broken = round % 3 == 0 ? bytes[..random.Next(1, bytes.Length)] : (byte[])bytes.Clone();
                for (var i = 0; i < round % 12 && broken.Length > 0; i++)
                {
                    broken[random.Next(broken.Length)] = (byte)random.Next(256);
                }

                var watch = Stopwatch.StartNew();
                Assert.NotNull(Read(name, broken));
                Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), name);
            }
        }
    }

    [Fact]
    public void Every_reader_stops_when_its_time_is_up()
    {
        foreach (var (name, bytes) in Samples().Where(s => s.Name is not "a.ppt"))
        {
            var larger = name == "a.rtf" ? [.. bytes[..^1], .. Encoding.ASCII.GetBytes(new string('x', 500) + "}")] : bytes;
            Assert.Equal("te-traag", Assert.IsType<Quarantined>(Read(name, larger, new ReadLimits { MaxTime = TimeSpan.Zero })).Code);
        }
    }

    [Fact]
    public void Repetition_beyond_measure_is_refused()
    {
        const string Ns = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"";
        static string Sheet(string cells) => $"<office:document {Ns}><office:body><office:spreadsheet><table:table table:name=\"x\">{cells}</table:table></office:spreadsheet></office:body></office:document>";
        var rows = Sheet("<table:table-row table:number-rows-repeated=\"2000000000\"><table:table-cell table:number-columns-repeated=\"16000\"><text:p>x</text:p></table:table-cell></table:table-row>");
        var columns = Sheet("<table:table-row>" + string.Concat(Enumerable.Repeat("<table:table-cell><text:p>x</text:p></table:table-cell>", 100_000)) + "</table:table-row>");
        var empty = Sheet("<table:table-row table:number-rows-repeated=\"2147483647\"/><table:table-row><table:table-cell table:number-columns-repeated=\"2147483647\"/><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>");
        Assert.Equal("te-groot", Assert.IsType<Quarantined>(Read("a.fods", Encoding.UTF8.GetBytes(rows))).Code);
        Assert.Equal("te-groot", Assert.IsType<Quarantined>(Read("a.fods", Encoding.UTF8.GetBytes(columns))).Code);
        Assert.Equal("te-groot", Assert.IsType<Quarantined>(Read("a.fods", Encoding.UTF8.GetBytes(empty))).Code);
    }

    [Fact]
    public void Sheets_listed_a_thousand_times_are_read_once()
    {
        static byte[] Record(int type, params byte[] data) => [.. BitConverter.GetBytes((ushort)type), .. BitConverter.GetBytes((ushort)data.Length), .. data];
        byte[] start = Record(0x0809, 0, 6, 0x10, 0, 0, 0, 0, 0);
        const int Count = 1000;
        var sheetAt = start.Length + (Count * 13) + 4;
        byte[] listed = Record(0x0085, [.. BitConverter.GetBytes(sheetAt), 0, 0, 1, 0, (byte)'a']);
        Assert.Equal(13, listed.Length);
        byte[] label = Record(0x0204, 0, 0, 0, 0, 0, 0, 3, 0, 0, (byte)'c', (byte)'e', (byte)'l');
        byte[] book = [.. start, .. Enumerable.Repeat(listed, Count).SelectMany(b => b), .. Record(0x0A), .. start, .. label, .. Record(0x0A)];
        var tree = Assert.IsType<DocumentRead>(Read("a.xls", CompoundBuilder.Of(("Workbook", book)))).Tree;
        Assert.Equal(2, tree.Blocks.Length);
        Assert.Contains("cel", TextView.Of(tree).Text, StringComparison.Ordinal);
        Assert.Equal("versleuteld", Assert.IsType<Quarantined>(Read("a.xls", CompoundBuilder.Of(("Workbook", [.. start, .. Record(0x2F, new byte[6]), .. book])))).Code);
    }

    [Fact]
    public void Pictures_of_a_stream_come_out_each_once()
    {
        var png = Formats.Image.PngEncoder.Encode([0x80, 0x10], 2, 1, 1);
        byte[] One(int type, int hashes) => [0, 0, (byte)type, 0xF0, .. BitConverter.GetBytes(png.Length + hashes), .. new byte[hashes], .. png];
        byte[] stream = [1, 2, 0x1E, .. One(0x1E, 17), 9, 9, .. One(0x1E, 33), .. One(0x1D, 17)[..20]];
        var section = Assert.IsType<Section>(Assert.Single(WooPipeline.Formats.Legacy.LegacyPictures.Of(stream, ReadLimits.Default)));
        Assert.Single(section.Blocks.OfType<ImageBlock>());
        var random = new Random(3);
        for (var round = 0; round < 500; round++)
        {
            var broken = (byte[])stream.Clone();
            broken[random.Next(broken.Length)] = (byte)random.Next(256);
            Assert.True(WooPipeline.Formats.Legacy.LegacyPictures.Of(broken, ReadLimits.Default).Length <= 1);
        }
    }

    [Fact]
    public void A_doc_called_docx_and_a_page_called_xls_are_read()
    {
        Assert.Equal("versleuteld", Assert.IsType<Quarantined>(Read("a.docx", SmallPpt.Encrypted)).Code);
        Assert.Equal(DocumentKind.Presentation, Assert.IsType<DocumentRead>(Read("a.docx", SmallPpt.Bytes)).Tree.Kind);
        Assert.Equal(DocumentKind.Html, Assert.IsType<DocumentRead>(Read("a.xls", "<html><body><table><tr><td>a</td></tr></table></body></html>"u8.ToArray())).Tree.Kind);
    }

    [Fact]
    public void Nesting_beyond_measure_is_refused()
    {
        const string Ns = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
        var nested = $"<office:document {Ns}><office:body><office:text>{string.Concat(Enumerable.Repeat("<text:section>", 300))}<text:p>x</text:p>{string.Concat(Enumerable.Repeat("</text:section>", 300))}</office:text></office:body></office:document>";
        Assert.Equal("te-diep", Assert.IsType<Quarantined>(Read("a.fodt", Encoding.UTF8.GetBytes(nested))).Code);
        Assert.Equal("te-diep", Assert.IsType<Quarantined>(Read("a.rtf", Encoding.ASCII.GetBytes(@"{\rtf1 " + new string('{', 100_000)))).Code);
        Assert.IsType<DocumentRead>(Read("a.rtf", Encoding.ASCII.GetBytes(@"{\rtf1 x" + string.Concat(Enumerable.Repeat(@"{\footnote a", 1_000)))));
    }

    [Fact]
    public void Entities_and_bombs_are_refused()
    {
        var entity = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
        Assert.Equal("beschadigd", Assert.IsType<Quarantined>(Read("a.odt", Odf("text", entity))).Code);
        Assert.Equal("beschadigd", Assert.IsType<Quarantined>(Read("a.fodt", Encoding.UTF8.GetBytes(entity))).Code);
        Assert.Equal("zip-bom", Assert.IsType<Quarantined>(Read("a.odt", Odf("text", new string(' ', 30_000_000)), new ReadLimits { MaxRatio = 100 })).Code);
    }

    [Fact]
    public void An_encrypted_text_is_told()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "mimetype", "application/vnd.oasis.opendocument.text", CompressionLevel.NoCompression);
            Add(zip, "content.xml", "versleutelde bytes", CompressionLevel.Optimal);
            Add(zip, "META-INF/manifest.xml", "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>", CompressionLevel.Optimal);
        }

        Assert.Equal("versleuteld", Assert.IsType<Quarantined>(Read("a.odt", stream.ToArray())).Code);
    }

    [Fact]
    public void The_parts_of_an_rtf_are_what_they_are()
    {
        var tree = Assert.IsType<DocumentRead>(Read("a.rtf", Encoding.ASCII.GetBytes(Rtf))).Tree;
        var view = TextView.Of(tree);
        Assert.Equal("t", tree.Title);
        Assert.StartsWith("kop\nKop\nvet en  link", view.Text, StringComparison.Ordinal);
        Assert.True(view.IsIn(view.Text.IndexOf("weg", StringComparison.Ordinal), ZoneKind.Hidden));
        Assert.True(view.IsIn(view.Text.IndexOf("noot", StringComparison.Ordinal), ZoneKind.Footnote));
        Assert.Contains("a\tb", view.Text, StringComparison.Ordinal);
        Assert.Contains("é€", view.Text, StringComparison.Ordinal);
    }
}
