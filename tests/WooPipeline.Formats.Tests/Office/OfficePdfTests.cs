using System.Text;
using WooPipeline.Documents;
using WooPipeline.Formats.Office;

namespace WooPipeline.Formats.Tests.Office;

public sealed class OfficePdfTests
{
    [Fact]
    public void The_PDF_of_LibreOffice_is_scrubbed_whole_and_the_same_each_time()
    {
        if (!OfficePdf.IsInstalled() || Repository.Shared("gold") is not { } gold)
        {
            Console.WriteLine("skipped: soffice is not installed, or no gold");
            return;
        }

        var path = Directory.EnumerateFiles(gold, "*.docx", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        var source = new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path));
        var read = Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(source, ReadLimits.Default));
        var (redactions, removed) = WordPicker.Tenth(TextView.Of(read.Tree), 1);
        var redacted = FormatCatalog.Default.RedactorFor(source)!.Redact(source, read.Tree, redactions, ReadLimits.Default);
        Assert.Null(redacted.Problem);
        var options = new OfficePdfOptions { Title = "Document 0001" };
        var made = OfficePdf.Make(redacted.Content, options, ReadLimits.Default);
        Assert.Null(made.Problem);
        Assert.True(made.Content.Span.SequenceEqual(OfficePdf.Make(redacted.Content, options, ReadLimits.Default).Content.Span));

        var bytes = Encoding.Latin1.GetString(made.Content.Span);
        Assert.DoesNotContain("LibreOffice", bytes, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("/CreationDate", bytes, StringComparison.Ordinal);
        var text = TextView.Of(Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile("a.pdf", made.Content), ReadLimits.Default)).Tree).Text;
        Assert.Contains("5.1.2", text, StringComparison.Ordinal);
        Judge(made.Content.ToArray(), removed);
    }

    [Fact]
    public void What_LibreOffice_cannot_open_or_finish_in_time_is_told()
    {
        if (OfficePdf.IsInstalled())
        {
            Assert.NotNull(OfficePdf.Make("PK geen document"u8.ToArray(), new OfficePdfOptions(), ReadLimits.Default).Problem);
            Assert.Equal("omzetten-mislukt", OfficePdf.Make(new byte[10], new OfficePdfOptions(), new ReadLimits { MaxTime = TimeSpan.FromMilliseconds(1) }).Problem?.Code);
        }
    }

    private static void Judge(byte[] pdf, IEnumerable<string> removed)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("a.pdf");
        File.WriteAllBytes(path, pdf);
        if (ExternalTool.IsHere("qpdf"))
        {
            Assert.Equal(0, ExternalTool.Run("qpdf", "--check", path).ExitCode);
        }

        if (ExternalTool.IsHere("pdftotext"))
        {
            var words = ExternalTool.Run("pdftotext", path, "-").Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
            Assert.All(removed, w => Assert.DoesNotContain(w, words));
        }
    }
}
