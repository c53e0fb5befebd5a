namespace WooPipeline.Pipeline.Tests;

/// <summary>Forms found by their letters alone, where words begin and end.</summary>
public class CompactSearchTests
{
    [Theory]
    [InlineData("de Regel", "de gewijzigde regelgeving van nu", "")]
    [InlineData("G. Eron", "de vorige ronde", "")]
    [InlineData("de Regel", "bel de  régel-terug", "de  régel")]
    [InlineData("de Regel", "zie DeRegel2.pdf", "DeRegel2")]
    [InlineData("06-12345678", "bel 06 12 34 56 78.", "06 12 34 56 78")]
    [InlineData("06-12345678", "nr. 9061234567812", "")]
    [InlineData("Jan", "Jansen en Jan", "Jan")]
    public void A_form_stands_where_words_begin_and_end(string form, string text, string found) =>
        Assert.Equal(found, string.Join('|', new CompactSearch(text).Find(form).Select(s => text[s.Start..s.End])));
}
