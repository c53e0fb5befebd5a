using Scriban.Parsing;
using Scriban.Syntax;

namespace Scriban.Tests;

/// <summary>Renders a template of a test as the upstream suite does: errors are the output.</summary>
internal static class TestRun
{
    public static string Render(string text, Action<TemplateContext>? configure = null, LexerOptions? options = null)
    {
        var template = Template.Parse(text, "text", null, options);
        if (template.HasErrors)
        {
            return string.Join('\n', template.Messages);
        }

        var context = new TemplateContext { TemplateLoader = new TestLoader() };
        context.PushGlobal(TestModel.Create());
        configure?.Invoke(context);
        try
        {
            return template.Render(context);
        }
        catch (ScriptRuntimeException ex)
        {
            return ex.Message;
        }
    }
}
