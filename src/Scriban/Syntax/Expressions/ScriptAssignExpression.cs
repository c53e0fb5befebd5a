using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>An assignment: <c>x = 1</c>, <c>x += 1</c>.</summary>
public sealed class ScriptAssignExpression : ScriptExpression
{
    internal ScriptAssignExpression(ScriptExpression target, ScriptBinaryOperator? compound, ScriptExpression value)
    {
        Target = target;
        CompoundOperator = compound;
        Value = value;
    }

    /// <summary>What is assigned to.</summary>
    public ScriptExpression Target { get; }

    /// <summary>The operator before <c>=</c>, or null.</summary>
    public ScriptBinaryOperator? CompoundOperator { get; }

    /// <summary>The new value.</summary>
    public ScriptExpression Value { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Target, Value];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        object? value;
        if (CompoundOperator is { } op)
        {
            var before = Target.Evaluate(context);
            value = ScriptBinaryOperations.Evaluate(context, Span, op, Target.Span, before, Value.Span, Value.Evaluate(context));
        }
        else
        {
            value = Value.Evaluate(context);
        }

        context.SetValue(Target, value);
        return null;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Target} {CompoundOperator?.ToText()}= {Value}";
}
