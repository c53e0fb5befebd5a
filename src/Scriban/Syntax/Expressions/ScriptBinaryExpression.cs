using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>An operator between two expressions.</summary>
public sealed class ScriptBinaryExpression : ScriptExpression
{
    internal ScriptBinaryExpression(ScriptExpression left, ScriptBinaryOperator op, ScriptExpression right)
    {
        Left = left;
        Operator = op;
        Right = right;
    }

    /// <summary>The expression before the operator.</summary>
    public ScriptExpression Left { get; }

    /// <summary>The operator.</summary>
    public ScriptBinaryOperator Operator { get; }

    /// <summary>The expression behind the operator.</summary>
    public ScriptExpression Right { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Left, Right];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StackGuard.Check(this);
        var left = Left.Evaluate(context);
        switch (Operator)
        {
            case ScriptBinaryOperator.And:
                return context.ToBool(Left.Span, left) && context.ToBool(Right.Span, Right.Evaluate(context));
            case ScriptBinaryOperator.Or:
                return context.ToBool(Left.Span, left) || context.ToBool(Right.Span, Right.Evaluate(context));
            case ScriptBinaryOperator.EmptyCoalescing:
                return left ?? Right.Evaluate(context);
            case ScriptBinaryOperator.NotEmptyCoalescing:
                return left is null ? null : Right.Evaluate(context);
            default:
                return ScriptBinaryOperations.Evaluate(context, Span, Operator, Left.Span, left, Right.Span, Right.Evaluate(context));
        }
    }

    /// <inheritdoc />
    public override string ToString() => Operator is ScriptBinaryOperator.RangeInclude or ScriptBinaryOperator.RangeExclude
        ? $"{Left}{Operator.ToText()}{Right}"
        : $"{Left} {Operator.ToText()} {Right}";
}
