using WooPipeline.Documents;

namespace WooPipeline.Formats.Tests.Sheet;

public sealed class CorpusTests
{
    [Fact]
    public void Every_file_is_read_or_quarantined_with_a_reason_of_its_own()
    {
        if (Repository.Shared("corpus", "xlsx") is not { } corpus)
        {
            return;
        }

        var problems = new List<string>();
        foreach (var path in Directory.GetFiles(corpus, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var result = FormatCatalog.Default.Read(new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path)), ReadLimits.Default);
            if (result is Quarantined quarantined)
            {
                Console.WriteLine($"{Path.GetFileName(path)}: {quarantined.Code}: {quarantined.Reason}");
                if (quarantined.Reason.Contains("kon niet als", StringComparison.Ordinal))
                {
                    problems.Add(Path.GetFileName(path));
                }
            }
        }

        Assert.Empty(problems);
    }
}
