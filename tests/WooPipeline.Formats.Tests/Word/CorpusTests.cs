using WooPipeline.Formats.Tests.Office;
using WooPipeline.Formats.Word;

namespace WooPipeline.Formats.Tests.Word;

public sealed class CorpusTests
{
    [Fact]
    public void Every_file_is_read_or_quarantined_with_a_reason_of_its_own() => Assert.Empty(CorpusRun.Faults("docx"));

    [Fact]
    public void Removed_words_stand_nowhere_and_all_others_stand_in_order()
    {
        var failures = CorpusRun.Redact("docx", new WordReader(), new WordRedactor());
        Assert.True(failures.Count == 0, string.Join('\n', failures.Take(100)));
    }
}
