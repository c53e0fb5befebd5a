using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Office;

public sealed class LibreOfficeTests
{
    /// <summary>
    /// Every twentieth file of the corpus with a tenth of its words removed opens in LibreOffice; every file where <c>WOO_ALL_FILES</c> is set, which
    /// takes minutes.
    /// </summary>
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
            .Order(StringComparer.Ordinal).Where((_, i) => i % 20 == 3 || Environment.GetEnvironmentVariable("WOO_ALL_FILES") is not null));
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

        foreach (var (chunk, c) in files.Chunk(40).Select((chunk, c) => (chunk, c)))
        {
            using var folder = OfficeChecks.PdfByLibreOffice(chunk);
            if (folder is not null)
            {
                Assert.Empty(names.Skip(c * 40).Take(chunk.Length).Where((_, i) => !File.Exists(folder.File(i + ".pdf"))));
            }
        }

        Console.WriteLine($"libreoffice: {files.Count} redacted files opened");
    }
}
