namespace Scriban.Tests;

/// <summary>The pairs of the upstream suite, where they are at hand.</summary>
public class CorpusTests
{
    private const double Demanded = 0.97;

    [Fact]
    public void Pairs_of_the_upstream_suite_render_exactly()
    {
        if (Repository.Shared("corpus", "scriban") is not { } root)
        {
            return;
        }

        var failures = new List<string>();
        var count = 0;
        foreach (var file in Directory.EnumerateFiles(root, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (file.EndsWith(".out.txt", StringComparison.Ordinal))
            {
                continue;
            }

            count++;
            var expected = File.ReadAllText(Path.ChangeExtension(file, ".out.txt"));
            var actual = TestRun.Render(File.ReadAllText(file));
            if (actual.Trim() != expected.Trim())
            {
                failures.Add($"{Path.GetFileName(file)}\n--- expected\n{expected}\n--- actual\n{actual}");
            }
        }

        Console.WriteLine($"corpus: {count - failures.Count} of {count} pairs exact");
        failures.ForEach(Console.WriteLine);
        Assert.True(failures.Count <= count * (1 - Demanded), string.Join('\n', failures));
    }
}
