using System.Collections.Immutable;

namespace WooPipeline.Parliament.Tests;

/// <summary>Each rule on a dossier that keeps it and on the same dossier with one change that breaks it.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Dossiers() => [.. Fixture.Names];

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void A_consistent_dossier_breaks_no_rule(string name) => Assert.Empty(Check(Fixture.Folder(name)));

    // rule; file; what is replaced; by what
    [Theory]
    [InlineData("R01", "teksten/antwoorden/06.md", "vraag: 6", "vraag: 5")]
    [InlineData("R01", "teksten/antwoorden/06.md", "vraag: 6", "vragen: [6, 7]")]
    [InlineData("R02", "registers/toezeggingen.csv", "genoemd in antwoord;2;;;", "genoemd in antwoord;2;;9;")]
    [InlineData("R02", "teksten/nota/30-kern.md", "Een overzicht was er niet.", "Zie vraag 2, p. 9.")]
    [InlineData("R03", "registers/toezeggingen.csv", "Een opdracht is nooit gegeven", "Er is nooit een opdracht gegeven")]
    [InlineData("R03", "teksten/antwoorden/04-05.md", "Een opdracht is nooit gegeven.", "Zo'n opdracht is er niet geweest.")]
    [InlineData("R04", "kamervragen/2023Z20417.md", "voorgelegd_aan:\n", "voorgelegd_aan:\n  - staatssecretaris van Binnenlandse Zaken en Koninkrijksrelaties\n")]
    [InlineData("R04", "teksten/nota/nota.md", "actief_openbaar: ja", "mede_namens: [minister van Justitie en Veiligheid]")]
    [InlineData("R05", "kamervragen/2023Z20417.md", "voorgelegd_aan:\n  - minister van Justitie en Veiligheid\n", "voorgelegd_aan: []\n")]
    [InlineData("R06", "kamervragen/2023Z20417.md", "verzonden: 2023-12-21", "verzonden: 2023-12-30")]
    [InlineData("R07", "registers/platformstatus.csv", "desinformatie;bronnen/006-re-google.eml", "desinformatie;")]
    [InlineData("R07", "registers/platformstatus.csv", "nee;;;bevestigd;bevestigd", "nee;;;;geen reactie")]
    [InlineData("R07", "registers/uitvraag.csv", "Snapchat;platform;nee;;;niet gevraagd;;;;;\n", "")]
    [InlineData("R08", "registers/platformstatus.csv", "nee;De taak en de bevoegdheden van de politie vragen een eigen toelichting", "nee;")]
    [InlineData("R08", "teksten/antwoorden/02.md", "De politie heeft bij Meta", "De korpsleiding heeft bij Meta")]
    [InlineData("R09", "teksten/nota/40-toezeggingen.md", "{{ toezeggingen.aantal | nl.telwoord }}", "zes")]
    [InlineData("R09", "teksten/antwoorden/02.md", "Van {{ uitvraag.zonder_reactie | nl.opsomming }} is geen antwoord gekomen.", "Alleen van Google is geen antwoord gekomen. Van TikTok ook niet.")]
    [InlineData("R10", "zaken/meldingen.csv", "binnen drie minuten", "na drie minuten")]
    [InlineData("R10", "zaken/meldingen.csv", "2023-11-22T10:33:41", "2023-11-22T10:13:41")]
    [InlineData("R11", "teksten/rapportage/30-toepassing.md", "waargenomen en toen ook gemeld", "waargenomen")]
    [InlineData("R11", "zaken/meldingen.csv", "nee;nee;ja;ja;nee;X", "nee;nee;ja;nee;nee;X")]
    [InlineData("R12", "teksten/antwoorden/03.md", "[^eerder]: Aanhangsel", "[^vorige]: Aanhangsel")]
    [InlineData("R12", "teksten/rapportage/10-achtergrond.md", "Het kanaal is alleen", "Het kanaal[^kanaal] is alleen")]
    [InlineData("R15", "teksten/rapportage/20-werkwijze.md", "1. journalisten;", "1. journalisten, zoals @persmus_nl;")]
    [InlineData("R16", "teksten/nota/nota.md", "actief_openbaar: ja", "actief_openbaar: ja\naantal_bijlagen: 3")]
    [InlineData("R16", "teksten/nota/nota.md", "document: rapportage", "document: rapport")]
    [InlineData("R16", "zaken/meldingen.csv", "002-re-escalatie-x.eml;1;", "002-re-escalatie-x.eml;2;")]
    [InlineData("R21", "kamervragen/2023Z20417.md", "fractie: Vrij Midden", "fractie: Nieuw Midden")]
    [InlineData("R21", "kamervragen/2023Z20417.md", "naam: Van Wessem", "naam: Van Wissem")]
    [InlineData("R22", "kamervragen/2023Z20417.md", "verzonden: 2023-12-21", "verzonden: 2023-12-20")]
    [InlineData("R23", "kamervragen/2023Z20417.md", "kort_onderwerp: meldkanalen bij", "kort_onderwerp: loketten van")]
    [InlineData("R20", "zaken/meldingen.csv", "2023-11-22T10:31;ja;2023-11-22T10:33:41", "2023-11-22T10:29;ja;2023-11-22T10:33:41")]
    [InlineData("R20", "zaken/meldingen.csv", "2023-11-22T10:31;ja;2023-11-22T10:33:41", "2023-11-22T10:31;ja;")]
    [InlineData("R19", "teksten/antwoorden/02.md", "De politie heeft", "De staatsecretaris en de politie hebben")]
    [InlineData("R19", "teksten/rapportage/10-achtergrond.md", "Bij X is dat", "Bij Twitter, nu X, is dat")]
    public void A_change_that_breaks_a_rule_is_found(string rule, string file, string old, string changed)
    {
        using var copy = Fixture.Copy("trusted-flagger");
        Change(copy, file, old, changed);
        Assert.Contains(Check(copy.Path), p => p.Code.StartsWith(rule, StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_after_three_weeks_without_a_notice_is_found()
    {
        using var copy = Fixture.Copy("vuurwerk-marktplaatsen");
        Change(copy, "kamervragen/2025Z01355.md", "  - verzonden: 2025-02-26\n    redenen: [de benodigde navraag bij marktplaatsen]\n", "");
        Assert.Contains(Check(copy.Path), p => p.Code.StartsWith("R06", StringComparison.Ordinal) && p.Severity == Severity.Error);
    }

    [Fact]
    public void Who_was_not_asked_must_be_named()
    {
        using var copy = Fixture.Copy("trusted-flagger");
        Change(copy, "teksten/antwoorden/02.md", "Niet gevraagd zijn {{ uitvraag.niet_gevraagd | nl.opsomming }}.", "");
        Change(copy, "teksten/nota/30-kern.md", "{{ uitvraag.niet_gevraagd | nl.opsomming }}", "enkele organisaties");
        Change(copy, "registers/uitvraag.csv", "BRB;zbo;nee", "Kadaster;zbo;nee");
        Assert.Contains(Check(copy.Path), p => p.Code.StartsWith("R07", StringComparison.Ordinal) && p.Message.StartsWith("Kadaster", StringComparison.Ordinal));
    }

    /// <summary>The contradictions that the seed documents hold (kamervragen.md §0), put into one dossier.</summary>
    [Fact]
    public void The_contradictions_of_the_seeds_are_all_found()
    {
        using var copy = Fixture.Copy("trusted-flagger");
        Change(copy, "teksten/rapportage/30-toepassing.md", "waargenomen en toen ook gemeld", "waargenomen");
        Change(copy, "teksten/rapportage/30-toepassing.md", "bevestigde de ontvangst {{ zaak.reactietijd_vermeld }}", "bevestigde de ontvangst na drie minuten");
        Change(copy, "teksten/rapportage/10-achtergrond.md", "bekeken.[^kanaal]", "bekeken.[^1] Dat gebeurt snel.[^3] Soms later.[^2] Of nooit.[^3]");
        Change(copy, "teksten/rapportage/10-achtergrond.md", "[^kanaal]: Bij X", "[^2]: Twee.\n\n[^3]: Drie.\n\n[^1]: Bij Twitter, nu X,");
        Change(copy, "registers/uitvraag.csv", "Snapchat;platform;nee;;;niet gevraagd;;;;;\n", "");
        Change(copy, "registers/toezeggingen.csv", "De antwoorden beschrijven hoe", "De staatsecretaris beschrijft hoe");
        Change(copy, "registers/toezeggingen.csv", "Een opdracht is nooit gegeven", "Dit is dan ook niet gebeurt");
        var found = Check(copy.Path);
        string[] expected =
        [
            "R11-gezien-is-niet-gemeld|waargenomen", "R10-reactietijd|na drie minuten", "R12-voetnoten|twee keer verwezen", "R12-voetnoten|Noot 2 staat achter noot 3",
            "R19-spelling|'Twitter' en 'X'", "R07-onbekend-is-geen-nee|Snapchat", "R19-spelling|'staatsecretaris'", "R19-spelling|'is dan ook niet gebeurt'",
        ];
        Assert.All(expected, e => Assert.Contains(found, p => p.Code == e.Split('|')[0] && p.Message.Contains(e.Split('|')[1], StringComparison.Ordinal)));
    }

    [Fact]
    public void A_claim_of_anonymity_needs_a_clean_search()
    {
        using var copy = Fixture.Copy("trusted-flagger");
        File.AppendAllText(copy.File("teksten/nota/50-niet-openbaar.md"), "Alle persoonsgegevens zijn geanonimiseerd.\n");
        Assert.DoesNotContain(Check(copy.Path, i => i with { IsClean = true }), p => p.Code.StartsWith("R13", StringComparison.Ordinal));
        Assert.Contains(Check(copy.Path, i => i with { IsClean = false }), p => p.Code.StartsWith("R13", StringComparison.Ordinal));
    }

    [Fact]
    public void A_public_name_that_was_removed_is_found()
    {
        var folder = Fixture.Folder("trusted-flagger");
        var papers = Fixture.Render(folder);
        Assert.DoesNotContain(Check(folder, i => i with { Published = name => papers[name].Tree }), p => p.Code.StartsWith("R14", StringComparison.Ordinal));
        Assert.Contains(Check(folder, i => i with { Published = name => papers[name].Tree with { Blocks = [] } }), p => p.Code.StartsWith("R14", StringComparison.Ordinal));
    }

    [Fact]
    public void A_paper_in_another_language_is_found()
    {
        Assert.Contains(
            Check(Fixture.Folder("trusted-flagger"), i => i with { Papers = [.. i.Papers.Select(p => p with { Tree = p.Tree with { Language = "en-US" } })] }),
            p => p.Code.StartsWith("R17", StringComparison.Ordinal));
        Assert.True(LanguageGuess.IsEnglish("Please look at this message and check whether you think that it is a violation of the policy that you have."));
        Assert.False(LanguageGuess.IsEnglish("Kijk alstublieft naar dit bericht en ga na of het in strijd is met het beleid dat u voert voor de site."));
    }

    [Fact]
    public void A_question_that_was_rewritten_is_found()
    {
        using var copy = Fixture.Copy("trusted-flagger");
        var questions = File.ReadAllText(copy.File("kamervragen/2023Z20417.md"));
        File.WriteAllText(copy.File("kamervragen/z-officieel.md"), questions);
        Assert.DoesNotContain(Check(copy.Path), p => p.Code.StartsWith("R18", StringComparison.Ordinal));
        File.WriteAllText(copy.File("kamervragen/z-officieel.md"), questions.Replace("Wie houdt bij", "Wie registreert", StringComparison.Ordinal));
        Assert.Contains(Check(copy.Path), p => p.Code.StartsWith("R18", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_says_where_and_what_next()
    {
        Assert.Equal(23, ParliamentRules.Codes.Distinct().Count());
        using var copy = Fixture.Copy("trusted-flagger");
        File.Delete(copy.File("teksten/antwoorden/06.md"));
        var problem = Assert.Single(Check(copy.Path), p => p.Code.StartsWith("R01", StringComparison.Ordinal));
        Assert.Equal("kamervragen/2023Z20417.md", problem.Place.Source);
        Assert.Contains("vraag: 6", problem.Message, StringComparison.Ordinal);
    }

    private static void Change(TemporaryFolder copy, string file, string old, string changed)
    {
        var path = copy.File(file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, changed, StringComparison.Ordinal));
    }

    private static ImmutableArray<Problem> Check(string folder, Func<RuleInputs, RuleInputs>? change = null)
    {
        var dossier = ParliamentDossier.Load(folder);
        var inputs = new RuleInputs { Papers = [.. Fixture.Render(folder).Values], Source = path => Fixture.Source(folder, path), Layout = Fixture.Pages };
        return ParliamentRules.Check(dossier, change?.Invoke(inputs) ?? inputs);
    }
}
