namespace Scriban.Syntax;

/// <summary>A name that stands for a value.</summary>
public abstract class ScriptVariable : ScriptExpression, IScriptVariablePath
{
    private protected ScriptVariable(string name) => Name = name;

    /// <summary>The name, without <c>$</c>.</summary>
    public string Name { get; }

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.CallIfFunction(GetValue(context), this);
    }

    /// <inheritdoc />
    public abstract object? GetValue(TemplateContext context);

    /// <inheritdoc />
    public abstract void SetValue(TemplateContext context, object? valueToSet);
}
