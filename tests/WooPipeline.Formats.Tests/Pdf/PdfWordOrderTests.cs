namespace WooPipeline.Formats.Tests.Pdf;

/// <summary>Whatever a tree says, another program reads the same words in the same order.</summary>
public sealed class PdfWordOrderTests
{
    [Fact]
    public void Random_text_is_read_in_order()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            Compare(seed, withTables: false);
        }
    }

    [Fact]
    public void Random_text_with_tables_is_read_in_order_of_the_content()
    {
        for (var seed = 1001; seed <= 1040; seed++)
        {
            Compare(seed, withTables: true, "-raw");
        }
    }

    private static void Compare(int seed, bool withTables, params string[] options)
    {
        if (!ExternalTool.IsHere("pdftotext"))
        {
            return;
        }

        var (tree, words) = RandomTree.Make(seed, withTables);
        using var pdf = new PdfFixture(tree);
        var read = pdf.Words(options);
        for (var i = 0; i < Math.Min(words.Length, read.Length); i++)
        {
            Assert.True(words[i] == read[i], $"seed {seed}, word {i}: wrote '{string.Join(' ', words.Skip(i).Take(6))}', read '{string.Join(' ', read.Skip(i).Take(6))}'");
        }

        Assert.Equal(words.Length, read.Length);
    }
}
