using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>condition ? then : else</c></summary>
public sealed class ScriptConditionalExpression : ScriptExpression
{
    internal ScriptConditionalExpression(ScriptExpression condition, ScriptExpression thenValue, ScriptExpression elseValue)
    {
        Condition = condition;
        ThenValue = thenValue;
        ElseValue = elseValue;
    }

    /// <summary>The condition.</summary>
    public ScriptExpression Condition { get; }

    /// <summary>The value where the condition holds.</summary>
    public ScriptExpression ThenValue { get; }

    /// <summary>The value where it doesn't.</summary>
    public ScriptExpression ElseValue { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Condition, ThenValue, ElseValue];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StackGuard.Check(this);
        return context.ToBool(Condition.Span, Condition.Evaluate(context)) ? ThenValue.Evaluate(context) : ElseValue.Evaluate(context);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Condition} ? {ThenValue} : {ElseValue}";
}
