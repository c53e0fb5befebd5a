using Scriban.Parsing;
using Scriban.Runtime;

namespace Scriban.Tests;

/// <summary>Templates that tests include.</summary>
internal sealed class TestLoader : ITemplateLoader
{
    private readonly Dictionary<string, string> _templates = new(StringComparer.Ordinal)
    {
        ["plain"] = "plain text",
        ["arguments"] = "[{{ $0 }},{{ $1 }},{{ $.size }}]",
        ["global"] = "{{ y = y + 1 ~}}\nvalue {{ y }}",
        ["lines"] = "one\ntwo\nthree",
        ["begin"] = "<{{ 1 }}>",
        ["end"] = "</{{ 1 }}>",
        ["separator"] = "|",
        ["nothing"] = "",
        ["returns"] = "before{{ ret }}after",
        ["itself"] = "{{ include 'itself' }}",
        ["ping"] = "{{ include 'pong' }}",
        ["pong"] = "{{ include 'ping' }}",
        ["broken"] = "{{ if }}",
        ["failing"] = "line\n{{ missing.member }}",
    };

    public string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) => templateName == "nowhere" ? null : templateName;

    public string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        _templates.TryGetValue(templatePath, out var text) ? text : throw new FileNotFoundException("no such template");

    public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) =>
        new(Load(context, callerSpan, templatePath));
}
