namespace WooPipeline.Templating;

/// <summary>A function that templates can call. It throws <see cref="TemplateException"/> with what the writer must change.</summary>
/// <param name="arguments">What it was called with, as template values.</param>
public delegate object? TemplateFunction(IReadOnlyList<object?> arguments);
