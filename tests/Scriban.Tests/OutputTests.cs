using Scriban.Runtime;

namespace Scriban.Tests;

/// <summary>Indents, limits and the shapes of what is printed.</summary>
public class OutputTests
{
    private const string Lines = "  {{ \"a\\n\\nb\" }}\n";

    [Fact]
    public void Lines_of_a_value_are_indented() => Assert.Equal("  a\n  \n  b\n", TestRun.Render(Lines));

    [Fact]
    public void Empty_lines_may_stay_empty() => Assert.Equal("  a\n\n  b\n", TestRun.Render(Lines, x => x.IndentOnEmptyLines = false));

    [Fact]
    public void Indent_can_be_switched_off() => Assert.Equal("  a\n\nb\n", TestRun.Render(Lines, x => x.AutoIndent = false));

    [Fact]
    public void Long_list_is_cut_and_not_an_error()
    {
        var context = new TemplateContext { LimitToString = 20 };
        context.PushGlobal(new ScriptObject { ["list"] = Enumerable.Range(0, 5000).ToList() });
        Assert.Equal("[0, 1, 2, 3, 4, 5, 6...", Template.Parse("{{ list }}").Render(context)[..23]);
    }

    [Fact]
    public void Lists_of_the_model_may_be_longer_than_loops()
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject { ["list"] = Enumerable.Range(0, 5000), ["items"] = Enumerable.Range(0, 5000).ToArray() });
        Assert.Equal("5000 4999 5000", Template.Parse("{{ list | array.size }} {{ list | array.sort | array.last }} {{ items.size }}").Render(context));
    }

    [Fact]
    public void Range_that_is_made_a_list_counts_as_a_loop() =>
        Assert.Equal("text(1,4) : error : Exceeding number of iteration limit `1000` for a list.", TestRun.Render("{{ 1..2000 | array.reverse }}"));

    [Theory]
    [InlineData(DayOfWeek.Friday, "Friday")]
    [InlineData('c', "c")]
    [InlineData(1.5, "1.5")]
    [InlineData(1e20, "1E+20")]
    [InlineData(true, "true")]
    public void Values_of_dot_net(object value, string expected) => Assert.Equal(expected, Template.Parse("{{ v }}").Render(new { v = value }));

    [Fact]
    public void Structures_of_dot_net()
    {
        var model = new
        {
            dictionary = new Dictionary<string, object?> { ["a"] = 1, ["b"] = null },
            numbers = new Dictionary<int, string> { [1] = "one" },
            pair = new KeyValuePair<string, int>("k", 2),
            array = new[] { 1, 2 },
            date = new DateTime(2022, 12, 29),
            interval = TimeSpan.FromMinutes(90),
        };
        Assert.Equal(
            "{a: 1, b: null} {1: \"one\"} one {k: 2} k 2 [1, 2] 29 Dec 2022 01:30:00 2022",
            Template.Parse("{{ dictionary }} {{ numbers }} {{ numbers[1] }} {{ pair }} {{ pair.key }} {{ pair.value }} {{ array }} {{ date }} {{ interval }} {{ date.year }}").Render(model));
    }
}
