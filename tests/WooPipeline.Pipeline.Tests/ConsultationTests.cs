using WooPipeline.Publication;

namespace WooPipeline.Pipeline.Tests;

public sealed class ConsultationTests
{
    [Fact]
    public void Each_party_gets_a_letter_and_an_extract_of_its_own_passages()
    {
        using var folder = Dossier("id;partij;stand;termijn;reden;termen\nz1;Zonnedak Noord B.V.;open;2023-07-01;;Zonnedak Noord\nz2;Windwerk B.V.;open;;;Windwerk\nz3;Dakgoot B.V.;open;;;Dakgoot\n");

        var lines = DossierConsultations.Execute(new RunOptions { Dossier = folder.Path }, "", new SilentObserver());

        Assert.Equal([false, false, true], lines.Select(l => l.NeedsPerson));
        Assert.True(File.Exists(folder.File("zienswijzen", "z1", "brief.docx")));
        Assert.False(Directory.Exists(folder.File("zienswijzen", "z3")));
        if (ExternalTool.IsHere("pdftotext"))
        {
            var letter = ExternalTool.Run("pdftotext", folder.File("zienswijzen", "z1", "brief.pdf"), "-").Output;
            var extract = ExternalTool.Run("pdftotext", folder.File("zienswijzen", "z1", "uittreksel.pdf"), "-").Output;
            Assert.Contains("1 juli 2023", letter, StringComparison.Ordinal);
            Assert.Contains("Zonnedak Noord", extract, StringComparison.Ordinal);
            Assert.DoesNotContain("Windwerk", extract, StringComparison.Ordinal);
            Assert.DoesNotContain("Veldkamp", extract, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_a_register_it_says_what_to_write()
    {
        using var folder = Dossier("id;partij;stand\n");

        Assert.Contains("zienswijzen.csv", Assert.Throws<DossierException>(() => DossierConsultations.Execute(new RunOptions { Dossier = folder.Path }, "", new SilentObserver())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_package_is_made_while_one_is_open_without_a_reason()
    {
        using var folder = Dossier("id;partij;stand;termijn;reden;termen\nz1;Zonnedak Noord B.V.;open;2023-07-01;;Zonnedak Noord\n");
        var options = new RunOptions { Dossier = folder.Path, Out = folder.File("uit") };

        Assert.Contains("z1", Assert.Throws<PackageException>(() => DossierRun.Execute(options, new SilentObserver())).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("uit", "publicatie")));
    }

    private static TemporaryFolder Dossier(string register)
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("bronnen"));
        Directory.CreateDirectory(folder.File("registers"));
        File.WriteAllText(folder.File("registers", "zienswijzen.csv"), register);
        File.WriteAllText(folder.File("bronnen", "1.eml"), "From: Tessa Veldkamp <t.veldkamp@voorbeeld.nl>\nTo: offertes@voorbeeld.nl\nSubject: Offertes\nDate: Mon, 05 Jun 2023 10:00:00 +0200\nMessage-ID: <1@voorbeeld.nl>\nContent-Type: text/plain; charset=utf-8\n\nBeste collega,\n\nZonnedak Noord levert de panelen in augustus.\n\nWindwerk levert de molens later.\n\nGroet,\nTessa Veldkamp\n");
        return folder;
    }
}
