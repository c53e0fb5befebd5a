namespace Scriban.Syntax;

/// <summary>A variable of the model, the built-ins or the template: <c>name</c>.</summary>
public sealed class ScriptVariableGlobal : ScriptVariable
{
    /// <summary>Creates the variable of a name.</summary>
    public ScriptVariableGlobal(string name)
        : base(name)
    {
    }

    /// <inheritdoc />
    public override object? GetValue(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetGlobal(this);
    }

    /// <inheritdoc />
    public override void SetValue(TemplateContext context, object? valueToSet)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.SetGlobal(this, valueToSet, asReadOnly: false);
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}
