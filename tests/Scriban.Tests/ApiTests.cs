using System.Globalization;
using System.Text.Json;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Scriban.Tests;

/// <summary>The classes a host uses, as the package's documentation shows them.</summary>
public class ApiTests
{
    [Fact]
    public void Template_renders_an_anonymous_object() =>
        Assert.Equal("This is a Hello World template", Template.Parse("This is a {{ name }} template").Render(new { name = "Hello World" }));

    [Fact]
    public void Template_renders_a_dictionary() =>
        Assert.Equal("1", Template.Parse("{{ a }}").Render(new Dictionary<string, object> { ["a"] = 1 }));

    [Fact]
    public void Renamer_keeps_names() =>
        Assert.Equal("x y", Template.Parse("{{ MyName }} {{ Inner.MyName }}").Render(new Outer("x", new Inner("y")), x => x.Name));

    [Fact]
    public void Filter_hides_members() =>
        Assert.Equal("[] y", Template.Parse("[{{ my_name }}] {{ inner.my_name }}").Render(new Outer("x", new Inner("y")), null, x => x.DeclaringType != typeof(Outer) || x.Name != "MyName"));

    [Fact]
    public void Members_of_objects_get_standard_names() =>
        Assert.Equal("x y []", Template.Parse("{{ o.my_name }} {{ o.inner.my_name }} [{{ o.hidden }}]").Render(new { o = new Outer("x", new Inner("y")) }));

    [Theory]
    [InlineData("MyMethodIsNice", "my_method_is_nice")]
    [InlineData("HTMLPage", "htmlpage")]
    [InlineData("already_so", "already_so")]
    [InlineData("Base64Encode", "base64_encode")]
    public void Standard_names(string name, string expected) => Assert.Equal(expected, StandardMemberRenamer.Rename(name));

    [Fact]
    public void Script_object_imports_functions()
    {
        var model = new ScriptObject();
        model.Import("greet", new Func<string, string>(x => $"Hi {x}"));
        model.Import("culture", new Func<TemplateContext, string>(x => x.CurrentCulture.Name));
        model.Import(typeof(Functions));
        var context = new TemplateContext();
        context.PushGlobal(model);
        context.PushCulture(CultureInfo.GetCultureInfo("nl-NL"));
        Assert.Equal(
            "Hi you nl-NL Hi me hello test with option: hello test with option:x this,is,a,test",
            Template.Parse("{{ greet 'you' }} {{ culture }} {{ 'me' | greet }} {{ hello_opt 'test' }} {{ hello_opt 'test' option: 'x' }} {{ hello_args 'this' 'is' 'a' 'test' }}").Render(context));
    }

    [Fact]
    public void Type_derived_from_script_object_has_its_static_members()
    {
        var context = new TemplateContext();
        context.PushGlobal(new OwnFunctions());
        Assert.Equal("hello [] 5", Template.Parse("{{ hello }} [{{ not_imported }}] {{ constant }}").Render(context));
    }

    [Fact]
    public void Stack_of_globals_reads_from_top_to_bottom_and_writes_on_top()
    {
        var (bottom, top) = (new ScriptObject { ["a"] = 1, ["b"] = 1 }, new ScriptObject { ["b"] = 2 });
        var context = new TemplateContext();
        context.PushGlobal(bottom);
        context.PushGlobal(top);
        Assert.Equal("125", Template.Parse("{{ a }}{{ b }}{{ b = 5; a = 6; b }}").Render(context));
        Assert.Equal(5, top["b"]);
        Assert.Equal(1, bottom["a"]);
        Assert.Same(top, context.PopGlobal());
        Assert.Same(bottom, context.CurrentGlobal);
    }

    [Fact]
    public void Readonly_members_cannot_be_set()
    {
        var model = new ScriptObject();
        model.SetValue("x", 1, true);
        var context = new TemplateContext();
        context.PushGlobal(model);
        var error = Assert.Throws<ScriptRuntimeException>(() => Template.Parse("{{ x = 2 }}", "f").Render(context));
        Assert.Equal("f(1,4) : error : Cannot set the readonly variable `x`", error.Message);
        Assert.Equal("Cannot set the readonly variable `x`", error.OriginalMessage);
    }

    [Fact]
    public void Evaluate_gives_the_value()
    {
        Assert.Equal(27, Template.Evaluate("var1 * 5 + 2", new { var1 = 5 }));
        var options = new LexerOptions { Mode = ScriptMode.ScriptOnly };
        Assert.Equal(11, Template.Parse("y = x + 1; y;", lexerOptions: options).Evaluate(new { x = 10 }));
        Assert.Equal(5, Template.Parse("{{ ret 5 }}").Evaluate());
        Assert.Equal("5", Template.Parse("{{ ret 5 }}").Render());
        Assert.Equal("{{ ret 5 }}", Template.Parse("{{ ret 5 }}").ToText());
    }

    [Fact]
    public void Front_matter_is_apart_from_the_content()
    {
        const string Text = "+++\ntitle = 'a'\n+++\nText {{ title }}";
        var template = Template.Parse(Text, "f", null, new LexerOptions { Mode = ScriptMode.FrontMatterAndContent });
        Assert.False(template.HasErrors, template.Messages.ToString());
        var context = new TemplateContext();
        template.Page.FrontMatter!.Evaluate(context);
        Assert.Equal("Text a", template.Render(context));
        Assert.Equal(Text.IndexOf("Text", StringComparison.Ordinal), template.Page.FrontMatter.TextPositionAfterEndMarker.Offset);

        var only = Template.Parse(Text + "{{ broken", "f", null, new LexerOptions { Mode = ScriptMode.FrontMatterOnly });
        Assert.False(only.HasErrors);
        Assert.Empty(only.Page.Body.Statements);
    }

    [Fact]
    public void Other_languages_are_a_clear_error()
    {
        Assert.Equal("f(1,1) : error : The Liquid language is not supported. Only the native language of Scriban is", Template.ParseLiquid("{{ x }}", "f").Messages.ToString());
        var scientific = Template.Parse("{{ 2 x }}", "f", null, new LexerOptions { Lang = ScriptLang.Scientific });
        Assert.True(scientific.HasErrors);
        Assert.Throws<InvalidOperationException>(() => scientific.Render());
    }

    [Fact]
    public void Output_goes_to_a_writer()
    {
        using var writer = new StringWriter();
        var context = new TemplateContext();
        context.PushOutput(new TextWriterOutput(writer));
        Template.Parse("a{{ 1 }}b").Render(context);
        Assert.Equal("a1b", writer.ToString());
    }

    [Fact]
    public void Strict_variables_name_what_is_missing_and_where()
    {
        var context = new TemplateContext { StrictVariables = true };
        context.PushGlobal(new ScriptObject { ["organisatie"] = "x" });
        var error = Assert.Throws<ScriptRuntimeException>(() => Template.Parse("\n {{ organisaite }}", "brief").Render(context));
        Assert.Equal("brief(2,5) : error : The variable or function `organisaite` was not found", error.Message);
    }

    [Fact]
    public void Relaxed_and_strict_access()
    {
        static string Run(string text, Action<TemplateContext> configure) => TestRun.Render(text, configure);
        Assert.Equal("[]", Run("[{{ x.y }}]", x => x.EnableRelaxedTargetAccess = true));
        Assert.Equal("text(1,12) : error : Cannot get member with name nothing.", Run("{{ product.nothing }}", x => x.EnableRelaxedMemberAccess = false));
        Assert.Equal("[]", Run("[{{ nothing 1 }}]", x => x.EnableRelaxedFunctionAccess = true));
        Assert.Equal("[]", Run("[{{ y = [1]; y[null] }}]", x => x.EnableNullIndexer = true));
        Assert.StartsWith("text(1,15) : error : ", Run("{{ y = [1]; y[5] }}", x => x.EnableRelaxedIndexerAccess = false), StringComparison.Ordinal);
        Assert.Equal("a", Run("a{{ break }}b", x => x.EnableBreakAndContinueAsReturnOutsideLoop = true));
    }

    [Fact]
    public void Hooks_supply_variables_and_members()
    {
        var result = TestRun.Render("{{ unknown }} {{ product.unknown }}", context =>
        {
            context.TryGetVariable = (TemplateContext _, SourceSpan _, ScriptVariable variable, out object? value) => (value = variable.Name + "!") is not null;
            context.TryGetMember = (TemplateContext _, SourceSpan _, object _, string member, out object? value) => (value = member + "?") is not null;
        });
        Assert.Equal("unknown! unknown?", result);
    }

    [Fact]
    public void Errors_can_be_rendered() =>
        Assert.Equal("a[text(1,7)]b", TestRun.Render("a{{ x.y }}b", x => x.RenderRuntimeException = ex => $"[{ex.Span.ToStringSimple()}]"));

    [Fact]
    public void Limits_of_upstream_are_the_defaults()
    {
        var context = new TemplateContext();
        Assert.Equal((1000, 100, 1_048_576, 20), (context.LoopLimit, context.RecursiveLimit, context.LimitToString, context.ObjectRecursionLimit));
        Assert.Equal(TimeSpan.FromSeconds(10), context.RegexTimeOut);
    }

    [Fact]
    public void Long_text_is_cut_at_the_limit_and_not_without_one()
    {
        var model = new { text = new string('x', 2_000_000) };
        Assert.Equal(1_048_576 + 3, Template.Parse("{{ text }}").Render(model).Length);
        var context = new TemplateContext { LimitToString = 0 };
        context.PushGlobal(ScriptObject.From(model));
        Assert.Equal(2_000_000, Template.Parse("{{ text }}").Render(context).Length);
    }

    [Fact]
    public void Loops_without_limit()
    {
        Assert.Equal("2000", TestRun.Render("{{ n = 0; for x in 1..2000; n = n + 1; end; n }}", x => x.LoopLimit = 0));
        Assert.Contains("Exceeding number of iteration limit `1000`", TestRun.Render("{{ n = 0; while true; n = n + 1; end }}"), StringComparison.Ordinal);
    }

    [Fact]
    public void Cancellation_aborts()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var context = new TemplateContext { CancellationToken = source.Token };
        Assert.Throws<ScriptAbortException>(() => Template.Parse("{{ for x in 1..3; end }}").Render(context));
    }

    [Fact]
    public void Json_is_a_model()
    {
        using var document = JsonDocument.Parse("""{ "foo": "bar", "list": [1, { "a": 2.5 }] }""");
        Assert.Equal("bar 2.5", Template.Parse("{{ foo }} {{ list[1].a }}").Render(document.RootElement));
        Assert.Equal("bar", Template.Parse("{{ json.foo }}").Render(new { json = document.RootElement }));
    }

    [Fact]
    public void Context_can_be_used_again_after_an_error()
    {
        var context = new TemplateContext();
        context.PushGlobal(new ScriptObject());
        Assert.Throws<ScriptRuntimeException>(() => Template.Parse("a{{ for x in 1..3; capture y; z.z; end; end }}").Render(context));
        context.Reset();
        Assert.Equal("b", Template.Parse("b").Render(context));
    }

    [Fact]
    public void One_template_renders_on_many_threads()
    {
        var template = Template.Parse("{{ func f(x); ret x * 2; end; for i in 1..50; f i; ','; end }}");
        var expected = template.Render();
        Parallel.For(0, 200, _ => Assert.Equal(expected, template.Render()));
    }

    [Fact]
    public void Tree_can_be_walked()
    {
        var template = Template.Parse("{{ include 'a'; for x in y; x.z | f 1; end }}");
        var names = new NameCollector();
        names.Visit(template.Page);
        Assert.Equal(["include", "x", "y", "x", "z", "f"], names.Found);
    }

    private sealed record Outer(string MyName, Inner Inner)
    {
        [ScriptMemberIgnore]
        public string Hidden => "hidden";
    }

    private sealed record Inner(string MyName);

    private static class Functions
    {
        public static string HelloOpt(string text, string? option = null) => $"hello {text} with option:{option}";

        public static string HelloArgs(params object[] args) => string.Join(',', args);
    }

    private sealed class OwnFunctions : ScriptObject
    {
        public const int Constant = 5;

        public static string Hello() => "hello";

        [ScriptMemberIgnore]
        public static string NotImported() => "no";
    }

    private sealed class NameCollector : ScriptVisitor
    {
        public List<string> Found { get; } = [];

        public override void Visit(ScriptVariableGlobal node) => Found.Add(node.Name);
    }
}
