namespace Scriban.Syntax;

/// <summary><c>readonly variable</c>: no later assignment is allowed.</summary>
public sealed class ScriptReadOnlyStatement : ScriptStatement
{
    internal ScriptReadOnlyStatement(ScriptVariable variable) => Variable = variable;

    /// <summary>The variable.</summary>
    public ScriptVariable Variable { get; }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Variable];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.SetReadOnly(Variable);
        return null;
    }
}
