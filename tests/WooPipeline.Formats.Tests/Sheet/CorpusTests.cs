using WooPipeline.Documents;
using WooPipeline.Formats.Sheet;
using WooPipeline.Formats.Tests.Office;

namespace WooPipeline.Formats.Tests.Sheet;

public sealed class CorpusTests
{
    [Fact]
    public void Every_file_is_read_or_quarantined_with_a_reason_of_its_own() => Assert.Empty(CorpusRun.Faults("xlsx"));

    [Fact]
    public void Removed_words_stand_nowhere_and_all_others_stand_in_order()
    {
        var failures = CorpusRun.Redact("xlsx", new XlsxReader(), new XlsxRedactor(), WithoutNames);
        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(100)));
    }

    /// <summary>Names of sheets get a number where two are marked alike, so they are left out of the comparison.</summary>
    private static DocumentTree WithoutNames(DocumentTree tree) => tree with { Blocks = [.. tree.Blocks.Where(b => b is not Heading)] };
}
