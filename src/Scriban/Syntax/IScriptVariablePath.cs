namespace Scriban.Syntax;

/// <summary>An expression that names a place, so a value can be read from it without calling it, and written to it.</summary>
public interface IScriptVariablePath
{
    /// <summary>Reads the value; a function is returned, not called.</summary>
    object? GetValue(TemplateContext context);

    /// <summary>Writes the value.</summary>
    void SetValue(TemplateContext context, object? valueToSet);
}
