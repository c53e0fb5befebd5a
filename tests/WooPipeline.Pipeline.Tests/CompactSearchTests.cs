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

    [Theory]
    [InlineData("Vergadering in januari", "")]
    [InlineData("Vraag van U.A. over januari", "UA")]
    public void A_document_is_mended_for_a_form_in_its_title_only_where_the_form_is_a_word(string title, string forms)
    {
        var record = new DocumentRecord { Id = "0001", Unit = new StoredUnit { Path = "a.eml", Sha256 = "" }, Title = title };
        Assert.Equal(forms, string.Join('|', FinishStage.FormsToMend(record, System.Collections.Immutable.ImmutableDictionary<string, System.Collections.Immutable.ImmutableArray<string>>.Empty, new FormHeads(["UA"]))));
    }
}
