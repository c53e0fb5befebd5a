namespace WooPipeline.Publication.Tests;

public class SettingsTests
{
    [Fact]
    public void The_section_on_publication_is_taken_over()
    {
        var dossier = PublicationSettings.Apply(new PackageDossier { Organisation = "gemeente Nergenshuizen" }, """
            organisatie: gemeente Nergenshuizen
            publicatie:
              tooi: https://identifier.overheid.nl/tooi/id/gemeente/gm0344
              adres: https://www.example.org/woo/7
              datum_verzoek: 2-6-2022
              zaaknummers: [Z1, Z2]
              ouder_dan_vijf_jaar: Nog steeds in dienst.
            """);

        Assert.Equal("https://identifier.overheid.nl/tooi/id/gemeente/gm0344", dossier.PublisherUri);
        Assert.Equal("https://www.example.org/woo/7/", dossier.BaseAddress);
        Assert.Equal(new DateOnly(2022, 6, 2), dossier.RequestDate);
        Assert.Equal(["Z1", "Z2"], dossier.CaseNumbers);
        Assert.Equal("Nog steeds in dienst.", dossier.OldInformationReason);
        Assert.Equal(dossier, PublicationSettings.Apply(dossier, ""));
    }

    [Theory]
    [InlineData("publicatie:\n  adres: map/dossier", "regel 2", "'adres'")]
    [InlineData("publicatie:\n  tooi: x", "regel 2", "'tooi'")]
    [InlineData("\npublicatie:\n  datum_verzoek: morgen", "regel 3", "'datum_verzoek'")]
    [InlineData("publicatie:\n  adress: https://example.org", "regel 2", "'adress'")]
    public void Faults_name_line_and_key(string yaml, string line, string key)
    {
        var message = Assert.Throws<PackageException>(() => PublicationSettings.Apply(new PackageDossier { Organisation = "" }, yaml)).Message;
        Assert.Contains(line, message, StringComparison.Ordinal);
        Assert.Contains(key, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Consultations_come_from_their_register()
    {
        using var folder = new TemporaryFolder();
        Assert.Empty(ConsultationRegister.Load(folder.Path));
        Directory.CreateDirectory(folder.File("registers"));
        File.WriteAllText(folder.File("registers", "zienswijzen.csv"), "id;partij;stand;termijn;reden\r\nz1;Zonnepaneel B.V.;open;2022-07-01;\r\nz2;\"Wind; molen\";geen antwoord;;\r\n");

        var all = ConsultationRegister.Load(folder.Path);

        Assert.Equal([("z1", ConsultationState.Open), ("z2", ConsultationState.NoAnswer)], all.Select(c => (c.Id, c.State)));
        Assert.Equal(new DateOnly(2022, 7, 1), all[0].Term);
        Assert.Equal("Wind; molen", all[1].Party);
        File.WriteAllText(folder.File("registers", "zienswijzen.csv"), "id;partij;stand;termijn;reden\nz1;X;misschien;;\n");
        Assert.Contains("rij 2", Assert.Throws<PackageException>(() => ConsultationRegister.Load(folder.Path)).Message, StringComparison.Ordinal);
    }
}
