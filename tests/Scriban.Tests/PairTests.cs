namespace Scriban.Tests;

/// <summary>Our own pairs: a template and what it renders to.</summary>
public class PairTests
{
    public static TheoryData<string> Pairs()
    {
        var root = Repository.PathOf("tests", "Scriban.Tests", "Cases");
        var names = Directory.EnumerateFiles(root, "*.txt", SearchOption.AllDirectories)
            .Where(x => !x.EndsWith(".out.txt", StringComparison.Ordinal))
            .Select(x => Path.GetRelativePath(root, x).Replace('\\', '/'));
        return [.. names.Order(StringComparer.Ordinal)];
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Template_renders_as_expected(string name)
    {
        var path = Repository.PathOf("tests", "Scriban.Tests", "Cases", name);
        var actual = TestRun.Render(File.ReadAllText(path));
        Assert.Equal(File.ReadAllText(Path.ChangeExtension(path, ".out.txt")), actual, ignoreLineEndingDifferences: true);
    }
}
