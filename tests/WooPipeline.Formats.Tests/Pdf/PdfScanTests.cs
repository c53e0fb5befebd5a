using System.Text;
using System.Text.RegularExpressions;
using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;

namespace WooPipeline.Formats.Tests.Pdf;

/// <summary>Pages that are only a picture: read by tesseract, cleared in their pixels, read again by it as the judge.</summary>
public sealed partial class PdfScanTests
{
    [Theory]
    [InlineData("-jpeg")]
    [InlineData("-gray")]
    public void A_scan_is_read_and_its_pixels_are_cleared(string kind)
    {
        if (!ExternalTool.IsHere("tesseract") || !ExternalTool.IsHere("pdftoppm") || Repository.Shared("gold", "subsidie", "bronnen", "014.pdf") is not { } source
            || !ExternalTool.Run("tesseract", "--list-langs").Output.Contains("nld", StringComparison.Ordinal))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        var scan = new SourceFile("bronnen/scan.pdf", MakeScan(source, kind, folder));
        var tree = Assert.IsType<DocumentRead>(new PdfReader().Read(scan, ReadLimits.Default)).Tree;
        var view = TextView.Of(tree);
        var names = Names().Matches(view.Text);
        Assert.True(names.Count >= 5, $"{names.Count} of the names were read");
        var redactions = names.Select(m => new Redaction(TextSpan.At(m.Index, m.Length), "5.1.2e", GroundCatalog.Privacy, Label.Name)).ToList();

        var result = new PdfNativeRedactor().Redact(scan, tree, redactions, ReadLimits.Default);

        Assert.Null(result.Problem);
        File.WriteAllBytes(folder.File("public.pdf"), result.Content.ToArray());
        Assert.DoesNotMatch(Names(), ExternalTool.Run("pdftotext", folder.File("public.pdf"), "-").Output);
        ExternalTool.Run("pdftoppm", "-r", "150", "-gray", "-singlefile", folder.File("public.pdf"), folder.File("again"));
        var again = ExternalTool.Run("tesseract", folder.File("again.pgm"), "stdout", "-l", "nld").Output;
        Assert.DoesNotMatch(Names(), again);
        Assert.Contains("bezwaarschriftencommissie", again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("png", 1)]
    [InlineData("tif", 2, "-compress", "Group4", "-monochrome")]
    public void A_picture_is_read_and_its_pixels_are_cleared(string extension, int pages, params string[] options)
    {
        if (!ExternalTool.IsHere("tesseract") || !ExternalTool.IsHere("pdftoppm") || !ExternalTool.IsHere("convert") || Repository.Shared("gold", "subsidie", "bronnen", "014.pdf") is not { } source
            || !ExternalTool.Run("tesseract", "--list-langs").Output.Contains("nld", StringComparison.Ordinal))
        {
            return;
        }

        using var folder = new TemporaryFolder();
        ExternalTool.Run("pdftoppm", "-scale-to-x", "1240", "-scale-to-y", "1754", "-gray", "-singlefile", source, folder.File("page"));
        var path = folder.File("foto." + extension);
        ExternalTool.Run("convert", [.. Enumerable.Repeat(folder.File("page.pgm"), pages), .. options, path]);
        var picture = new SourceFile("bronnen/foto." + extension, File.ReadAllBytes(path));
        var read = Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(picture, ReadLimits.Default));
        Assert.DoesNotContain(read.Deviations, d => d.Code == "image-not-searched");
        Assert.Equal(DocumentKind.Image, read.Tree.Kind);
        Assert.Equal(pages - 1, read.Tree.Blocks.OfType<PageBreak>().Count());
        var view = TextView.Of(read.Tree);
        var names = Names().Matches(view.Text);
        Assert.True(names.Count >= 5 * pages, $"{names.Count} of the names were read");
        var redactions = names.Select(m => new Redaction(TextSpan.At(m.Index, m.Length), "5.1.2e", GroundCatalog.Privacy, Label.Name)).ToList();

        var result = new PdfNativeRedactor().Redact(picture, read.Tree, redactions, ReadLimits.Default);

        Assert.Null(result.Problem);
        if (pages == 1)
        {
            Assert.True(result.Content.Span.SequenceEqual(new PdfNativeRedactor().Redact(picture, read.Tree, redactions, ReadLimits.Default).Content.Span), "not the same bytes twice");
        }

        File.WriteAllBytes(folder.File("public.pdf"), result.Content.ToArray());
        Assert.DoesNotMatch(Names(), ExternalTool.Run("pdftotext", folder.File("public.pdf"), "-").Output);
        ExternalTool.Run("pdftoppm", "-r", "150", "-gray", "-singlefile", folder.File("public.pdf"), folder.File("again"));
        var again = ExternalTool.Run("tesseract", folder.File("again.pgm"), "stdout", "-l", "nld").Output;
        Assert.DoesNotMatch(Names(), again);
        Assert.Contains("bezwaarschriftencommissie", again, StringComparison.Ordinal);
    }

    /// <summary>A PDF whose only page is a picture of another's first page.</summary>
    private static byte[] MakeScan(string source, string kind, TemporaryFolder folder)
    {
        ExternalTool.Run("pdftoppm", "-scale-to-x", "1240", "-scale-to-y", "1754", kind, "-singlefile", source, folder.File("page"));
        var isPhoto = kind == "-jpeg";
        var picture = File.ReadAllBytes(folder.File(isPhoto ? "page.jpg" : "page.pgm"));
        var pixels = isPhoto ? picture : picture[^(1240 * 1754)..];
        var entries = isPhoto ? "/ColorSpace /DeviceRGB /Filter /DCTDecode" : "/ColorSpace /DeviceGray";
        using var file = new MemoryStream();
        file.Write(Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
            + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /Im 5 0 R >> >> >>\nendobj\n"
            + "4 0 obj\n<< /Length 30 >>\nstream\nq 595 0 0 842 0 0 cm /Im Do Q \nendstream\nendobj\n"
            + $"5 0 obj\n<< /Type /XObject /Subtype /Image /Width 1240 /Height 1754 /BitsPerComponent 8 {entries} /Length {pixels.Length} >>\nstream\n"));
        file.Write(pixels);
        file.Write("\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\n"u8);
        return file.ToArray();
    }

    [GeneratedRegex("Mansouri|Roelofsen|Oudeveen", RegexOptions.IgnoreCase)]
    private static partial Regex Names();
}
