using WooPipeline.Pdf.Objects;
using WooPipeline.Pdf.Redaction;
using WooPipeline.Pdf.Tests.Writing;
using WooPipeline.Pdf.Text;

namespace WooPipeline.Pdf.Tests.Redaction;

/// <summary>What held of a file for archives or of a tagged one before redaction holds after.</summary>
public sealed class ArchiveKeptTests
{
    [Theory]
    [InlineData(PdfWidthMode.Safe)]
    [InlineData(PdfWidthMode.KeepLayout)]
    public void A_document_that_breaks_no_rule_breaks_none_when_redacted(PdfWidthMode mode)
    {
        var bytes = FlowSamples.Bytes(FlowSamples.Everything());
        var redacted = Redact(bytes, mode, 6);
        var before = Faults(bytes);
        Assert.Empty(before);
        Assert.Equal("", string.Join(" | ", Faults(redacted).Distinct()));
    }

    /// <summary>Real files that say they are PDF/A or are tagged: each rule that held holds still.</summary>
    [Fact]
    public void Real_files_break_no_more_rules_than_before()
    {
        var files = ((string[])["corpus/pdf", "corpus/official", "gold"]).Select(f => Repository.Shared(f.Split('/'))).OfType<string>()
            .SelectMany(f => Directory.GetFiles(f, "*.pdf", SearchOption.AllDirectories)).Order(StringComparer.Ordinal);
        var tried = 0;
        foreach (var path in files)
        {
            var bytes = File.ReadAllBytes(path);
            if (Open(bytes) is not { } file || !(KeptRules.ClaimsArchive(file) || file.Get<PdfDictionary>(file.Catalog, "StructTreeRoot") is not null))
            {
                continue;
            }

            using var output = new MemoryStream();
            PdfRedactor.Redact(PdfFile.Open(bytes), Marks(bytes, 3), new PdfRedactionOptions(), output);
            var lost = KeptRules.Faults(PdfFile.Open(output.ToArray())).Except(KeptRules.Faults(file)).ToList();
            tried++;
            Assert.True(lost.Count == 0, $"{Path.GetFileName(path)}: {string.Join(" | ", lost)}");
        }

        Console.WriteLine($"{tried} files for archives or tagged");
    }

    private static PdfFile? Open(byte[] bytes)
    {
        try
        {
            return PdfPages.Of(PdfFile.Open(bytes)).Count > 0 ? PdfFile.Open(bytes) : null;
        }
        catch (PdfException)
        {
            return null;
        }
    }

    private static List<string> Faults(byte[] bytes)
    {
        var file = PdfFile.Open(bytes);
        return [.. ArchiveRules.Faults(bytes, file), .. StructureRules.Faults(file)];
    }

    /// <summary>The file with some of its longer words removed.</summary>
    private static byte[] Redact(byte[] bytes, PdfWidthMode mode, int count)
    {
        var marks = Marks(bytes, count);
        Assert.NotEmpty(marks);
        using var output = new MemoryStream();
        PdfRedactor.Redact(PdfFile.Open(bytes), marks, new PdfRedactionOptions { Mode = mode }, output);
        return output.ToArray();
    }

    private static List<PdfMark> Marks(byte[] bytes, int count) =>
    [
        .. PdfRedactor.Pages(PdfFile.Open(bytes))
            .SelectMany(p => p.Blocks.OfType<PdfTextParagraph>().SelectMany(b => b.Runs).Where(r => r.Text.Length > 12).Select(r => (p.Index, Run: r)))
            .Take(count)
            .Select(r => new PdfMark(r.Index, r.Run.Glyphs[2..9], "5.1.2e", "gelakt, artikel 5.1, tweede lid, aanhef en onder e, Woo")),
    ];
}
