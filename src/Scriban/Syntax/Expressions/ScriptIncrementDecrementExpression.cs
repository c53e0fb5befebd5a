using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>++x</c>, <c>--x</c>, <c>x++</c> or <c>x--</c>.</summary>
public sealed class ScriptIncrementDecrementExpression : ScriptExpression
{
    internal ScriptIncrementDecrementExpression(ScriptUnaryOperator op, ScriptExpression target, bool isPostfix)
    {
        Operator = op;
        Right = target;
        Post = isPostfix;
    }

    /// <summary>Increment or decrement.</summary>
    public ScriptUnaryOperator Operator { get; }

    /// <summary>The variable, member or item.</summary>
    public ScriptExpression Right { get; }

    /// <summary>Whether the value is that of before the change.</summary>
    public bool Post { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Right];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var before = Right.Evaluate(context);
        var op = Operator == ScriptUnaryOperator.Increment ? ScriptBinaryOperator.Add : ScriptBinaryOperator.Subtract;
        var after = ScriptBinaryOperations.Evaluate(context, Right.Span, op, Right.Span, before ?? 0, Right.Span, 1);
        context.SetValue(Right, after);
        return Post ? before : after;
    }

    /// <inheritdoc />
    public override string ToString() => Post ? Right + Operator.ToText() : Operator.ToText() + Right;
}
