using System.Diagnostics;
using Scriban.Syntax;

namespace Scriban.Tests;

/// <summary>Templates that try to use up time, memory or the stack, under the settings of a strict host.</summary>
public class HostileTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static TheoryData<string, string> Templates() => new()
    {
        { "endless loop", "{{ while true; end }}" },
        { "endless output", "{{ while true; 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'; end }}" },
        { "endless range", "{{ for x in 1..999999999999; end }}" },
        { "endless loop in a pipe", "{{ 1..2000000000 | array.each do; ret $0; end }}" },
        { "large range as a list", "{{ 1..2000000000 | array.reverse | array.size }}" },
        { "large range printed", "{{ 1..2000000000 }}" },
        { "large range joined", "{{ 1..2000000000 | array.join ',' }}" },
        { "large range sorted", "{{ 1..2000000000 | array.sort }}" },
        { "large range expanded", "{{ func f; end; f ^(1..2000000000) }}" },
        { "large range concatenated", "{{ x = (1..2000000000) + (1..2000000000); x.size }}" },
        { "large list", "{{ x = []; x[2000000000] = 1 }}" },
        { "large list by insertion", "{{ x = [] | array.insert_at 2000000000 1 }}" },
        { "large list by repetition", "{{ x = [1, 2, 3] * 1000000000 }}" },
        { "1 GB string", "{{ 'x' * 1000000000 }}" },
        { "string doubled again and again", "{{ x = 'x'; while true; x = x + x; end }}" },
        { "string interpolated again and again", "{{ x = 'x'; while true; x = $'{x}{x}'; end }}" },
        { "string replaced", "{{ x = 'x' * 1000000; x = x | string.replace 'x' x }}" },
        { "string replaced by expression", "{{ x = 'x' * 1000000; x = x | regex.replace 'x' x }}" },
        { "string padded", "{{ 'x' | string.pad_left 2000000000 }}" },
        { "string captured", "{{ x = 'x'; while true; capture x; x; x; end; end }}" },
        { "number of endless digits", "{{ x = 10; while true; x = x * x; end }}" },
        { "number shifted", "{{ 1 << 2000000000 }}" },
        { "number formatted", "{{ 1 | math.format 'D999999999' }}" },
        { "recursion", "{{ func f; f; end; f }}" },
        { "recursion of parameters", "{{ func f(x); ret f(x + 1); end; f(1) }}" },
        { "recursion of pipes", "{{ func f; ret $0 | f; end; 1 | f }}" },
        { "recursion of wraps", "{{ func f; wrap f; $$; end; end; wrap f; 1; end }}" },
        { "recursion of evaluation", "{{ x = 'object.eval x'; object.eval x }}" },
        { "recursion of template evaluation", "{{ x = '{{ object.eval_template x }}'; object.eval_template x }}" },
        { "include cycle", "{{ include 'ping' }}" },
        { "regular expression", "{{ 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' | regex.match '^(a+)+$' }}" },
        { "reference loop", "{{ x = {}; x.x = x; x }}" },
        { "array in itself", "{{ x = []; x[0] = x; x }}" },
        { "array in itself compared", "{{ x = []; x[0] = x; y = []; y[0] = y; x == y }}" },
        { "reference loop as JSON", "{{ x = {}; x.x = x; x | object.to_json }}" },
        { "deep JSON", "{{ ('[' * 100000) | object.from_json }}" },
    };

    [Theory]
    [MemberData(nameof(Templates))]
    public void Ends_with_a_clear_error(string name, string text)
    {
        var template = Template.Parse(text, name);
        Assert.False(template.HasErrors, template.Messages.ToString());
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var context = Strict(time.Token);
        var watch = Stopwatch.StartNew();
        var error = Assert.ThrowsAny<ScriptRuntimeException>(() => template.Render(context));
        Assert.NotEmpty(error.OriginalMessage);
        Assert.NotNull(error.Span.FileName);
        Assert.True(watch.Elapsed < Patience, $"{name} took {watch.Elapsed}");
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("{a:")]
    [InlineData("!")]
    [InlineData("-")]
    [InlineData("1+(")]
    [InlineData("f(")]
    [InlineData("x[")]
    [InlineData("true?")]
    [InlineData("$\"{")]
    [InlineData("if true;")]
    [InlineData("for x in y;")]
    [InlineData("do;")]
    [InlineData("case 1; when 1;")]
    public void Deep_nesting_is_a_parse_error_with_a_place(string opening)
    {
        var text = "{{ x = " + string.Concat(Enumerable.Repeat(opening, 100_000));
        var template = Template.Parse(opening.EndsWith(';') && !opening.StartsWith("do", StringComparison.Ordinal) ? text.Replace("x = ", "", StringComparison.Ordinal) : text, "deep");
        Assert.True(template.HasErrors);
        Assert.All(template.Messages, x => Assert.Equal("deep", x.Span.FileName));
    }

    [Theory]
    [InlineData("1", " + 1")]
    [InlineData("x", ".x")]
    [InlineData("x", "[0]")]
    [InlineData("'a'", " | string.strip")]
    [InlineData("1 == 1", " && true")]
    [InlineData("if false", "; else if false")]
    public void Long_chains_render_or_fail_clearly(string start, string link)
    {
        var close = start.StartsWith("if", StringComparison.Ordinal) ? "; end" : "";
        var template = Template.Parse("{{ x = {}; " + start + string.Concat(Enumerable.Repeat(link, 100_000)) + close + " }}", "chain");
        if (!template.HasErrors)
        {
            try
            {
                template.Render(Strict(CancellationToken.None));
            }
            catch (ScriptRuntimeException ex)
            {
                Assert.NotEmpty(ex.OriginalMessage);
            }
        }
    }

    [Fact]
    public void Long_texts_are_read_in_a_time_that_grows_with_their_length()
    {
        var watch = Stopwatch.StartNew();
        const int Many = 200_000;
        string[] texts =
        [
            "{{ 1" + new string('\n', Many) + "2 }}",
            "{{ [" + new string('\n', Many) + "] }}",
            string.Concat(Enumerable.Repeat("{%", Many)),
            string.Concat(Enumerable.Repeat("{ %{", Many)),
            "{{ " + new string('9', Many) + " }}",
            "{{ 0x" + new string('F', Many) + " }}",
            "{{ '" + string.Concat(Enumerable.Repeat("<script>", Many)) + "' | html.strip }}",
            "{{ '" + string.Concat(Enumerable.Repeat("<a b=\"", Many)) + "' | html.strip }}",
            string.Concat(Enumerable.Repeat("{{ 1 -}} ", Many)),
        ];
        foreach (var text in texts)
        {
            var template = Template.Parse(text, "long");
            if (!template.HasErrors)
            {
                template.Render(Strict(CancellationToken.None));
            }
        }

        Assert.True(watch.Elapsed < Patience, $"took {watch.Elapsed}");
    }

    private static TemplateContext Strict(CancellationToken cancellation) => new()
    {
        LoopLimit = 0,
        LimitToString = 0,
        StrictVariables = true,
        RegexTimeOut = TimeSpan.FromSeconds(1),
        TemplateLoader = new TestLoader(),
        CancellationToken = cancellation,
    };
}
