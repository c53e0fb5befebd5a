namespace Scriban.Syntax;

/// <summary>A variable of one page or function: <c>$name</c>, <c>$</c> for the arguments, <c>$$</c> for a wrapped block.</summary>
public sealed class ScriptVariableLocal : ScriptVariable
{
    /// <summary>Creates the variable of a name.</summary>
    public ScriptVariableLocal(string name)
        : base(name)
    {
    }

    /// <inheritdoc />
    public override object? GetValue(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.GetLocal(this);
    }

    /// <inheritdoc />
    public override void SetValue(TemplateContext context, object? valueToSet)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.SetLocal(this, valueToSet, asReadOnly: false);
    }

    /// <inheritdoc />
    public override string ToString() => "$" + Name;
}
