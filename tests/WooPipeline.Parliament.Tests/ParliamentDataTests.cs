using System.Text;

namespace WooPipeline.Parliament.Tests;

public sealed class ParliamentDataTests
{
    private const string Zaak = """
        {"value":[{"Nummer":"2023Z20417","Soort":"Schriftelijke vragen","Onderwerp":"voorrangskanalen","GestartOp":"2023-12-08T00:00:00+01:00","Vergaderjaar":"2023-2024",
        "ZaakActor":[{"Relatie":"Indiener","ActorNaam":"Van Wessem","ActorFractie":"Vrij Midden"},{"Relatie":"Gericht aan","Functie":"minister van Binnenlandse Zaken en Koninkrijksrelaties"}],
        "Document":[{"Soort":"Antwoord schriftelijke vragen","Datum":"2024-01-19T00:00:00","Aanhangselnummer":"232400877","DocumentActor":[{"Relatie":"Eerste ondertekenaar","Functie":"minister van Binnenlandse Zaken en Koninkrijksrelaties"},{"Relatie":"Mede namens","Functie":"SIGNER"}]},
        {"Soort":"Mededeling (uitstel antwoord)","Datum":"2023-12-21T00:00:00","Aanhangselnummer":"232400640"}]}]}
        """;

    [Fact]
    public void A_case_of_the_open_data_tells_who_asked_whom_and_what_came()
    {
        var set = Assert.Single(ParliamentDataReader.Read(Encoding.UTF8.GetBytes(Zaak), "z.json", new ProblemList()));
        Assert.Equal(("2023Z20417", "877", new DateOnly(2024, 1, 19)), (set.CaseNumber, set.AppendixNumber, set.AnsweredOn));
        Assert.Equal(new Member("Van Wessem", "Vrij Midden"), Assert.Single(set.Submitters));
        Assert.Equal("640", Assert.Single(set.Extensions).AppendixNumber);
        Assert.Equal(["SIGNER"], set.OnBehalfOf);
    }

    [Theory]
    [InlineData("staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties", false)]
    [InlineData("staatssecretaris van Financiën", true)]
    public void The_open_data_completes_the_set_and_a_signatory_that_differs_is_found(string behalf, bool found)
    {
        using var copy = Fixture.Copy("trusted-flagger");
        File.WriteAllText(copy.File("kamervragen", "a-zaak.json"), Zaak.Replace("SIGNER", behalf, StringComparison.Ordinal));
        var path = copy.File("kamervragen", "2023Z20417.md");
        File.WriteAllText(path, File.ReadAllText(path).Replace("ingezonden: 2023-12-08\n", "", StringComparison.Ordinal));
        var dossier = ParliamentDossier.Load(copy.Path);
        Assert.Equal(6, dossier.Questions?.Questions.Length);
        Assert.Equal(new DateOnly(2023, 12, 8), dossier.Questions?.SubmittedOn);
        Assert.Equal(found, ParliamentRules.Check(dossier, new RuleInputs()).Any(p => p.Code.StartsWith("R04", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("3")]
    [InlineData("{\"value\":[{\"Nummer\":{}}]}")]
    public void Odd_json_breaks_nothing(string json) => Assert.Empty(ParliamentDataReader.Read(Encoding.UTF8.GetBytes(json), "z.json", new ProblemList()));
}
