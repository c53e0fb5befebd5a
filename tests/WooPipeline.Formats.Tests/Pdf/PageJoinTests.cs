using WooPipeline.Documents;
using WooPipeline.Formats.Pdf;

namespace WooPipeline.Formats.Tests.Pdf;

public class PageJoinTests
{
    private const string Cut = "De bezwaarmaker woont al sinds jaren met zijn gezin aan de Nieuwe Gracht";

    [Theory]
    [InlineData(Cut, "72 en ervaart hinder.", true)]
    [InlineData(Cut, "Zuid 4 en ervaart hinder.", true)]
    [InlineData(Cut + ".", "72 meldingen kwamen binnen.", false)]
    [InlineData(Cut, "3. Conclusie", false)]
    [InlineData(Cut, "b) de tweede vraag", false)]
    [InlineData("Ons kenmerk", "2024-1234", false)]
    public void What_runs_on_over_a_page_is_one_paragraph(string first, string second, bool joined)
    {
        var footer = new Section(ZoneKind.PageFooter, [Paragraph.Of("Pagina 5 van 6")]);
        var header = new Section(ZoneKind.PageHeader, [Paragraph.Of("Concept")]);

        var blocks = PageJoin.Join([Paragraph.Of("Vooraf."), Paragraph.Of(first), footer, new PageBreak(), header, Paragraph.Of(second), Paragraph.Of("Daarna.")]);

        Assert.Equal(joined ? 6 : 7, blocks.Length);
        Assert.Equal(joined ? $"{first} {second}" : first, PlainText.Of(((Paragraph)blocks[1]).Content));
        Assert.Same(footer, blocks[2]);
    }

    [Fact]
    public void A_paragraph_of_three_pages_is_one()
    {
        var blocks = PageJoin.Join([Paragraph.Of(Cut), new PageBreak(), Paragraph.Of("aan de overkant van het water dat daar loopt en"), new PageBreak(), Paragraph.Of("dan verder.")]);

        Assert.Equal(3, blocks.Length);
        Assert.EndsWith("en dan verder.", PlainText.Of(((Paragraph)blocks[0]).Content), StringComparison.Ordinal);
    }
}
