using WooPipeline.Documents;

namespace WooPipeline.Templating.Tests;

public sealed class HouseStyleFileTests
{
    [Fact]
    public void What_the_file_says_wins_over_the_defaults()
    {
        var style = HouseStyleFile.Parse("lettertypen: [Verdana, Inter]\nlettergrootte: 9,5\nkopgroottes: [20, 12]\nmarge_links: 60\nkleur_koppen: \"#112233\"\n");
        Assert.Equal(["Verdana", "Inter"], style.Fonts);
        Assert.Equal(9.5, style.FontSize);
        Assert.Equal([20.0, 12.0], style.HeadingSizes);
        Assert.Equal(60, style.MarginLeft);
        Assert.Equal("#112233", style.HeadingColor);
        Assert.Equal(new HouseStyle().MarginTop, style.MarginTop);
    }

    [Theory]
    [InlineData("lettergroote: 9", "regel 1", "onbekend")]
    [InlineData("lettergrootte: groot", "regel 1", "getal")]
    [InlineData("\nkleur_koppen: blauw", "regel 2", "kleur")]
    [InlineData("a: [", "regel", "geen geldige YAML")]
    [InlineData("los", "regel 1", "naam: waarde")]
    public void A_wrong_line_is_an_error_with_its_number(string yaml, string place, string hint)
    {
        var e = Assert.Throws<TemplateException>(() => HouseStyleFile.Parse(yaml));
        Assert.Contains(place, e.Message, StringComparison.Ordinal);
        Assert.Contains(hint, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_house_style_that_comes_along_can_be_read_and_names_no_font_of_the_machine()
    {
        var style = HouseStyleFile.Load(Repository.PathOf("templates", "huisstijl"));
        Assert.Empty(style.Fonts);
    }
}
