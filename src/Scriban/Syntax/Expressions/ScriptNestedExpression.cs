using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>An expression in parentheses.</summary>
public sealed class ScriptNestedExpression : ScriptExpression, IScriptVariablePath
{
    internal ScriptNestedExpression(ScriptExpression expression) => Expression = expression;

    /// <summary>The expression between the parentheses.</summary>
    public ScriptExpression Expression { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Expression];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StackGuard.Check(this);
        return Expression.Evaluate(context);
    }

    /// <inheritdoc />
    public object? GetValue(TemplateContext context) =>
        Expression is IScriptVariablePath path ? path.GetValue(context) : Evaluate(context);

    /// <inheritdoc />
    public void SetValue(TemplateContext context, object? valueToSet)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.SetValue(Expression, valueToSet);
    }

    /// <inheritdoc />
    public override string ToString() => $"({Expression})";
}
