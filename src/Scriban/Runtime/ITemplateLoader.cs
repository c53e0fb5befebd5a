using Scriban.Parsing;

namespace Scriban.Runtime;

/// <summary>Finds and reads the templates that are included.</summary>
public interface ITemplateLoader
{
    /// <summary>The path of a template: the key under which it is cached, and the file in its messages.</summary>
    string? GetPath(TemplateContext context, SourceSpan callerSpan, string templateName);

    /// <summary>The text of a template.</summary>
    string? Load(TemplateContext context, SourceSpan callerSpan, string templatePath);

    /// <summary>The text of a template.</summary>
    ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath);
}
