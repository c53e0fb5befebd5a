using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Documents;
using WooPipeline.Formats.Html;

namespace WooPipeline.Formats.Tests.Html;

public sealed class HtmlTreeTests
{
    private static string Text(string html, HtmlTreeOptions? options = null) =>
        TextView.Of(new DocumentTree { Blocks = HtmlTree.Parse(html, options).Blocks }).Text;

    [Fact]
    public void A_name_split_by_tags_is_one_word()
    {
        Assert.Contains("Nynke de Boer-Hoekstra vertelt", Text("<p>Nyn<b>ke de Boer</b><b>-Hoek<wbr>st&shy;ra</b>\n vertelt</p>"), StringComparison.Ordinal);
    }

    [Fact]
    public void White_space_collapses_across_tags()
    {
        Assert.StartsWith("een twee drie\n", Text("<p> een <b> twee </b>\n<i>drie </i></p>"), StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_and_styles_are_dropped_and_hidden_things_are_kept_apart()
    {
        var view = TextView.Of(new DocumentTree
        {
            Blocks = HtmlTree.Parse("<p>zicht<!-- Fatima --></p><div style='display:none'>Karim</div><script>weg()</script><style>p{}</style>").Blocks,
        });
        Assert.DoesNotContain("weg", view.Text, StringComparison.Ordinal);
        foreach (var name in new[] { "Fatima", "Karim" })
        {
            Assert.True(view.IsIn(view.Text.IndexOf(name, StringComparison.Ordinal), ZoneKind.Hidden));
        }

        Assert.False(view.IsIn(0, ZoneKind.Hidden));
    }

    [Fact]
    public void Tables_have_heading_rows_and_links_have_targets()
    {
        var blocks = HtmlTree.Parse(
            "<table><tr><th>Collega</th><th>Mail</th></tr><tr><td>Roos</td><td><a href='mailto:r.storm@example.nl'>mail</a></td></tr></table>").Blocks;
        var table = Assert.IsType<Table>(Assert.Single(blocks));
        Assert.Equal(1, table.HeaderRows);
        var view = TextView.Of(new DocumentTree { Blocks = blocks });
        Assert.Contains("mailto:r.storm@example.nl", view.Text, StringComparison.Ordinal);
        Assert.Equal("Mail", view.ZoneAt(view.Text.IndexOf("mail\n", StringComparison.Ordinal))?.Name);
    }

    [Fact]
    public void Layout_tables_are_flattened()
    {
        var blocks = HtmlTree.Parse("<table><tr><td><h1>Kop</h1><p>tekst</p></td></tr></table>").Blocks;
        Assert.Collection(blocks, b => Assert.IsType<Heading>(b), b => Assert.IsType<Paragraph>(b));
    }

    [Fact]
    public void Quotations_in_mail_are_replies_with_a_level()
    {
        var blocks = HtmlTree.Parse("<p>a</p><blockquote>b<blockquote>c</blockquote></blockquote>", new HtmlTreeOptions { IsMail = true }).Blocks;
        var outer = Assert.IsType<Section>(blocks[1]);
        Assert.Equal((ZoneKind.QuotedReply, 1), (outer.Kind, outer.Level));
        Assert.Equal(2, Assert.IsType<Section>(outer.Blocks[1]).Level);
    }

    [Fact]
    public void Deep_nesting_is_flattened_without_loss()
    {
        var html = new StringBuilder();
        foreach (var depth in new[] { 900, 100_000 })
        {
            html.Clear();
            html.Insert(0, "<div>", depth).Append("diep &amp; wijd");
            Assert.Contains("diep & wijd", Text(html.ToString()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Any_string_is_read_and_plain_words_survive()
    {
        Prop.ForAll<NonNull<string>>(text => HtmlTree.Parse(text.Get).Blocks.IsDefault is false).QuickCheckThrowOnFailure();
        Prop.ForAll(Gen.Elements("naam", "zaak", "<b>dik</b>", "<p>", "<td>", "</div>", "<!-- x -->", "&amp;", " ").ListOf().ToArbitrary(), parts =>
        {
            var text = Text(string.Concat(parts));
            return parts.Count(p => p == "naam") == Count(text, "naam") && parts.Count(p => p.Contains("dik")) == Count(text, "dik");
        }).QuickCheckThrowOnFailure();
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}
