using System.Globalization;
using System.Text;
using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Tests.Text;

namespace WooPipeline.Pdf.Tests.Redaction;

/// <summary>A rectangle takes with it what lies in it, of whatever kind, and nothing that lies beside it.</summary>
public sealed class AreaTests
{
    /// <summary>A picture of 40 by 20 red pixels at (100, 600), 200 by 100 points; letters beside it, within it and unseen over it.</summary>
    private const string Content = """
        q 200 0 0 100 100 600 cm /Im Do Q
        BT /F 12 Tf 100 720 Td (Boven het beeld) Tj ET
        BT /F 12 Tf 110 640 Td (Binnen) Tj 60 0 Td (Buiten) Tj ET
        BT 3 Tr /F 9 Tf 102 660 Td (Onzichtbaar) Tj ET
        q 0.5 w 110 610 m 118 633 l 126 611 l 131 640 l 137 612 l 141 625 l 150 615 l 158 622 l S Q
        q 300 300 m 305 310 l 311 302 l 318 311 l 322 303 l 330 312 l h 110 650 m 115 660 l 121 652 l 128 661 l 132 653 l 140 662 l h f Q
        q 0 0 0 RG 50 630 m 500 630 l S Q
        """;

    private static byte[] Source(string content, int rotate = 0)
    {
        var pixels = string.Concat(Enumerable.Repeat("FF0000", 800));
        var bytes = SmallPdf.Of(content, "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /Im 5 0 R >>",
            $"<< /Type /XObject /Subtype /Image /Width 40 /Height 20 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /ASCIIHexDecode /Length {pixels.Length + 1} >>\nstream\n{pixels}>\nendstream");
        return rotate == 0 ? bytes : Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).Replace("/MediaBox [0 0 595 842]", $"/MediaBox [0 0 595 842] /Rotate {rotate}", StringComparison.Ordinal));
    }

    private static byte[] Redact(byte[] source, (double, double, double, double) area)
    {
        using var output = new MemoryStream();
        PdfRedactor.Redact(PdfFile.Open(source), [new PdfMark(0, [], "5.1.2e", "gelakt") { Area = area }], new PdfRedactionOptions(), output);
        return output.ToArray();
    }

    [Fact]
    public void Text_pixels_and_drawings_in_it_go_and_what_lies_beside_it_stays()
    {
        var made = Redact(Source(Content), (100, 600, 165, 700));
        var text = SmallPdf.Read(made);
        Assert.Contains("Boven het beeld", text, StringComparison.Ordinal);
        Assert.Contains("Buiten", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Binnen", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Onzichtbaar", text, StringComparison.Ordinal);
        Assert.Contains("5.1.2e", text, StringComparison.Ordinal);

        var file = PdfFile.Open(made);
        var page = PdfPages.Of(file)[0];
        var content = Encoding.Latin1.GetString(file.Decode(file.Get<PdfStream>(page.Dictionary, "Contents")!).Data.Span);
        Assert.DoesNotContain("118 633", content, StringComparison.Ordinal);
        Assert.DoesNotContain("115 660", content, StringComparison.Ordinal);
        Assert.Contains("305 310", content, StringComparison.Ordinal);
        Assert.Contains("50 630", content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(180)]
    [InlineData(270)]
    public void Its_box_covers_it_upright_whatever_way_the_page_is_turned(int rotate)
    {
        if (!ExternalTool.IsHere("mutool"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var (source, target) = (folder.File("a.pdf"), folder.File("b.pdf"));
        File.WriteAllBytes(source, Source("q 200 0 0 100 100 600 cm /Im Do Q", rotate));
        File.WriteAllBytes(target, Redact(File.ReadAllBytes(source), (90, 590, 310, 710)));
        Assert.InRange(Dark(source, folder, 70, 90), 35_000, 43_000); // red is 76 of grey
        var box = Dark(target, folder, 185, 198);
        Assert.InRange(box, 46_000, 51_100); // 220 by 120 points of three quarters grey, less the code
        Assert.Equal(0, Dark(target, folder, 70, 90) / 1000);
        Assert.Contains("5.1.2e", ExternalTool.Run("mutool", "draw", "-q", "-F", "txt", target).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void No_pixel_of_it_is_left_in_the_file()
    {
        if (!ExternalTool.IsHere("pdfimages"))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var path = folder.File("a.pdf");
        File.WriteAllBytes(path, Redact(Source(Content), (200, 600, 300, 700)));
        ExternalTool.Run("pdfimages", "-png", path, folder.File("p"));
        var image = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(path)!, "p-*.png"));
        File.Move(image, folder.File("one.png"));
        ExternalTool.Run("pdftoppm", "-r", "72", "-singlefile", path, folder.File("page"));
        ExternalTool.Run("convert", folder.File("one.png"), folder.File("one.ppm"));
        if (!File.Exists(folder.File("one.ppm")))
        {
            return;
        }

        // The left half is red still, the right half isn't.
        var (width, height, pixels) = Ppm(File.ReadAllBytes(folder.File("one.ppm")));
        Assert.Equal((40, 20), (width, height));
        for (var x = 0; x < 40; x++)
        {
            var isRed = Enumerable.Range(0, 20).Any(y => pixels[((y * 40) + x) * 3] == 255 && pixels[(((y * 40) + x) * 3) + 1] == 0);
            Assert.True(x is 19 || isRed == (x < 19), $"column {x}");
        }
    }

    private static int Dark(string path, TemporaryFolder folder, int from, int to) =>
        PageImages.Mu(path, 0, folder, Path.GetFileNameWithoutExtension(path) + from.ToString(CultureInfo.InvariantCulture)).Pixels.Count(p => p >= from && p <= to);

    private static (int Width, int Height, byte[] Pixels) Ppm(byte[] bytes)
    {
        var parts = Encoding.ASCII.GetString(bytes, 0, Math.Min(40, bytes.Length)).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var (width, height) = (int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture));
        return (width, height, bytes[^(width * height * 3)..]);
    }
}
