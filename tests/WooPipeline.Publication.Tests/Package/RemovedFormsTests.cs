using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Documents;

namespace WooPipeline.Publication.Tests;

public class RemovedFormsTests
{
    [Fact]
    public void Names_may_stand_only_where_they_were_kept_and_common_words_where_nothing_was_decided()
    {
        const string Text = "Jan Bakker en de bakker. Minister Jan Bakker. Zie Jan Bakker.";
        var text = new RedactedText(["documenten/1.pdf"], Text)
        {
            Removed = [TextSpan.At(0, 10), TextSpan.At(50, 10)],
            Kept = [TextSpan.At(34, 10)],
        };
        var single = new RedactedText([], "Bakker") { Removed = [TextSpan.At(0, 6)] };

        var forms = RemovedForms.Collect([text, single]);

        Assert.Equal(["Bakker", "Jan Bakker"], forms.Select(f => f.Text));
        Assert.Equal(2, forms[0].Allowed["documenten/1.pdf"]);
        Assert.Equal(1, forms[1].Allowed["documenten/1.pdf"]);
    }

    [Fact]
    public void What_is_never_published_allows_nothing()
    {
        var text = new RedactedText(["a"], "wil WIL wil") { Removed = [TextSpan.At(0, 3)], Dropped = [TextSpan.At(4, 3)] };
        Assert.Equal(1, RemovedForms.Collect([text]).Single().Allowed["a"]);
    }

    [Theory]
    [InlineData("Jan de Boer", true)]
    [InlineData("de Boer", false)]
    [InlineData("Bakker", false)]
    [InlineData("06-12345678", true)]
    [InlineData("12-03-1980", false)]
    [InlineData("Lindelaan 12", false)]
    [InlineData("K. de B.", false)]
    public void Some_forms_no_chance_would_write(string form, bool expected) => Assert.Equal(expected, RemovedForms.IsDistinctive(form));

    [Fact]
    public void A_set_of_spans_answers_as_its_members_do()
    {
        var spans = ArbMap.Default.ArbFor<(byte, byte)[]>();
        Check.QuickThrowOnFailure(Prop.ForAll(spans, ArbMap.Default.ArbFor<(byte, byte)>(), (all, asked) =>
        {
            TextSpan[] members = [.. all.Select(s => TextSpan.At(s.Item1, s.Item2 % 9))];
            var span = TextSpan.At(asked.Item1, 1 + (asked.Item2 % 9));
            return new SpanSet(members).Overlaps(span) == members.Any(m => !m.IsEmpty && m.Overlaps(span));
        }));
    }
}
