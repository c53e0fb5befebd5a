using System.Security.Cryptography;
using System.Text;

namespace WooPipeline.Parliament.Tests;

public sealed class ArchiveRecordTests
{
    private const string Stuf = """
        <e><object StUF:entiteittype="ZAK" xmlns="http://www.egem.nl/StUF/sector/zkn/0310" xmlns:StUF="http://www.egem.nl/StUF/StUF0301">
        <identificatie>Z1</identificatie><omschrijving>Melding</omschrijving><toelichting/>
        <einddatum StUF:noValue="geenWaarde"/><startdatum>00010101</startdatum><status StUF:noValue="waardeOnbekend"/>
        <heeft><persoon><geslachtsnaam>Voorbeeld</geslachtsnaam></persoon></heeft></object></e>
        """;

    [Fact]
    public void What_a_field_does_not_say_is_kept_apart()
    {
        var record = Assert.Single(ArchiveRecordReader.ReadXml(Encoding.UTF8.GetBytes(Stuf), "zaken/z.xml", _ => null, new ProblemList()));
        Assert.Equal(("StUF-ZKN", "Z1", "Melding"), (record.Standard, record.Identifier, record.Title));
        Assert.Equal(
            [ValueState.Empty, ValueState.NoValue, ValueState.Unknown, ValueState.Unknown, ValueState.Missing, ValueState.Present],
            new[] { "toelichting", "einddatum", "startdatum", "status", "resultaat", "identificatie" }.Select(record.StateOf));
        Assert.Equal("Voorbeeld", Assert.Single(record.Values, v => v.IsPersonal).Text);
    }

    [Fact]
    public void Json_of_a_case_system_is_read_one_by_one()
    {
        const string Json = """{"results":[{"identificatie":"A","omschrijving":"","einddatum":null,"startdatum":"0001-01-01","opschorting":{"reden":"wachten"}},{"identificatie":"B","auteur":"P. Voorbeeld"}]}""";
        var records = ArchiveRecordReader.ReadJson(Encoding.UTF8.GetBytes(Json), "zaken/z.json", new ProblemList());
        Assert.Equal(["A", "B"], records.Select(r => r.Identifier));
        Assert.Equal([ValueState.Empty, ValueState.NoValue, ValueState.Unknown, ValueState.Missing], new[] { "omschrijving", "einddatum", "startdatum", "auteur" }.Select(records[0].StateOf));
        Assert.Equal("wachten", records[0].TextOf("opschorting/reden"));
        Assert.True(records[1].Values.Single(v => v.Path == "auteur").IsPersonal);
    }

    [Theory]
    [InlineData(false, ChecksumState.Same)]
    [InlineData(true, ChecksumState.Different)]
    public void A_checksum_is_verified_against_the_file(bool spoiled, ChecksumState expected)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("zaken"));
        var content = Encoding.UTF8.GetBytes("inhoud");
        File.WriteAllBytes(folder.File("zaken", "stuk.txt"), spoiled ? [1, 2] : content);
        File.WriteAllText(folder.File("zaken", "stuk.bestand.mdto.xml"), $"<MDTO xmlns=\"https://www.nationaalarchief.nl/mdto\"><bestand><naam>stuk.txt</naam><checksum><checksumAlgoritme><begripLabel>SHA-256</begripLabel></checksumAlgoritme><checksumWaarde>{Convert.ToHexString(SHA256.HashData(content))}</checksumWaarde></checksum></bestand></MDTO>");
        var dossier = ParliamentDossier.Load(folder.Path);
        Assert.Equal(expected, Assert.Single(Assert.Single(dossier.ArchiveRecords).Files).Check);
        Assert.Equal(spoiled, dossier.Problems.Any(p => p.Code == "zaak-controlegetal"));
    }

    [Fact]
    public void The_examples_of_the_standards_are_read_whole()
    {
        if (Repository.Shared("corpus", "official") is not { } folder)
        {
            return;
        }

        var read = 0;
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "stuf"), "*.xml").Concat(Directory.GetFiles(Path.Combine(folder, "mdto"), "*Voorbeeld*.xml")))
        {
            var problems = new ProblemList();
            var records = ArchiveRecordReader.ReadXml(File.ReadAllBytes(path), Path.GetFileName(path), _ => null, problems);
            Assert.NotEmpty(records);
            Assert.DoesNotContain(problems.ToImmutable(), p => p.Severity == Severity.Error);
            Assert.All(records, r => Assert.NotEmpty(r.Values));
            read++;
        }

        Assert.True(read >= 6);
        Assert.Single(ArchiveRecordReader.ReadJson(File.ReadAllBytes(Path.Combine(folder, "zgw", "postman_POST_zaken.json")), "z.json", new ProblemList()));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[[[[[[[[[[")]
    public void Broken_json_is_a_problem(string json)
    {
        var problems = new ProblemList();
        Assert.Empty(ArchiveRecordReader.ReadJson(Encoding.UTF8.GetBytes(json), "z.json", problems));
        Assert.Contains(problems.ToImmutable(), p => p.Code == "zaak-json");
    }
}
