using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Office;

public sealed class LibreOfficeTests
{
    /// <summary>Every tenth file of the corpus with a tenth of its words removed opens in LibreOffice.</summary>
    [Fact]
    public void Redacted_files_open()
    {
        if (Repository.Shared("corpus") is not { } corpus)
        {
            return;
        }

        var files = new List<(byte[] File, string Extension)>();
        var names = new List<string>();
        var paths = new[] { "docx", "xlsx" }.SelectMany(kind => Directory.GetFiles(Path.Combine(corpus, kind), "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal).Where((_, i) => i % 20 == 3));
        foreach (var path in paths)
        {
            var file = new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path));
            if (FormatCatalog.Default.Read(file, ReadLimits.Default) is DocumentRead read && FormatCatalog.Default.RedactorFor(file) is { } redactor)
            {
                var (redactions, _) = WordPicker.Tenth(TextView.Of(read.Tree), files.Count);
                var result = redactor.Redact(file, read.Tree, redactions, ReadLimits.Default);
                Assert.Null(result.Problem);
                files.Add((result.Content.ToArray(), path.Contains("/xlsx/", StringComparison.Ordinal) ? ".xlsx" : ".docx"));
                names.Add(file.Name);
            }
        }

        using var folder = OfficeChecks.PdfByLibreOffice(files);
        if (folder is not null)
        {
            Console.WriteLine($"libreoffice: {files.Count} redacted files opened");
            Assert.Empty(names.Where((_, i) => !File.Exists(folder.File(i + ".pdf"))));
        }
    }
}
