namespace Scriban.Syntax;

/// <summary><c>ret value</c>: leaves the function or the page.</summary>
public sealed class ScriptReturnStatement : ScriptStatement
{
    internal ScriptReturnStatement(ScriptExpression? expression) => Expression = expression;

    /// <summary>The result; null for none.</summary>
    public ScriptExpression? Expression { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => Expression is null ? [] : [Expression];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var result = Expression?.Evaluate(context);
        context.FlowState = ScriptFlowState.Return;
        return result;
    }
}
