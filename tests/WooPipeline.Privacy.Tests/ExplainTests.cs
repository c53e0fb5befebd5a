namespace WooPipeline.Privacy.Tests;

public sealed class ExplainTests
{
    private readonly PrivacyEngine engine = PrivacyEngine.Create(PolicySettings.Default, PrivacyRegisters.Empty);

    [Fact]
    public void A_removed_passage_names_its_rule_ground_and_remedy()
    {
        var explanation = Explain("Met vriendelijke groet,\nKarin Lammers", "karin lammers");
        Assert.Equal(Outcome.Removed, explanation.Outcome);
        Assert.Contains("5.1.2e", explanation.ToString(), StringComparison.Ordinal);
        Assert.Contains("nooit.csv", explanation.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Lammers", explanation.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_kept_person_has_a_reason()
    {
        var explanation = Explain("Minister De Jonge tekent.", "De Jonge");
        Assert.Equal(Outcome.Kept, explanation.Outcome);
        Assert.Contains("openbaar", explanation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_found_says_why_not()
    {
        var explanation = Explain("Van: Wil Kok\n\nDe kok opent de zaak in mei.", "kok opent");
        Assert.Equal(Outcome.NotFound, explanation.Outcome);
        Assert.Contains("gewoon woord", explanation.ToString(), StringComparison.Ordinal);
        Assert.Contains("altijd.csv", explanation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_said_to_be_absent() =>
        Assert.Equal(Outcome.NotInDocument, Explain("Niets te zien.", "Karin").Outcome);

    private Explanation Explain(string text, string passage)
    {
        var document = TestEngine.Document(text);
        return engine.Explain(document, engine.Merge([engine.Scan(document)]), passage)[0];
    }
}
