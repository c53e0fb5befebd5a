namespace WooPipeline.Templating;

/// <summary>A named value of an object that templates see.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">What it is.</param>
public sealed record TemplateMember(string Name, TemplateType Type);
