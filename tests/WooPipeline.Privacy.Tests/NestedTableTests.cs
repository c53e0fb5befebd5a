using WooPipeline.Documents;

namespace WooPipeline.Privacy.Tests;

public sealed class NestedTableTests
{
    [Fact]
    public void A_table_within_a_cell_is_searched_like_any_other()
    {
        static Table Of(params string[][] rows) => new([.. rows.Select(r => new TableRow([.. r.Select(TableCell.Of)]))]);
        var inner = new TableCell([Paragraph.Of("erboven"), Of(["Naam", "Telefoon"], ["Jan Jansen", "06-12345678"])]);
        var tree = new DocumentTree { Blocks = [new Table([new TableRow([TableCell.Of("links"), inner]), new TableRow([TableCell.Of("onder"), TableCell.Of("aan")])])] };
        var folder = Directory.CreateTempSubdirectory("woo-privacy-");
        try
        {
            var engine = PrivacyEngine.Create(PolicySettings.Default, PrivacyRegisters.Load(folder.FullName));
            var document = new PrivacyDocument("1", TextView.Of(tree), null, null, DocumentKind.Text);
            var persons = engine.Merge([engine.Scan(document)]);
            Assert.Contains(engine.Detect(document, persons), f => document.View.Slice(f.Span).ToString() == "06-12345678");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
