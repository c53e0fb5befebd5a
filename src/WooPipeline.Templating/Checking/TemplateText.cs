namespace WooPipeline.Templating;

/// <summary>A text of a user that is rendered like a template.</summary>
/// <param name="Path">What findings call it.</param>
/// <param name="Text">The file's text, its front matter blanked so that lines stay where they are.</param>
/// <param name="Type">The object whose members are its variables.</param>
public sealed record TemplateText(string Path, string Text, TemplateType Type);
