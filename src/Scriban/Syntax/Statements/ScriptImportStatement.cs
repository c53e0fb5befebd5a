namespace Scriban.Syntax;

/// <summary><c>import object</c>: makes the members of an object variables.</summary>
public sealed class ScriptImportStatement : ScriptStatement
{
    internal ScriptImportStatement(ScriptExpression expression) => Expression = expression;

    /// <summary>The object.</summary>
    public ScriptExpression Expression { get; }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Expression];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Import(Expression.Span, Expression.Evaluate(context));
        return null;
    }
}
