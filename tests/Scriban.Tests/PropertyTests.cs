using FsCheck;
using FsCheck.Fluent;
using Scriban.Syntax;

namespace Scriban.Tests;

/// <summary>What must hold for any template, made at random from pieces of the language.</summary>
public class PropertyTests
{
    private const int Runs = 3000;

    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", "\n", " ", " ", ";", "text", "x", "y", "$z", "$", "$0", "$$", "1", "2.5", "-1", "0x1F", "1e3", "9999999999",
        "\"a\"", "'b'", "`c`", "$\"{x}d\"", "$'{", "\"", "'", "true", "false", "null", "empty", "this", "+", "-", "*", "/", "//", "%", "<<", ">>", "==", "!=", "<", ">",
        "&&", "||", "??", "?!", "?", ":", "?.", ".", "..", "..<", "...", "=", "+=", "++", "--", "!", "^", "@", "|", "&", "(", ")", "[", "]", "{", "}", ",", "#", "##", "\\",
        "if", "else", "end", "for", "in", "while", "case", "when", "func", "ret", "do", "capture", "with", "wrap", "import", "readonly", "break", "continue", "tablerow",
        "for x in [1,2]", "end }}", "{{ end }}", "{{ x }}", "x = 1", "[1, 2]", "{a: 1}", "func f; ret $0; end", "f 1", "| f", "limit:", "reversed", "for.index", "while.first",
        "include 'plain'", "include", "| string.size", "| array.sort", "| array.map 'a'", "| math.plus 1", "| date.parse", "| date.to_string '%Y'", "| object.to_json", "| object.eval",
        "| regex.match 'a'", "| array.each @string.upcase", "| string.slice", "| array.join ','", "| object.keys", "| timespan.parse", "| html.strip", "products", "product.title", "x.y", "x[0]",
    ];

    private static readonly Gen<string> Templates =
        from pieces in Gen.NonEmptyListOf(Gen.Elements(Pieces))
        from spaced in Gen.Elements(" ", "", " ")
        from inCode in Gen.Elements(true, true, false)
        select inCode ? "{{ " + string.Join(spaced, pieces) + " }}" : string.Join(spaced, pieces);

    [Fact]
    public void Parse_errors_have_a_place_inside_the_template() => Check(text =>
    {
        var lines = text.Split('\n');
        foreach (var message in Template.Parse(text, "file").Messages)
        {
            Assert.Equal("file", message.Span.FileName);
            Assert.InRange(message.Span.Start.Line, 0, lines.Length - 1);
            Assert.InRange(message.Span.Start.Column, 0, lines[message.Span.Start.Line].Length);
            Assert.InRange(message.Span.Start.Offset, 0, text.Length);
        }
    });

    [Fact]
    public void Rendering_throws_only_the_errors_of_the_engine() => Check(text =>
    {
        var template = Template.Parse(text, "file");
        if (template.HasErrors)
        {
            return;
        }

        try
        {
            template.Render(Context());
        }
        catch (ScriptRuntimeException ex)
        {
            Assert.False(string.IsNullOrEmpty(ex.Span.FileName), $"no place: {ex.Message}");
        }
    });

    [Fact]
    public void Template_that_follows_the_grammar_parses_and_renders_the_same_twice() =>
        Prop.ForAll(TemplateGenerator.Templates.ToArbitrary(), text =>
        {
            var template = Template.Parse(text, "file");
            Assert.False(template.HasErrors, template.Messages.ToString());
            Assert.Equal(Outcome(template), Outcome(template));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs));

    [Fact]
    public void Every_built_in_takes_any_arguments_or_fails_clearly()
    {
        string[] values = ["null", "1", "-3", "2.5", "'a'", "''", "[1, 'b', null]", "[]", "{a: 1}", "1..3", "true", "@string.upcase", "(date.parse '2020-01-02')", "(timespan.from_days 1)"];
        var random = new Random(1);
        foreach (var name in BuiltIns.Names())
        {
            for (var i = 0; i < 60; i++)
            {
                var arguments = string.Join(' ', Enumerable.Range(0, random.Next(5)).Select(_ => values[random.Next(values.Length)]).Select(x => x[0] == '-' ? $"({x})" : x));
                var template = Template.Parse($"{{{{ {name} {arguments} }}}}", "file");
                Assert.False(template.HasErrors, $"{name} {arguments}: {template.Messages}");
                Outcome(template);
            }
        }
    }

    private static string Outcome(Template template)
    {
        try
        {
            return template.Render(Context());
        }
        catch (ScriptRuntimeException ex)
        {
            Assert.False(string.IsNullOrEmpty(ex.Span.FileName), $"no place: {ex.Message}");
            return ex.Message;
        }
    }

    private static TemplateContext Context()
    {
        // Functions that call themselves twice take a time that doubles with each level.
        var context = new TemplateContext { TemplateLoader = new TestLoader(), RegexTimeOut = TimeSpan.FromSeconds(1), RecursiveLimit = 6, LoopLimit = 100 };
        context.PushGlobal(TestModel.Create());
        return context;
    }

    private static void Check(Action<string> property) =>
        Prop.ForAll(Templates.ToArbitrary(), text => property(text)).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithEndSize(40));
}
