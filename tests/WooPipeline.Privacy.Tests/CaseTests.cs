namespace WooPipeline.Privacy.Tests;

/// <summary>Pairs in <c>Cases/*.txt</c>: blocks parted by <c>====</c>, the text above <c>----</c>, below it what the public sees.</summary>
public sealed class CaseTests
{
    public static TheoryData<string, int> Blocks()
    {
        var data = new TheoryData<string, int>();
        foreach (var file in Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal))
        {
            for (var i = 0; i < Split(file).Length; i++)
            {
                data.Add(Path.GetFileName(file), i);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Block(string file, int index)
    {
        var parts = Split(Path.Combine(Folder, file))[index].Split("\n----\n");
        Assert.Equal(parts[1].Trim(), TestEngine.Redact(parts[0].Trim(), kind: file.StartsWith("chat", StringComparison.Ordinal) ? Documents.DocumentKind.Chat : Documents.DocumentKind.Text));
    }

    private static string Folder => Repository.PathOf("tests", "WooPipeline.Privacy.Tests", "Cases");

    private static string[] Split(string file) => File.ReadAllText(file).Split("\n====\n");
}
