namespace WooPipeline.Parliament.Tests;

/// <summary>A fact that changes in one place of the dossier changes in every paper that states it; where a paper or another register can't follow by itself, a rule tells.</summary>
public sealed class OneFactTests
{
    /// <summary>File, what stands there, what comes instead, the words by which papers state it, and the new words.</summary>
    public static TheoryData<string, string, string, string, string> Facts => new()
    {
        { "kamervragen/2023Z20417.md", "zaaknummer: 2023Z20417", "zaaknummer: 2023Z20418", "2023Z20417", "2023Z20418" },
        { "kamervragen/2023Z20417.md", "fractie: Vrij Midden", "fractie: Nieuw Midden", "Vrij Midden", "Nieuw Midden" },
        { "kamervragen/2023Z20417.md", "naam: Van Wessem", "naam: Van Wissem", "Van Wessem", "Van Wissem" },
        { "kamervragen/2023Z20417.md", "ingezonden: 2023-12-08", "ingezonden: 2023-12-07", "8 december 2023", "7 december 2023" },
        { "kamervragen/2023Z20417.md", "\nonderwerp: voorrangskanalen waarmee", "\nonderwerp: kanalen waarlangs", "voorrangskanalen waarmee", "kanalen waarlangs" },
        { "kamervragen/2023Z20417.md", "kort_onderwerp: meldkanalen bij", "kort_onderwerp: loketten van", "meldkanalen bij sociale", "loketten van sociale" },
        { "kamervragen/2023Z20417.md", "ondertekening: minister van Binnenlandse", "ondertekening: minister zonder portefeuille van Binnenlandse", "De minister van Binnenlandse Zaken en Koninkrijksrelaties,", "minister zonder portefeuille" },
        { "kamervragen/2023Z20417.md", "verzonden: 2023-12-21", "verzonden: 2023-12-20", "21 december 2023", "20 december 2023" },
        { "kamervragen/2023Z20417.md", "het kerstreces", "het zomerreces", "het kerstreces", "het zomerreces" },
        { "registers/uitvraag.csv", "2023-12-12|2023-12-18|2024-01-08;geen reactie", "2023-12-12|2023-12-18|2024-01-05|2024-01-08;geen reactie", "drie verzoeken", "vier verzoeken" },
        { "registers/uitvraag.csv", "2023-12-12|2023-12-18|2024-01-08;geen reactie;", "2023-12-12|2023-12-18|2024-01-08;beantwoord;2024-01-09", "TikTok heeft na", "" },
        { "registers/uitvraag.csv", "BRB;zbo;nee;;;niet gevraagd", "BRB;zbo;ja;2023-12-11;2023-12-11;open", "Snapchat en BRB", "Niet gevraagd zijn Snapchat" },
        { "registers/platformstatus.csv", "KDW;Meta;trusted flagger;ja;2022-05", "KDW;Meta;trusted flagger;ja;2018-05", "trusted flagger (sinds 2022)", "trusted flagger (sinds 2018)" },
        { "registers/platformstatus.csv", "ACM;Google;vergelijkbaar;ja;2020;2022", "ACM;Google;vergelijkbaar;ja;2019;2022", "2020–2022", "2019–2022" },
        { "registers/platformstatus.csv", "KDW;Meta;trusted flagger;ja;2022-05", "KDW;Meta;portaal;ja;2022-05", "trusted flagger (sinds 2022)", "portaal (sinds 2022)" },
        { "registers/toezeggingen.csv", "mondelinge vragenuur;2024-01-16", "mondelinge vragenuur;2024-01-17", "16 januari", "17 januari" },
        { "registers/toezeggingen.csv", "Een opdracht is nooit gegeven", "Een opdracht is nimmer gegeven", "nooit gegeven", "nimmer gegeven" },
        { "registers/toezeggingen.csv", "tabel toegevoegd;3;status", "tabel toegevoegd;2;status", "", "" },
        { "registers/toezeggingen.csv", "TZ202401-023", "TZ202401-024", "TZ202401-023", "TZ202401-024" },
        { "zaken/meldingen.csv", "2023-11-22T10:31", "2023-11-22T10:20", "10.31 uur", "10.20 uur" },
        { "zaken/meldingen.csv", "binnen drie minuten", "binnen vijf minuten", "binnen drie minuten", "binnen vijf minuten" },
        { "zaken/meldingen.csv", "Civic Integrity Policy", "Election Policy", "volgens de Civic Integrity Policy", "volgens de Election Policy" },
        { "registers/organisaties.csv", "Toezichthouder Kansspelreclame;TKR", "Toezichthouder Kansspelreclame;TKX", "TKR", "TKX" },
        { "registers/platformen.csv", "TikTok;;;;", "TokTik;;;;", "TikTok", "TokTik" },
        { "dossier.yaml", "referentie: 2024-0000017733", "referentie: 2024-0000017734", "2024-0000017733", "2024-0000017734" },
        { "dossier.yaml", "datum: 2024-01-19", "datum: 2024-01-18", "Datum: 19 januari 2024", "Datum: 18 januari 2024" },
    };

    [Theory]
    [MemberData(nameof(Facts))]
    public void Changes_everywhere_or_is_told(string file, string from, string to, string before, string after)
    {
        using var copy = Fixture.Copy("trusted-flagger");
        var (papers, problems) = State(copy.Path);
        var text = File.ReadAllText(copy.File(file));
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(copy.File(file), text.Replace(from, to, StringComparison.Ordinal));

        var (changed, told) = State(copy.Path);

        var isTold = told.Except(problems).Any();
        var stale = papers.Where(p => before.Length > 0 && p.Value.Contains(before, StringComparison.Ordinal)).Select(p => p.Key).Where(name => changed[name].Contains(before, StringComparison.Ordinal)).ToList();
        Assert.True(stale.Count == 0 || isTold, $"nog in {string.Join(", ", stale)}, en geen regel zegt het");
        Assert.True(before.Length == 0 || isTold || papers.Any(p => p.Value.Contains(before, StringComparison.Ordinal)));
        Assert.True(isTold || changed.Values.Zip(papers.Values).Any(p => p.First != p.Second), "geen stuk is veranderd en geen regel zegt het");
        Assert.True(isTold || after.Length == 0 || changed.Values.Any(v => v.Contains(after, StringComparison.Ordinal)));
    }

    private static (Dictionary<string, string> Papers, HashSet<string> Problems) State(string folder)
    {
        var papers = Fixture.Render(folder);
        var dossier = ParliamentDossier.Load(folder);
        var problems = ParliamentRules.Check(dossier, new RuleInputs { Papers = [.. papers.Values], Source = path => Fixture.Source(folder, path), Layout = Fixture.Pages });
        return (papers.ToDictionary(p => p.Key, p => Fixture.Text(p.Value.Tree)), [.. problems.Select(p => p.ToString())]);
    }
}
