using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace WooPipeline.Parliament.Tests;

/// <summary>Registers and texts as people make them, and as they come when something went wrong.</summary>
public sealed class RegisterTests
{
    [Theory]
    [InlineData("a;b\n1;2\n")]
    [InlineData("A,B\r\n1,2\r\n")]
    [InlineData("\uFEFFa;b\n1;2")]
    [InlineData(" A ;b\n\n1 ; 2 \n;\n")]
    public void Separators_marks_and_spaces_make_no_difference(string csv)
    {
        var problems = new ProblemList();
        var row = Assert.Single(RegisterTable.Parse(csv.TrimStart('\uFEFF'), "r.csv", ["a", "b"], problems).Rows);
        Assert.Equal(("1", "2"), (row.Text("a"), row.Text("b")));
        Assert.Empty(problems.ToImmutable());
    }

    [Theory]
    [InlineData("b\n1\n", "register-kolom", "ontbreken: a")]
    [InlineData("a;c\n1;2\n", "register-kolom", "'c' is onbekend")]
    [InlineData("a;b\n1;2;3\n", "register-cellen", "3 cellen")]
    [InlineData("a;b\n1;\"x\"y\"\n", "register-aanhalingsteken", "aanhalingsteken")]
    public void What_is_wrong_with_a_register_is_told(string csv, string code, string hint)
    {
        var problems = new ProblemList();
        RegisterTable.Parse(csv, "registers/r.csv", ["a!", "b"], problems);
        var problem = Assert.Single(problems.ToImmutable(), p => p.Code == code);
        Assert.Contains(hint, problem.Message, StringComparison.Ordinal);
        Assert.Equal("registers/r.csv", problem.Place.Source);
    }

    [Theory]
    [InlineData("ja", KnownState.Yes)]
    [InlineData("Nee", KnownState.No)]
    [InlineData("", KnownState.Missing)]
    [InlineData("geen reactie", KnownState.NoReply)]
    [InlineData("niet gevraagd", KnownState.NotAsked)]
    [InlineData("N.v.t.", KnownState.NotApplicable)]
    [InlineData("misschien", KnownState.Missing)]
    public void Words_of_knowledge_keep_their_meaning_and_an_unknown_one_is_never_no(string word, KnownState state)
    {
        var problems = new ProblemList();
        var row = RegisterTable.Parse($"a;b\n{word};x\n", "r.csv", ["a", "b"], problems).Rows.Single();
        Assert.Equal(state, row.State("a"));
        Assert.Equal(word == "misschien", problems.ToImmutable().Any(p => p.Message.Contains("Kies uit: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Windows_1252_is_read_as_it_was_meant() =>
        Assert.Equal("coördinator – €", DossierFile.Decode([.. "co"u8, 0xF6, .. "rdinator "u8, 0x96, 0x20, 0x80]));

    [Fact]
    public void Any_bytes_in_any_file_of_a_dossier_are_problems_and_never_break_the_load()
    {
        string[] files =
        [
            "dossier.yaml", "registers/platformstatus.csv", "registers/uitvraag.csv", "registers/toezeggingen.csv", "registers/platformen.csv",
            "registers/organisaties.csv", "kamervragen/a.md", "kamervragen/b.xml", "kamervragen/c.docx", "kamervragen/metadata.xml", "zaken/a.csv", "teksten/a.md",
        ];
        var property = Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            using var folder = new TemporaryFolder();
            foreach (var file in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(folder.File(file))!);
                File.WriteAllBytes(folder.File(file), bytes ?? []);
            }

            return ParliamentDossier.Load(folder.Path) is not null;
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), property);
    }

    [Theory]
    [InlineData("---\ndocument: nota\n", "voorblad-open")]
    [InlineData("---\ndocument: [\n---\n", "voorblad-yaml")]
    [InlineData("zomaar tekst", "tekst-document")]
    [InlineData("---\ndocument: nota\nondrdeel: kern\n---\n", "voorblad-sleutel")]
    [InlineData("---\ndocument: antwoorden\nvraag: één\n---\n", "voorblad-getal")]
    public void A_text_that_can_t_be_placed_is_told(string text, string code)
    {
        var problems = new ProblemList();
        TextPartReader.Read(text, "teksten/x.md", problems);
        Assert.Contains(problems.ToImmutable(), p => p.Code == code);
    }

    [Fact]
    public void A_further_row_of_a_commitment_is_a_further_fulfilment()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("registers"));
        File.WriteAllText(folder.File("registers", "toezeggingen.csv"), "nr;tekst;nakoming;toelichting\n1;Doen;;\n2;Delen;afgewezen;Nee\n2;;toegelicht;Want\n", Encoding.UTF8);
        var dossier = ParliamentDossier.Load(folder.Path);
        Assert.Empty(dossier.Problems);
        Assert.Equal([0, 2], dossier.Commitments.Select(c => c.Fulfilments.Length));
        Assert.Equal("registers/toezeggingen.csv, rij 4", dossier.Commitments[1].Fulfilments[1].Source.ToString());
    }

    [Fact]
    public void An_interval_is_as_wide_as_the_moments_are_vague()
    {
        Assert.True(Instant.TryParse("2023-11-22T14:43", out var from));
        Assert.True(Instant.TryParse("2023-11-22T14:45:59", out var until));
        Assert.Equal((TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(179)), Instant.Between(from, until));
        Assert.True(Instant.TryParse("22-11-2023", out var day));
        Assert.Null(Instant.Between(day, until));
    }

    [Fact]
    public void A_platform_has_the_name_of_its_day()
    {
        var platform = new Platform("X", [new PlatformAlias("Twitter", null, new DateOnly(2023, 7, 23)), new PlatformAlias("Periscope", null, null)], new Provenance("p"));
        Assert.Equal("Twitter", platform.NameOn(new DateOnly(2023, 2, 17)));
        Assert.Equal("X", platform.NameOn(new DateOnly(2023, 11, 22)));
        Assert.True(platform.IsCalled("periscope"));
    }
}
