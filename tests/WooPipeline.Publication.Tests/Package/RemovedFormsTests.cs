using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using WooPipeline.Documents;
using WooPipeline.Publication.Verification;

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

    [Theory]
    [InlineData("12-04-1978")]
    [InlineData("1978-04-12")]
    [InlineData("12-04-1978 10:30")]
    [InlineData("2021-03-04 09:15:22")]
    [InlineData("12 april 1978")]
    [InlineData("06-24681357")]
    [InlineData("+31 6 24 68 13 57")]
    [InlineData("070 339 12 34")]
    [InlineData("12-34-56")]
    [InlineData("NL91ABNA0417164300")]
    [InlineData("Jan de Boer")]
    [InlineData("123456782")]
    [InlineData("1.2.3.4")]
    public void What_is_collected_as_distinctive_is_searched_as_distinctive(string form)
    {
        // The two share no code on purpose; this keeps them of one mind. The search may know more forms than the collection, never fewer.
        var searched = new SearchForm(1, [.. Folding.Words(form)], ImmutableDictionary<string, int>.Empty);

        Assert.True(searched.IsDistinctive || !RemovedForms.IsDistinctive(form));
        Assert.False(IsDigitsOfADate(form) && searched.IsDistinctive);
    }

    private static bool IsDigitsOfADate(string form) => form.StartsWith("12-04-", StringComparison.Ordinal) || form.StartsWith("1978-", StringComparison.Ordinal) || form.StartsWith("2021-", StringComparison.Ordinal);
}
