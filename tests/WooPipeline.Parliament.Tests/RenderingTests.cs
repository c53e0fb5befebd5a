using WooPipeline.Templating;

namespace WooPipeline.Parliament.Tests;

public sealed class RenderingTests
{
    public static TheoryData<string> Dossiers() => [.. Fixture.Names];

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void A_fixture_dossier_is_read_without_a_problem(string name) =>
        Assert.Empty(ParliamentDossier.Load(Fixture.Folder(name)).Problems);

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void All_papers_come_out(string name)
    {
        var papers = Fixture.Render(Fixture.Folder(name));
        Assert.Superset(new HashSet<string> { "antwoorden", "nota", "rapportage", "tabel" }, papers.Keys.ToHashSet());
        foreach (var paper in papers.Values)
        {
            if (Environment.GetEnvironmentVariable("SHOW") is not null)
            {
                Console.WriteLine($"=== {name}/{paper.Name}\n{Fixture.Text(paper.Tree)}");
            }

            Assert.NotEqual("", paper.Title);
        }
    }

    [Fact]
    public void The_table_says_what_is_known_and_the_csv_says_the_same()
    {
        var table = Fixture.Render(Fixture.Folder("trusted-flagger"))["tabel"].CsvRows;
        Assert.NotNull(table);
        Assert.Equal(["Organisatie", "X", "Meta", "Google", "TikTok", "Snapchat"], table.Value[0]);
        Assert.Equal(["ACM", "onbekend", "nee", "vergelijkbaar (2020–2022)", "geen reactie", "niet gevraagd"], table.Value[2]);
        Assert.Equal(1, table.Value.SelectMany(r => r).Count(c => c == "nee"));
    }

    [Fact]
    public void Changing_one_fact_in_a_register_changes_every_place_that_states_it()
    {
        using var copy = Fixture.Copy("trusted-flagger");
        void Change(string file, string old, string changed) => File.WriteAllText(copy.File(file), File.ReadAllText(copy.File(file)).Replace(old, changed, StringComparison.Ordinal));
        Change("registers/uitvraag.csv", "TikTok;platform", "Kwetter;platform");
        Change("registers/platformen.csv", "TikTok;", "Kwetter;");
        Change("registers/platformstatus.csv", ";TikTok;", ";Kwetter;");
        Change("kamervragen/2023Z20417.md", "naam: Van Wessem", "naam: Van Oosten");
        var papers = Fixture.Render(copy.Path);
        var text = string.Concat(papers.Values.Select(p => Fixture.Text(p.Tree)));
        Assert.DoesNotContain("TikTok", text, StringComparison.Ordinal);
        Assert.Contains("Kwetter heeft na drie verzoeken", Fixture.Text(papers["nota"].Tree), StringComparison.Ordinal);
        Assert.Contains("Van Kwetter is geen antwoord", Fixture.Text(papers["antwoorden"].Tree), StringComparison.Ordinal);
        Assert.Contains("het lid Van Oosten (Vrij Midden)", papers["antwoorden"].Title, StringComparison.Ordinal);
        Assert.Contains("het lid Van Oosten (Vrij Midden)", Fixture.Text(papers["brief"].Tree), StringComparison.Ordinal);
    }

    [Fact]
    public void A_users_own_paper_is_rendered_and_an_unknown_one_is_told_with_the_one_meant()
    {
        using var copy = Fixture.Copy("trusted-flagger");
        using var templates = new TemporaryFolder();
        Directory.CreateDirectory(templates.File("stukken"));
        File.WriteAllText(templates.File("stukken", "spreeklijn.md"), "# {{ stuk.titel }}\n\n{{ for deel in stuk.delen }}{{ deel.tekst }}{{ end }}\n");
        File.WriteAllText(copy.File("teksten", "s.md"), "---\ndocument: spreeklijn\nonderdeel: kop\ntitel: Spreeklijn\n---\n");
        File.WriteAllText(copy.File("teksten", "t.md"), "---\ndocument: spreeklijn\nonderdeel: kern\n---\nWij melden alleen.\n");
        File.WriteAllText(copy.File("teksten", "u.md"), "---\ndocument: besluit\nonderdeel: kop\n---\nvan een andere kamer\n");
        Assert.Equal("Spreeklijn\nWij melden alleen.\n", Fixture.Text(Fixture.Render(copy.Path, templates.Path)["spreeklijn"].Tree).TrimEnd('\n') + "\n");
        File.WriteAllText(copy.File("teksten", "v.md"), "---\ndocument: raportage\n---\n");
        var e = Assert.Throws<WooPipeline.Templating.TemplateException>(() => Fixture.Render(copy.Path, templates.Path));
        Assert.Contains("Bedoelde u 'rapportage'?", e.Message, StringComparison.Ordinal);
        Assert.Contains("teksten/v.md", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dossier_without_texts_and_registers_has_no_papers()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("dossier.yaml"), "huissjabloon: bestaat-niet\n");
        Assert.Empty(Fixture.Render(folder.Path));
    }

    [Fact]
    public void Letter_notice_and_list_of_commitments_come_from_the_same_data()
    {
        var papers = Fixture.Render(Fixture.Folder("trusted-flagger"));
        Assert.Contains("Hierbij bied ik u, mede namens de staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties, de antwoorden aan op de schriftelijke vragen (2023Z20417) van het lid Van Wessem (Vrij Midden) over", Fixture.Text(papers["brief"].Tree), StringComparison.Ordinal);
        Assert.Contains("De reden van het uitstel is het kerstreces en de afstemming met andere departementen.", Fixture.Text(papers["uitstelbericht"].Tree), StringComparison.Ordinal);
        Assert.Contains("Datum: 21 december 2023", Fixture.Text(papers["uitstelbericht"].Tree), StringComparison.Ordinal);
        Assert.Contains("TZ202401-020", Fixture.Text(papers["toezeggingenlijst"].Tree), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_sees_nothing_of_the_paper_it_stands_in_nor_of_the_one_before()
    {
        using var copy = Fixture.Copy("trusted-flagger");
        File.AppendAllText(copy.File("teksten", "nota", "30-kern.md"), "\n{{ stuk.titel }}\n");

        var e = Assert.Throws<TemplateException>(() => Fixture.Render(copy.Path));

        Assert.Contains("teksten/nota/30-kern.md", e.Message, StringComparison.Ordinal);
    }
}
