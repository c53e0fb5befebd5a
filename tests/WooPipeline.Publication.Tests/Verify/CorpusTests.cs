using WooPipeline.Publication.Verification;

namespace WooPipeline.Publication.Tests;

/// <summary>The check's own reading of real files, held against another program's.</summary>
public class CorpusTests
{
    private const int MaxBytes = 400_000;

    [Fact]
    public void Words_of_real_pdfs_are_those_that_another_program_reads()
    {
        if (Repository.Shared("corpus", "pdf") is not { } folder || !ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        var (words, missed) = (0, 0);
        foreach (var path in Small(folder, "*.pdf"))
        {
            var reader = new SurfaceReader();
            var ours = string.Join('\n', reader.Read("a.pdf", File.ReadAllBytes(path)).ToArray()
                .Where(s => s.Kind == SurfaceKind.Text || s.Place.EndsWith("kop of voet", StringComparison.Ordinal)).Select(s => s.Text));
            if (reader.Faults.Count > 0)
            {
                continue; // encrypted or broken: told as such, never passed over
            }

            var counts = Folding.Words(LineEnds.Joined(ours)).CountBy(w => w).ToDictionary();
            var theirs = Folding.Words(ExternalTool.Run("pdftotext", "-enc", "UTF-8", path, "-").Output).CountBy(w => w).ToArray();
            words += theirs.Sum(w => w.Value);
            missed += theirs.Sum(w => Math.Max(0, w.Value - counts.GetValueOrDefault(w.Key)));
        }

        Assert.True(words > 10_000);
        Assert.True(missed < words * 0.03, $"{missed} of {words} words were read otherwise");
    }

    [Theory]
    [InlineData("docx", "*.docx")]
    [InlineData("recognizers-text", "*.*")]
    [InlineData("official", "*.*")]
    [InlineData("eml", "*.eml")]
    [InlineData("msg", "*.msg")]
    public void Nothing_breaks_the_check(string corpus, string pattern)
    {
        if (Repository.Shared("corpus", corpus) is not { } folder)
        {
            return;
        }

        foreach (var path in Small(folder, pattern))
        {
            Assert.All(new SurfaceReader().Read("documenten/1" + Path.GetExtension(path), File.ReadAllBytes(path)), s => Assert.NotNull(s.Text));
        }
    }

    private static IEnumerable<string> Small(string folder, string pattern) => Directory.GetFiles(folder, pattern, SearchOption.AllDirectories)
        .Where(f => new FileInfo(f).Length < MaxBytes).Order(StringComparer.Ordinal);
}
