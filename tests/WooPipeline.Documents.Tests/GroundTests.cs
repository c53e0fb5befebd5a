
namespace WooPipeline.Documents.Tests;

public sealed class GroundTests
{
    [Theory]
    [InlineData("5.1.2e", "5.1.2e")]
    [InlineData("5.1.2.e", "5.1.2e")]
    [InlineData("5.1.2,e", "5.1.2e")]
    [InlineData("5.1.2 e", "5.1.2e")]
    [InlineData("5.1.2E", "5.1.2e")]
    [InlineData("5.1 lid 2 sub e", "5.1.2e")]
    [InlineData("5.1, lid 2, onder e", "5.1.2e")]
    [InlineData("art. 5.1 lid 2 onder e Woo", "5.1.2e")]
    [InlineData("artikel 5.1, tweede lid, aanhef en onder e, van de Woo", "5.1.2e")]
    [InlineData("artikel 5.1, eerste lid, onderdeel c", "5.1.1c")]
    [InlineData("5.1.1.a", "5.1.1a")]
    [InlineData("5.1.5", "5.1.5")]
    [InlineData("5.1 lid 5", "5.1.5")]
    [InlineData("5.2.1", "5.2")]
    [InlineData("5.2", "5.2")]
    [InlineData("artikel 5.2 Woo", "5.2")]
    [InlineData("5.4", "5.4")]
    [InlineData("10.2.e", "10.2e")]
    [InlineData("10.2e", "10.2e")]
    [InlineData("(10)(2e)", "10.2e")]
    [InlineData("10 lid 1 sub d Wob", "10.1d")]
    [InlineData("11.1", "11.1")]
    [InlineData("Dubbel", "dubbel")]
    [InlineData("buiten verzoek", "buiten verzoek")]
    public void Any_printed_spelling_is_read(string text, string code) => Assert.Equal(code, GroundCatalog.Find(text)?.Code);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("5.1")]
    [InlineData("5.1.2")]
    [InlineData("5.1.2x")]
    [InlineData("5.1.1f")]
    [InlineData("12.3")]
    [InlineData("25.1.2e")]
    [InlineData("5.1.2e en 5.1.2h")]
    public void What_is_no_ground_is_not_guessed(string? text) => Assert.Null(GroundCatalog.Find(text));

    [Fact]
    public void All_grounds_are_there_and_round_trip()
    {
        Assert.Equal(30, GroundCatalog.All.Length);
        Assert.All(GroundCatalog.All, g => Assert.Equal(g, GroundCatalog.Find(g.Article.Length > 0 && !g.Article.Contains("Wob", StringComparison.Ordinal) ? g.Article : g.Code)));
        Assert.Equal("gelakt, artikel 5.1, tweede lid, aanhef en onder e, Woo", GroundCatalog.Privacy.Spoken);
    }
}
