using WooPipeline.Documents;
using WooPipeline.Formats.Tests.Legacy;

namespace WooPipeline.Formats.Tests.Slides;

public sealed class SlideTests
{
    private static DocumentTree Read(string name, byte[] bytes) => Assert.IsType<DocumentRead>(FormatCatalog.Default.Read(new SourceFile(name, bytes), ReadLimits.Default)).Tree;

    [Theory]
    [InlineData("a.pptx")]
    [InlineData("zonder-extensie")]
    public void Every_carrier_of_a_pptx_is_read_as_what_it_is(string name)
    {
        var planted = new SmallPptx();
        var tree = Read(name, planted.Bytes);
        var view = TextView.Of(tree);
        Assert.Equal(DocumentKind.Presentation, tree.Kind);
        var expected = new Dictionary<string, ZoneKind>
        {
            ["title"] = ZoneKind.Heading,
            ["notes"] = ZoneKind.Body,
            ["first bullet"] = ZoneKind.Body,
            ["second level"] = ZoneKind.Body,
            ["shape in a group"] = ZoneKind.Body,
            ["table cell"] = ZoneKind.TableCell,
            ["chart series"] = ZoneKind.Body,
            ["alternative text"] = ZoneKind.AlternativeText,
            ["link target"] = ZoneKind.LinkTarget,
            ["footer"] = ZoneKind.PageFooter,
            ["master"] = ZoneKind.PageHeader,
            ["comment"] = ZoneKind.Comment,
            ["hidden shape"] = ZoneKind.Hidden,
            ["hidden slide"] = ZoneKind.Hidden,
            ["description"] = ZoneKind.Hidden,
            ["creator"] = ZoneKind.Metadata,
            ["company"] = ZoneKind.Metadata,
            ["custom xml"] = ZoneKind.Metadata,
            ["comment author"] = ZoneKind.Metadata,
        };
        foreach (var (carrier, kind) in expected)
        {
            var token = planted.Carriers.Single(c => c.Value == carrier).Key;
            var at = view.Text.IndexOf(token, StringComparison.Ordinal);
            Assert.True(at >= 0, carrier);
            Assert.True(kind == ZoneKind.Body ? !view.IsIn(at, ZoneKind.Hidden) && !view.IsIn(at, ZoneKind.Comment) : view.IsIn(at, kind), $"{carrier}: {view.KindAt(at)}");
        }

        Assert.Contains("doorlopend", view.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Klik om te bewerken", view.Text, StringComparison.Ordinal);
        var list = Assert.IsType<ListBlock>(tree.Blocks.First(b => b is ListBlock));
        Assert.Contains(list.Items[0].Blocks, b => b is ListBlock);
        Assert.Equal(1, Assert.IsType<Table>(tree.Blocks.First(b => b is Table)).HeaderRows);
    }

    [Fact]
    public void A_ppt_is_read_as_last_saved()
    {
        var tree = Read("a.ppt", SmallPpt.Bytes);
        var view = TextView.Of(tree);
        foreach (var text in new[] { "Dia 1: Geheimtitel van de dia", "geheimpunt een", "geheimpunt twee", "geheimtekstvak", "geheimnotitie", "geheimvoet" })
        {
            var at = view.Text.IndexOf(text, StringComparison.Ordinal);
            Assert.True(at >= 0, text + " in " + view.Text);
            Assert.False(view.IsIn(at, ZoneKind.Hidden), text);
        }

        Assert.True(view.IsIn(view.Text.IndexOf("geheimopmerking geheimtekstvak", StringComparison.Ordinal), ZoneKind.Comment));
        Assert.True(view.IsIn(view.Text.IndexOf("geheimopdia2", StringComparison.Ordinal), ZoneKind.Hidden));
        Assert.DoesNotContain("geheimoud", view.Text, StringComparison.Ordinal);
        Assert.Equal("versleuteld", Assert.IsType<Quarantined>(FormatCatalog.Default.Read(new SourceFile("a.ppt", SmallPpt.Encrypted), ReadLimits.Default)).Code);
    }

    [Fact]
    public void Slides_of_an_odp_have_titles_notes_and_hidden_ones()
    {
        var tree = Read("a.fodp", File.ReadAllBytes(Repository.PathOf("tests", "WooPipeline.Formats.Tests", "Cases", "Office", "dia.fodp")));
        var view = TextView.Of(tree);
        Assert.Equal(DocumentKind.Presentation, tree.Kind);
        Assert.Contains("Dia 1: Geheimtitel\n", view.Text, StringComparison.Ordinal);
        foreach (var (text, kind) in new[] { ("geheimpunt", ZoneKind.Body), ("geheimnotitie", ZoneKind.Body), ("geheimvorm", ZoneKind.Body), ("geheimweg", ZoneKind.Hidden), ("geheimmodel", ZoneKind.PageHeader) })
        {
            var at = view.Text.IndexOf(text, StringComparison.Ordinal);
            Assert.True(at >= 0, text);
            Assert.True(kind == ZoneKind.Body ? !view.IsIn(at, ZoneKind.Hidden) : view.IsIn(at, kind), text);
        }
    }
}
