using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>An operator before an expression: <c>!x</c>, <c>-x</c>, <c>@f</c>, <c>^list</c>.</summary>
public sealed class ScriptUnaryExpression : ScriptExpression
{
    internal ScriptUnaryExpression(ScriptUnaryOperator op, ScriptExpression right)
    {
        Operator = op;
        Right = right;
    }

    /// <summary>The operator.</summary>
    public ScriptUnaryOperator Operator { get; }

    /// <summary>The expression behind it.</summary>
    public ScriptExpression Right { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Right];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StackGuard.Check(this);
        switch (Operator)
        {
            case ScriptUnaryOperator.Not:
                return !context.ToBool(Right.Span, Right.Evaluate(context));
            case ScriptUnaryOperator.FunctionAlias:
                return Right is IScriptVariablePath path ? path.GetValue(context) : Right.Evaluate(context);
            case ScriptUnaryOperator.FunctionParametersExpand:
                return Right.Evaluate(context);
            default:
                return ScriptArithmetic.Sign(context, Right.Span, Operator, Right.Evaluate(context));
        }
    }

    /// <inheritdoc />
    public override string ToString() => Operator.ToText() + Right;
}
