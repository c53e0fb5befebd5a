namespace WooPipeline.Pipeline.Tests;

public sealed class DossierSettingsTests
{
    [Fact]
    public void An_empty_file_is_a_dossier_of_defaults()
    {
        var settings = DossierSettingsFile.Parse("# niets\n");

        Assert.Equal(DossierKind.WooRequest, settings.Kind);
        Assert.Null(settings.Date);
    }

    [Fact]
    public void All_fields_are_read()
    {
        var settings = DossierSettingsFile.Parse("""
            organisatie: Ministerie van Proef
            onderwerp: "een onderwerp: met dubbele punt"
            soort: kamervragen
            kenmerk: 2024-12
            datum: 15-2-2024
            periode: { van: 2023-01-01, tot: 2023-12-31 }
            producten: [nota, tabel]
            uitvoer:
              native: ja
              libreoffice: ja
              lakbreedte: opmaak
            beleid:
              pseudoniemen: ja
            """);

        Assert.Equal("Ministerie van Proef", settings.Organisation);
        Assert.Equal("een onderwerp: met dubbele punt", settings.Subject);
        Assert.Equal(DossierKind.ParliamentaryQuestions, settings.Kind);
        Assert.Equal("2024-12", settings.Reference);
        Assert.Equal(new DateOnly(2024, 2, 15), settings.Date);
        Assert.Equal(new DateOnly(2023, 12, 31), settings.PeriodEnd);
        Assert.Equal(["nota", "tabel"], settings.Renderings);
        Assert.True(settings.Native);
        Assert.True(settings.ByLibreOffice);
        Assert.Equal(WooPipeline.Pdf.Redaction.PdfWidthMode.KeepLayout, settings.WidthMode);
        Assert.Contains("pseudoniemen: ja", settings.PolicyYaml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: b\ndatum: morgen", "regel 2", "datum")]
    [InlineData("soort: roman", "regel 1", "soort")]
    [InlineData("uitvoer:\n  native: misschien", "regel 2", "native")]
    [InlineData("uitvoer:\n  lakbreedte: smal", "regel 2", "lakbreedte")]
    [InlineData("a: [", "regel", "YAML")]
    [InlineData("- a\n- b", "regel 1", "naam: waarde")]
    public void A_wrong_value_is_told_with_its_line(string yaml, string place, string what)
    {
        var error = Assert.Throws<DossierException>(() => DossierSettingsFile.Parse(yaml));

        Assert.Contains(place, error.Message, StringComparison.Ordinal);
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
    }
}
