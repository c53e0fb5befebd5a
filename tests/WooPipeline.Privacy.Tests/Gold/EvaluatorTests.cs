using WooPipeline.Documents;

namespace WooPipeline.Privacy.Tests;

public sealed class EvaluatorTests
{
    private static readonly GoldDocument Gold = GoldDocument.Parse(
        """{"source":"bronnen/001.html","segments":[[null,"<p>Beste "],["NAME","Jo&euml;l"],[null," Jansen, groet van "],["NAME","Mies<b>je</b> Kraan"],[null," uit "],["KEEP","Hoorn"],[null,"</p>"]]}""", "001.json");

    [Fact]
    public void What_is_wholly_right_scores_one()
    {
        var evaluation = Evaluate("Beste █ Jansen, groet van █ uit Hoorn");
        Assert.Equal((1, 1, 1.0), (evaluation.Total.Recall, evaluation.Total.Precision, evaluation.TrapsKept));
        Assert.Equal((1, 1), evaluation.Persons);
    }

    [Fact]
    public void A_leak_and_a_word_too_many_are_counted()
    {
        var evaluation = Evaluate("Beste Joël Jansen, groet van █ uit █");
        Assert.Equal(new Measure(3, 1, 1), evaluation.Total);
        Assert.Equal(0, evaluation.TrapsKept);
        Assert.Equal(1, evaluation.DocumentsLeaking);
        Assert.DoesNotContain("Joël", evaluation.ToText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_tag_inside_a_word_does_not_cut_it()
    {
        var evaluation = Evaluate("Beste █ Jansen, groet van Miesje █ uit Hoorn");
        Assert.Equal(1, evaluation.ByLabel[Label.Name.ToCode()].Leaked);
        Assert.Equal((0, 1), evaluation.Persons);
    }

    [Fact]
    public void A_document_without_public_text_is_over_redacted()
    {
        var evaluation = GoldEvaluator.Evaluate([Gold], new Dictionary<string, string>());
        Assert.Equal(1, evaluation.Total.Recall);
        Assert.Equal(5, evaluation.Total.OverRedacted);
    }

    [Fact]
    public void A_file_of_another_kind_is_refused_by_name()
    {
        var error = Assert.Throws<FormatException>(() => GoldDocument.Parse("{}", "007.json"));
        Assert.Contains("007.json", error.Message, StringComparison.Ordinal);
    }

    private static GoldEvaluation Evaluate(string text) => GoldEvaluator.Evaluate([Gold], new Dictionary<string, string> { ["001"] = text });
}
