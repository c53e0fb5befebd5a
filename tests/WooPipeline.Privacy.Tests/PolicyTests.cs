using WooPipeline.Documents;

namespace WooPipeline.Privacy.Tests;

public sealed class PolicyTests
{
    private const string Staff = "==ambtenaren.csv\nnaam;email;functie;onderdeel\nBaukje Sjollema;b.sjollema@gemeente.example;adviseur;BZK/DCO\n";

    [Fact]
    public void Grounds_and_marks_come_from_the_policy()
    {
        var settings = PolicySettings.Parse("beleid:\n  gronden:\n    NAME: 5.1.2i\n  markeringen:\n    PHONE: telefoon\n");
        var decisions = Decide("Bel Baukje Sjollema op 06-12345678.", settings);
        Assert.Equal(["5.1.2i", "telefoon"], decisions.Select(d => d.MarkText));
        Assert.Equal("5.1.2i", decisions[0].Ground!.Code);
    }

    [Fact]
    public void One_pseudonym_for_one_person()
    {
        var decisions = Decide("Baukje Sjollema belt. Sjollema mailt. Baukje schrijft.", PolicySettings.Parse("pseudoniemen: ja"));
        Assert.Equal(3, decisions.Length);
        Assert.Single(decisions.Select(d => d.MarkText).Distinct());
        Assert.StartsWith("medewerker BZK ", decisions[0].MarkText, StringComparison.Ordinal);
    }

    [Fact]
    public void The_area_code_stays_where_the_policy_says_so() =>
        Assert.Equal("Tel. 070-[PHONE]", TestEngine.Redact("Tel. 070-3406218", settings: PolicySettings.Parse("kengetal: behouden")));

    [Fact]
    public void A_function_that_one_person_holds_goes_where_the_policy_says_so()
    {
        const string Two = "==ambtenaren.csv\nnaam;email;functie;onderdeel\nBaukje Sjollema;;omgevingsmanager dijken;X\nTeun Vonk;;jurist;X\nMies Kraan;;jurist;X\n";
        Assert.Equal("De [NAME] en de jurist.", TestEngine.Redact("De omgevingsmanager dijken en de jurist.", Two, PolicySettings.Parse("functietitels: lakken_indien_uniek")));
        Assert.Equal("De [NAME] en de [NAME].", TestEngine.Redact("De omgevingsmanager dijken en de jurist.", Two, PolicySettings.Parse("functietitels: lakken")));
        Assert.Equal("De omgevingsmanager dijken en de jurist.", TestEngine.Redact("De omgevingsmanager dijken en de jurist.", Two));
    }

    [Theory]
    [InlineData("functionele_postbussen: lakken", "[EMAIL]@gemeente.example")]
    [InlineData("functionele_postbussen: behouden", "info@gemeente.example")]
    public void Functional_mailboxes_follow_the_policy(string yaml, string expected) =>
        Assert.Equal(expected, TestEngine.Redact("info@gemeente.example", settings: PolicySettings.Parse(yaml)));

    [Fact]
    public void Own_words_always_and_never() => Assert.Equal(
        "Project [ACCOUNT] van Baukje",
        TestEngine.Redact("Project Zilvermeeuw van Baukje", Staff + "==altijd.csv\ntekst;label;grond\nzilvermeeuw;;5.1.2b\n==nooit.csv\ntekst\nBaukje\n"));

    [Theory]
    [InlineData("beleid:\n  functietitel: lakken", "functietitel")]
    [InlineData("gronden:\n  NAAM: 5.1.2e", "NAAM")]
    [InlineData("gronden:\n  NAME: 9.9.9", "9.9.9")]
    [InlineData("kengetal: soms", "kengetal")]
    [InlineData("a: [", "YAML")]
    public void What_is_not_known_is_refused_with_its_place(string yaml, string named)
    {
        var error = Assert.Throws<FormatException>(() => PolicySettings.Parse(yaml));
        Assert.Contains("regel", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_public_person_stays_with_evidence_and_a_namesake_goes()
    {
        const string Public = "==publieke-personen.csv\nnaam;functie;organisatie\nBert Roelofsen;wethouder;gemeente\n";
        Assert.Equal("Wethouder Roelofsen sprak met mevrouw [NAME].", TestEngine.Redact("Wethouder Roelofsen sprak met mevrouw I. Roelofsen.", Public));
    }

    private static Decision[] Decide(string text, PolicySettings settings)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("ambtenaren.csv"), Staff["==ambtenaren.csv\n".Length..]);
        var engine = PrivacyEngine.Create(settings, PrivacyRegisters.Load(folder.Path));
        var document = TestEngine.Document(text);
        var register = engine.Merge([engine.Scan(document)]);
        return [.. engine.Decide(document, engine.Detect(document, register), register)];
    }
}
