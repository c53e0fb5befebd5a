namespace WooPipeline.Pipeline.Tests;

public class FormHeadsTests
{
    [Theory]
    [InlineData("RE: afspraak met Jan de Vries", new[] { "Jan de Vries" })]
    [InlineData("Verslag JanDeVries en Bö", new[] { "Jan de Vries", "Bo" })]
    [InlineData("Planning van het project", new string[0])]
    [InlineData("", new string[0])]
    public void Forms_in_a_title_are_found_whatever_stands_between_their_letters(string title, string[] expected)
    {
        var heads = new FormHeads(["Jan de Vries", "Bo", "jan de vries-smit", "", "Jan de Vries"]);

        Assert.Equal(expected.Order(StringComparer.Ordinal), heads.In(title).Order(StringComparer.Ordinal));
    }
}
