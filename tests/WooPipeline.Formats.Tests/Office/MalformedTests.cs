using System.IO.Compression;
using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Sheet;
using WooPipeline.Formats.Tests.Sheet;
using WooPipeline.Formats.Tests.Word;

namespace WooPipeline.Formats.Tests.Office;

/// <summary>Broken and hostile files end in quarantine with a code and a Dutch reason; nothing throws and nothing is guessed.</summary>
public sealed class MalformedTests
{
    private static readonly ReadLimits Limits = ReadLimits.Default;

    private static Quarantined Refused(string name, byte[] content)
    {
        var refused = Assert.IsType<Quarantined>(FormatCatalog.Default.Read(new SourceFile("bronnen/" + name, content), Limits));
        Assert.NotEmpty(refused.Code);
        Assert.DoesNotContain("kon niet als", refused.Reason, StringComparison.Ordinal); // the catalog's last net is not what should catch it
        Assert.True(refused.Reason.Length > 20, refused.Reason);
        return refused;
    }

    [Theory]
    [InlineData(".docx")]
    [InlineData(".docm")]
    [InlineData(".xlsx")]
    [InlineData(".csv")]
    [InlineData(".txt")]
    [InlineData(".html")]
    [InlineData(".json")]
    [InlineData(".xml")]
    [InlineData(".png")]
    [InlineData(".jpg")]
    [InlineData(".tiff")]
    public void Random_bytes_and_empty_files_are_refused(string extension)
    {
        var random = new Random(7);
        foreach (var length in new[] { 1, 3, 50, 400, 5000, 70_000 })
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            if (length > 10)
            {
                Refused("a" + extension, bytes);
            }
        }

        Assert.Equal("leeg", Refused("a" + extension, []).Code);
    }

    [Fact]
    public void Cut_off_files_are_refused()
    {
        Refused("a.docx", PlantedDocx.Build().Bytes[..3000]);
        Refused("a.xlsx", PlantedXlsx.Build().Bytes[..3000]);
        Assert.Equal("afgekapt", Refused("a.html", Encoding.UTF8.GetBytes("<html><body><p>Beste <b>me")).Code);
        Assert.Equal("afgekapt", Refused("a.html", Encoding.UTF8.GetBytes("<p>tekst</p><a href=\"https://exam")).Code);
        Assert.Equal("afgekapt", Refused("a.csv", Encoding.UTF8.GetBytes("naam;plaats\nJan;\"Den Ha")).Code);
        Assert.Equal("afgekapt", Refused("a.csv", Encoding.UTF8.GetBytes("naam;plaats;nr\na;b;1\nc;d;2\ne;f")).Code);
        Refused("a.json", Encoding.UTF8.GetBytes("{\"naam\": \"Ja"));
        Refused("a.xml", Encoding.UTF8.GetBytes("<a><b>tekst</b>"));
        Refused("a.png", PngOf(40)[..30]);
        Assert.Equal("tekenset", Refused("a.txt", [.. Encoding.UTF8.GetBytes("één twee café"), 0xC3]).Code);
    }

    [Fact]
    public void Mixed_encodings_are_refused_and_single_ones_are_found()
    {
        Assert.Equal("tekenset", Refused("a.txt", [.. Encoding.UTF8.GetBytes("café één ×"), .. Encoding.Latin1.GetBytes("café")]).Code);
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, CodePagesEncodingProvider.Instance.GetEncoding(1252)! })
        {
            foreach (var mark in new[] { true, false })
            {
                if (!mark && encoding is UTF32Encoding)
                {
                    continue;
                }

                byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes("naam;plaats\nÜmit Yılan é;Den Haag\n".Replace("ı", "i"))];
                var read = Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile("a.csv", bytes), Limits));
                Assert.Contains("Ümit Yilan é\tDen Haag", TextView.Of(read.Tree).Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Bombs_and_entities_are_refused_quickly()
    {
        Assert.Equal("zip-bom", Refused("a.docx", Package(("word/document.xml", new byte[300_000_000]))).Code);
        Assert.Equal("zip-bom", Refused("a.xlsx", Package(("xl/workbook.xml", new byte[300_000_000]))).Code);
        const string laughs = "<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>";
        Assert.Equal("beschadigd", Refused("a.docx", Package(("word/document.xml", Encoding.UTF8.GetBytes(laughs)))).Code);
        const string outside = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>";
        Refused("a.xml", Encoding.UTF8.GetBytes(outside));
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000));
        Refused("a.xml", Encoding.UTF8.GetBytes(deep));
        Assert.Equal("te-diep", Refused("a.html", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<b><ul>", 50_000)))).Code);
        Refused("a.json", Encoding.UTF8.GetBytes(new string('[', 100_000) + new string(']', 100_000)));
    }

    [Fact]
    public void A_hundred_thousand_columns_are_refused()
    {
        Assert.Equal("te-groot", Refused("a.csv", Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 100_000)))).Code);
        var cells = string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 100_000));
        const string ns = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
        var sheet = Package(
            ("xl/workbook.xml", Encoding.UTF8.GetBytes($"<workbook {ns}><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")),
            ("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"sheet.xml\"/></Relationships>")),
            ("xl/sheet.xml", Encoding.UTF8.GetBytes($"<worksheet {ns}><sheetData><row>{cells}</row></sheetData></worksheet>")));
        Assert.Equal("te-groot", Refused("a.xlsx", sheet).Code);
    }

    [Fact]
    public void Encrypted_and_old_binary_files_are_refused_with_their_own_reason()
    {
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        Assert.Equal("versleuteld", Refused("a.docx", [.. signature, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[600]]).Code);
        Assert.Equal("niet-ondersteund", Refused("a.docx", [.. signature, .. new byte[2000]]).Code);
    }

    [Fact]
    public void A_source_name_that_is_a_formula_stays_text()
    {
        using var stream = new MemoryStream();
        XlsxWriter.Write(new Workbook([new Worksheet("a", ["naam"], [["=cmd|'/c calc'!A0.docx"]])]), stream);
        var read = Assert.IsType<DocumentRead>(new XlsxReader().Read(new SourceFile("a.xlsx", stream.ToArray()), Limits));
        Assert.Contains("=cmd|'/c calc'!A0.docx", TextView.Of(read.Tree).Text, StringComparison.Ordinal);
    }

    private static byte[] PngOf(int size) => Formats.Image.PngEncoder.Encode(new byte[size * size], size, size, 1);

    private static byte[] Package(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"u8);
            Add("_rels/.rels", Encoding.UTF8.GetBytes($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"{parts[0].Name}\"/></Relationships>"));
            foreach (var (name, content) in parts)
            {
                Add(name, content);
            }

            void Add(string name, ReadOnlySpan<byte> content)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
