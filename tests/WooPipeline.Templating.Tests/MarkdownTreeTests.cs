using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Documents;

namespace WooPipeline.Templating.Tests;

public sealed class MarkdownTreeTests
{
    private static readonly string CaseFolder = Repository.PathOf("tests", "WooPipeline.Templating.Tests", "Cases", "markdown");

    public static TheoryData<string> CaseNames() =>
        [.. Directory.GetFiles(CaseFolder, "*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal).OfType<string>()];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Each_text_becomes_the_expected_tree(string name)
    {
        var markdown = File.ReadAllText(Path.Combine(CaseFolder, name + ".md"));
        var expected = File.ReadAllText(Path.Combine(CaseFolder, name + ".txt"));
        Assert.Equal(expected, TreeOutline.Of(MarkdownTree.Parse(markdown)));
    }

    [Fact]
    public void An_escaped_value_comes_back_as_it_was_at_the_head_of_a_line_and_inside_one()
    {
        // The characters that Markdown, its extensions and our containers could take for markup, among ordinary ones.
        var alphabet = Gen.Elements("aB1 é.-+*_`#|[]()<>&~^={}:!\\/@\"'$%;,\n0129\u00a0ij".ToCharArray());
        var values = Gen.Select(Gen.ArrayOf(alphabet), c => new string(c)).Where(s => s.Trim().Length > 0);
        var property = Prop.ForAll(Arb.From(values), value =>
        {
            var alone = PlainText.Of(MarkdownTree.Parse(MarkdownEscape.Of(value)).Blocks);
            var inside = PlainText.Of(MarkdownTree.Parse($"x {MarkdownEscape.Of(value)} y").Blocks);
            var item = MarkdownTree.Parse($"- {MarkdownEscape.Of(value)}").Blocks;
            return alone == value + "\n" && inside == $"x {value} y\n" && item is [ListBlock { Items: [var only] }] && PlainText.Of(only.Blocks) == value + "\n";
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), property);
    }

    [Fact]
    public void An_escaped_value_stays_in_its_table_cell()
    {
        var tree = MarkdownTree.Parse($"| a | b |\n|---|---|\n| {MarkdownEscape.Of("x | y\nz")} | {MarkdownEscape.Of("`q|r`")} |\n");
        var row = Assert.IsType<Table>(Assert.Single(tree.Blocks)).Rows[1];
        Assert.Equal(["x | y\nz", "`q|r`"], row.Cells.Select(c => PlainText.Of(c.Blocks).TrimEnd('\n')));
    }

    [Fact]
    public void Any_text_at_all_is_read()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => MarkdownTree.Parse(text ?? "") is not null);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), property);
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("*a ")]
    [InlineData("[")]
    public void A_text_that_nests_too_deep_is_refused_or_read_but_never_breaks_the_run(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 5000)) + "kern";
        try
        {
            Assert.Contains("kern", TextView.Of(MarkdownTree.Parse(text)).Text, StringComparison.Ordinal);
        }
        catch (TemplateException e)
        {
            Assert.Contains("niveaus", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_invoegen_names_is_put_in_its_place_and_missing_it_is_an_error()
    {
        var options = new MarkdownTreeOptions { Insert = name => name == "bronnen/1.eml" ? [Paragraph.Of("de mail")] : null };
        var tree = MarkdownTree.Parse("voor\n\n::: invoegen bronnen/1.eml\n:::\n\nna", options);
        Assert.Equal("voor\nde mail\nna\n", PlainText.Of(tree.Blocks));
        var e = Assert.Throws<TemplateException>(() => MarkdownTree.Parse("\n::: invoegen weg.eml\n:::\n", options));
        Assert.Contains("weg.eml", e.Message, StringComparison.Ordinal);
    }
}
