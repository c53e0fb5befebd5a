namespace WooPipeline.Templating;

/// <summary>What a template that is rendered by name is given.</summary>
/// <param name="Name">The template's name: <c>nota</c>, <c>tabellen/status</c>.</param>
/// <param name="Type">The object whose members are its variables.</param>
public sealed record TemplateModel(string Name, TemplateType Type);
