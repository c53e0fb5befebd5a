using WooPipeline.Documents;

namespace WooPipeline.Templating.Tests;

public sealed class TreeMarkdownTests
{
    public static TheoryData<string> CaseNames() => MarkdownTreeTests.CaseNames();

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void A_tree_written_as_Markdown_reads_back_with_the_same_text(string name)
    {
        var path = Repository.PathOf("tests", "WooPipeline.Templating.Tests", "Cases", "markdown", name + ".md");
        var tree = MarkdownTree.Parse(File.ReadAllText(path));
        var again = MarkdownTree.Parse(TreeMarkdown.Of(tree));
        Assert.Equal(PlainText.Of(tree.Blocks), PlainText.Of(again.Blocks));
    }

    [Fact]
    public void Styles_links_and_notes_are_kept()
    {
        var tree = new DocumentTree
        {
            Blocks =
            [
                new Paragraph([new TextRun("Een "), new TextRun("vet", TextStyle.Bold), new TextRun(" woord, "), new TextRun("2", TextStyle.Superscript), new TextRun(" tekst"), new FootnoteReference("1"), new TextRun(": en "), new Link("https://x.example/a b", [new TextRun("hier")])]),
                new ListBlock(true, [new ListItem([Paragraph.Of("a"), new ListBlock(false, [new ListItem([Paragraph.Of("b")])])])]) { Start = 4 },
            ],
            Footnotes = [new Footnote("1", [Paragraph.Of("noot")])],
        };
        var again = MarkdownTree.Parse(TreeMarkdown.Of(tree));
        Assert.Equal(TreeOutline.Of(tree), TreeOutline.Of(again));
    }
}
