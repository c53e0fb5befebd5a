namespace Scriban.Syntax;

/// <summary>An expression as a statement; its value is printed unless it is an assignment.</summary>
public sealed class ScriptExpressionStatement : ScriptStatement
{
    internal ScriptExpressionStatement(ScriptExpression expression) => Expression = expression;

    /// <summary>The expression.</summary>
    public ScriptExpression Expression { get; }

    /// <inheritdoc />
    public override bool CanOutput => Expression is not ScriptAssignExpression;

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Expression];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context) => Expression.Evaluate(context);
}
