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
        Assert.Equal(["antwoorden", "nota", "rapportage", "tabel"], papers.Keys.Order());
        foreach (var paper in papers.Values)
        {
            if (Environment.GetEnvironmentVariable("SHOW") is not null)
            {
                Console.WriteLine($"=== {name}/{paper.Name}\n{Fixture.Text(paper.Tree)}");
            }

            Assert.NotEqual("", paper.Title);
        }
    }
}
