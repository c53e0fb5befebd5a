using System.IO.Compression;
using System.Text;
using static WooPipeline.Publication.Tests.Planting;

namespace WooPipeline.Publication.Tests;

/// <summary>Every removed form, planted anywhere in a finished package, stops it: exit 3, file and place named, the form never.</summary>
public class PlantingTests
{
    private const string Mail = "documenten/0001.pdf";
    private const string Word = "documenten/0003.docx";
    private const string Page = "documenten/0009.html";
    private const string N = TestPackage.Name;

    private static readonly Dictionary<string, (string File, Func<byte[], byte[]> Plant)> Plantings = new()
    {
        ["pdf: behind the end"] = (Mail, f => Append(f, N)),
        ["pdf: short form behind the end"] = (Mail, f => Append(f, "\nGroet, " + TestPackage.Short + "\n")),
        ["pdf: comment"] = (Mail, f => Append(f, "\n% " + N + "\n%%EOF\n")),
        ["pdf: property"] = (Mail, f => PdfObject(f, $"<< /Author ({N}) >>")),
        ["pdf: common word in a property"] = ("documenten/0002.pdf", f => PdfObject(f, $"<< /Author (Anneke {TestPackage.Common}) >>")),
        ["pdf: property in UTF-16"] = (Mail, f => PdfObject(f, $"<< /Author <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(TestPackage.Accented))}> >>")),
        ["pdf: property in hex with spaces"] = (Mail, f => PdfObject(f, $"<< /Keywords <{string.Join(' ', N.Select(c => $"{(int)c:x2}"))}> >>")),
        ["pdf: property in octal escapes"] = (Mail, f => PdfObject(f, $"<< /Subject ({string.Concat(N.Select(c => "\\" + Convert.ToString(c, 8).PadLeft(3, '0')))}) >>")),
        ["pdf: packed stream"] = (Mail, f => PdfStream(f, "/Filter /FlateDecode", Flate(Utf8("x " + N + " y")))),
        ["pdf: ASCII85 over flate"] = (Mail, f => PdfStream(f, "/Filter [/ASCII85Decode /FlateDecode]", Ascii85(Flate(Utf8(N))))),
        ["pdf: hex stream"] = (Mail, f => PdfStream(f, "/Filter /ASCIIHexDecode", Utf8(Convert.ToHexString(Utf8(TestPackage.Phone)) + ">"))),
        ["pdf: run length stream"] = (Mail, f => PdfStream(f, "/Filter /RunLengthDecode", RunLength(Utf8(N)))),
        ["pdf: XMP"] = (Mail, f => PdfStream(f, "/Type /Metadata /Subtype /XML", Utf8($"<?xpacket begin='' id='x'?><x:xmpmeta><dc:creator>{N}</dc:creator></x:xmpmeta>"))),
        ["pdf: short form in XMP"] = (Mail, f => PdfStream(f, "/Type /Metadata /Subtype /XML /Filter /FlateDecode", Flate(Utf8($"<x:xmpmeta><dc:creator>{TestPackage.Short}</dc:creator></x:xmpmeta>")))),
        ["pdf: XMP in entities"] = (Mail, f => PdfStream(f, "/Type /Metadata /Subtype /XML", Utf8($"<x:xmpmeta><dc:creator>{Entities(N)}</dc:creator></x:xmpmeta>"))),
        ["pdf: object stream"] = (Mail, f => PdfStream(f, "/Type /ObjStm /N 1 /First 6 /Filter /FlateDecode", Flate(Utf8($"902 0 << /Contents ({N}) >>")))),
        ["pdf: annotation"] = (Mail, f => PdfObject(f, $"<< /Type /Annot /Subtype /Text /Contents (Bel {TestPackage.Phone}) >>")),
        ["pdf: address in percent coding"] = (Mail, f => PdfObject(f, $"<< /S /URI /URI (https://www.example.org/{Uri.EscapeDataString(N)}) >>")),
        ["pdf: mail address"] = (Mail, f => PdfObject(f, $"<< /S /URI /URI (mailto:{TestPackage.Local}@minvws.nl) >>")),
        ["pdf: bookmark"] = (Mail, f => PdfObject(f, $"<< /Title ({N}) /Parent 3 0 R >>")),
        ["pdf: name object"] = (Mail, f => PdfObject(f, "<< /" + N.Replace(" ", "#20", StringComparison.Ordinal) + " 1 >>")),
        ["pdf: former revision"] = (Mail, f => PdfObject(PdfObject(f, $"({N})", 905), "(leeg)", 905)),
        ["pdf: attached text"] = (Mail, f => PdfStream(f, "/Type /EmbeddedFile /Filter /FlateDecode", Flate(Utf8("Groet, " + TestPackage.Short)))),
        ["pdf: attached zip"] = (Mail, f => PdfStream(f, "/Type /EmbeddedFile", Zip("a.txt", Utf8("van " + TestPackage.Common)))),
        ["pdf: EXIF of an image"] = (Mail, f => PdfStream(f, "/Subtype /Image /Filter /DCTDecode", Jpeg(Utf8(N)))),
        ["pdf: on the page"] = (Mail, _ => PdfOf("Beste " + N + ",")),
        ["pdf: broken over lines on the page"] = (Mail, _ => PdfOf(string.Concat(Enumerable.Repeat("lange regel ", 9)) + N + " " + string.Concat(Enumerable.Repeat("en nog wat ", 12)) + N)),
        ["pdf: letter by letter on the page"] = (Mail, _ => PdfOf(string.Join(' ', N.Replace(" ", "", StringComparison.Ordinal).ToCharArray()))),
        ["pdf: a common word once too often"] = ("documenten/0002.pdf", _ => PdfOf("De bakker en de bakker en bakker.")),
        ["pdf: a common word where it may not stand"] = ("nota.pdf", _ => PdfOf("De nota wil kort zijn, zegt Bakker.")),
        ["docx: split over runs"] = (Word, f => Member(f, "word/footnotes.xml", Utf8("<w:p><w:r><w:t>Ma</w:t></w:r><w:r><w:t>rieke van</w:t></w:r><w:r><w:t> der Zandt</w:t></w:r></w:p>"))),
        ["docx: property"] = (Word, f => Member(f, "docProps/custom.xml", Utf8($"<p><v>{TestPackage.Common}</v></p>"))),
        ["docx: stored part"] = (Word, f => Member(f, "word/x.bin", Utf8(N), CompressionLevel.NoCompression)),
        ["docx: part in UTF-16"] = (Word, f => Member(f, "word/y.bin", [1, .. Encoding.Unicode.GetBytes(N), 0, 0])),
        ["docx: part in UTF-16, high byte first"] = (Word, f => Member(f, "word/y.bin", [1, 0, 2, .. Encoding.BigEndianUnicode.GetBytes(N)])),
        ["docx: name of a part"] = (Word, f => Member(f, "word/media/Marieke_van_der_Zandt.png", [1])),
        ["docx: zip in a zip"] = (Word, f => Member(f, "word/embeddings/a.docx", Zip("word/document.xml", Utf8($"<w:t>{TestPackage.Accented}</w:t>")))),
        ["docx: comment in the markup"] = (Word, f => Member(f, "word/z.xml", Utf8($"<a><!-- {TestPackage.Common} --></a>"))),
        ["docx: author in an attribute"] = (Word, f => Member(f, "word/comments.xml", Utf8($"<w:comment w:author=\"Anneke {TestPackage.Common}\" w:initials=\"AB\"/>"))),
        ["docx: entities"] = (Word, f => Member(f, "word/endnotes.xml", Utf8($"<w:t>{Entities(TestPackage.Short)}</w:t>"))),
        ["docx: not in the directory"] = (Word, f => WithoutDirectory(Member(f, "word/h.xml", Utf8($"<w:t>{N}</w:t>")))),
        ["docx: EXIF of an image"] = (Word, f => Member(f, "word/media/image1.jpeg", Jpeg([.. "II*\0"u8, .. Encoding.Unicode.GetBytes(N)]))),
        ["docx: short form in EXIF"] = (Word, f => Member(f, "word/media/image2.jpeg", Jpeg(Utf8("Artist\0" + TestPackage.Common + "\0")))),
        ["docx: packed text of a PNG"] = (Word, f => Member(f, "word/media/image3.png", Png("zTXt", [.. "Author\0\0"u8, .. Flate(Utf8(N))]))),
        ["docx: comment of the zip"] = (Word, f => Append(f, N)),
        ["html: text"] = (Page, f => Before(f, "</body>", $"<p>{N}</p>")),
        ["html: entities"] = (Page, f => Before(f, "</body>", $"<p>{Entities(N)}</p>")),
        ["html: soft hyphens and hard spaces"] = (Page, f => Before(f, "</body>", "<p>Ma\u00ADrieke\u00A0van\u00A0der\u00A0Za\u200Bndt</p>")),
        ["html: inside tags"] = (Page, f => Before(f, "</body>", "<p><b>Marie</b>ke van <i>der</i> Zandt</p>")),
        ["html: comment"] = (Page, f => Before(f, "</body>", $"<!-- {TestPackage.Short} -->")),
        ["html: description of an image"] = (Page, f => Before(f, "</body>", $"<img alt=\"Foto van Anneke {TestPackage.Common}\">")),
        ["html: image in base64 with EXIF"] = (Page, f => Before(f, "</body>", $"<img src=\"data:image/jpeg;base64,{Convert.ToBase64String(Jpeg(Utf8(N)))}\">")),
        ["html: script"] = (Page, f => Before(f, "</body>", $"<script>var n = \"{Escapes(N)}\";</script>")),
        ["html: base64"] = (Page, f => Before(f, "</body>", $"<p data-x=\"{Convert.ToBase64String(Utf8("naam: " + N))}\"></p>")),
        ["html: short form in base64"] = (Page, f => Before(f, "</body>", $"<p>{Convert.ToBase64String(Utf8(TestPackage.Common))}</p>")),
        ["html: base64 over lines"] = (Page, f => Before(f, "</body>", Convert.ToBase64String(Utf8(new string('x', 80) + ", " + N + " " + new string('y', 40)), Base64FormattingOptions.InsertLineBreaks))),
        ["html: base64 of UTF-16"] = (Page, f => Before(f, "</body>", Convert.ToBase64String(Encoding.Unicode.GetBytes(N)))),
        ["html: hex"] = (Page, f => Before(f, "</body>", Convert.ToHexString(Utf8(N)))),
        ["html: quoted-printable"] = (Page, f => Before(f, "</body>", string.Concat(Utf8(TestPackage.Accented).Select(b => $"={b:X2}")))),
        ["html: another spelling of the number"] = (Page, f => Before(f, "</body>", "<p>06 - 2468 13 57</p>")),
        ["html: the number with the country"] = (Page, f => Before(f, "</body>", "<p>+31 (0)6 24 68 13 57 of +31624681357</p>")),
        ["html: capitals without signs"] = (Page, f => Before(f, "</body>", "<p>ZOE MULLER CELIK</p>")),
        ["html: signs as separate characters"] = (Page, f => Before(f, "</body>", $"<p>{TestPackage.Accented.Normalize(NormalizationForm.FormD)}</p>")),
        ["html: Latin-1"] = (Page, f => Append(f, Encoding.Latin1.GetBytes(TestPackage.Accented.Replace("Ç", "C", StringComparison.Ordinal)))),
        ["html: a verb once too often"] = (Page, f => Before(f, "</body>", "<p>Groet, Wil</p>")),
        ["list: a cell"] = ("inventarislijst.csv", f => Append(f, $"0010,2025-01,,,Mail van {N},email,,Openbaar,,,,,,\r\n")),
        ["list: JSON escapes"] = ("manifest.json", f => Before(f, "}", $", \"x\": \"{Escapes(TestPackage.Common)}\"")),
        ["list: metadata"] = ("metadata/0001.xml", f => Before(f, "</diwoo:titelcollectie>", $"<a>{TestPackage.Local}</a>")),
        ["text file in UTF-16"] = ("documenten/0010.txt", _ => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Groet, " + TestPackage.Short)]),
        ["file name"] = ("documenten/Marieke van der Zandt.pdf", _ => PdfOf("leeg")),
        ["short form in a file name"] = ("documenten/0001-wil.pdf", _ => PdfOf("leeg")),
    };

    public static TheoryData<string> Names => [.. Plantings.Keys];

    [Fact]
    public void There_are_many() => Assert.True(Plantings.Count >= 60);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_planted_form_is_found(string name)
    {
        using var folder = new TemporaryFolder();
        var input = TestPackage.Finish(folder.Path);
        var (path, plant) = Plantings[name];
        var full = folder.File("publicatie", path);
        File.WriteAllBytes(full, plant(File.Exists(full) ? File.ReadAllBytes(full) : []));

        var report = PackageVerifier.Verify(folder.Path);

        Assert.Equal(3, report.ExitCode);
        var leaks = report.Findings.Where(f => f.Kind == VerifyKind.Leak).ToArray();
        Assert.Contains(leaks, f => f.File == "publicatie/" + path && f.Place.Length > 0);
        Assert.All(leaks, f => Assert.Equal("publicatie/" + path, f.File));
        foreach (var form in input.Removed.Where(r => r.Text.Length > 4 && !path.Contains(r.Text, StringComparison.Ordinal)))
        {
            Assert.All(report.Findings, f => Assert.DoesNotContain(form.Text, f.Message + f.Place + f.File, StringComparison.OrdinalIgnoreCase));
        }
    }
}
