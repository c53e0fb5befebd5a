namespace Scriban.Syntax;

/// <summary>The object that variables are written to: <c>this</c>.</summary>
public sealed class ScriptThisExpression : ScriptExpression, IScriptVariablePath
{
    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context) => GetValue(context);

    /// <inheritdoc />
    public object? GetValue(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.CurrentGlobal;
    }

    /// <inheritdoc />
    public void SetValue(TemplateContext context, object? valueToSet) =>
        throw new ScriptRuntimeException(Span, "Cannot set this variable");

    /// <inheritdoc />
    public override string ToString() => "this";
}
