using WooPipeline.Documents;

namespace WooPipeline.Pipeline.Tests;

public sealed class DecisionTests
{
    private static readonly PassageDecision Keep = new()
    {
        Span = new TextSpan(4, 8),
        Text = "Smit",
        Before = "Jan ",
        After = " belt",
        Verdict = Verdict.Keep,
        Label = Label.Name,
        Reason = "publieke rol",
        By = "E. Beoordelaar",
    };

    [Fact]
    public void What_is_saved_is_read_back()
    {
        using var folder = new TemporaryFolder();
        var store = new DecisionStore(folder.File("besluiten"));
        var decisions = new DocumentDecisions
        {
            Source = "bronnen/map/001.eml",
            Sha256 = "ab",
            Judgement = new Judgement("Niet openbaar", ["5.1.2i"], "reden", "E. Beoordelaar"),
            Passages = [Keep, Keep with { Span = new TextSpan(10, 12), Text = "ja", Verdict = Verdict.Remove, Ground = "5.1.2e" }],
        };
        store.Save(decisions);
        var read = store.Load(decisions.Source)!;

        Assert.Equal(decisions.Passages.AsEnumerable(), read.Passages);
        Assert.Equal("5.1.2i", Assert.Single(read.Judgement!.Grounds));
        Assert.True(File.Exists(folder.File("besluiten", "map", "001.eml.json")));
        Assert.Null(store.Load("bronnen/002.eml"));
    }

    [Fact]
    public void A_source_name_never_leads_out_of_the_folder()
    {
        using var folder = new TemporaryFolder();
        new DecisionStore(folder.File("besluiten")).Save(new DocumentDecisions { Source = "bronnen/../../weg.eml" });

        Assert.Equal([folder.File("besluiten")], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_person_wins_to_the_letter()
    {
        var view = TextView.OfText("Jan Smit belt Piet");
        var policy = new Decision { Span = new TextSpan(0, 8), Label = Label.Name, Verdict = Verdict.Remove, Ground = GroundCatalog.Privacy, MarkText = "5.1.2e" };
        var (decisions, lost) = DecisionMerge.Merge(view, [policy], new DocumentDecisions { Source = "x", Passages = [Keep] }, "");

        Assert.Empty(lost);
        Assert.Equal([(0, 4, Verdict.Remove), (4, 8, Verdict.Keep)], decisions.Select(d => (d.Span.Start, d.Span.End, d.Verdict)));
        Assert.True(decisions[1].ByPerson);
    }

    [Theory]
    [InlineData("Ook vandaag: Jan Smit belt Piet", 17)]
    [InlineData("Piet en Smit", 8)]
    public void A_moved_passage_is_found_again(string text, int start)
    {
        var (decisions, lost) = DecisionMerge.Merge(TextView.OfText(text), [], new DocumentDecisions { Source = "x", Passages = [Keep] }, "");

        Assert.Empty(lost);
        Assert.Equal(start, Assert.Single(decisions).Span.Start);
    }

    [Theory]
    [InlineData("Smit of Smit")]
    [InlineData("niemand")]
    public void A_passage_that_cannot_be_found_is_told(string text)
    {
        var (decisions, lost) = DecisionMerge.Merge(TextView.OfText(text), [], new DocumentDecisions { Source = "x", Passages = [Keep] }, "");

        Assert.Empty(decisions);
        Assert.Single(lost);
    }

    [Fact]
    public void A_rectangle_on_a_picture_gives_nothing_back_of_what_the_policy_takes()
    {
        var view = TextView.OfText("a\uFFFCb");
        var policy = new Decision { Span = new TextSpan(1, 2), Label = Label.Signature, Verdict = Verdict.Remove, Ground = GroundCatalog.Privacy, MarkText = "5.1.2e" };
        var drawn = new PassageDecision { Span = new TextSpan(1, 2), Text = "\uFFFC", Area = new PageArea(0, 0.1, 0.1, 0.2, 0.2), Verdict = Verdict.Remove, Ground = "5.1.2e", By = "Anna" };

        var (decisions, _) = DecisionMerge.Merge(view, [policy], new DocumentDecisions { Source = "x", Passages = [drawn] }, "");

        Assert.Equal(2, decisions.Length);
        Assert.Contains(policy, decisions);
        Assert.Equal(2, Redaction.From(decisions).Count);
    }
}
