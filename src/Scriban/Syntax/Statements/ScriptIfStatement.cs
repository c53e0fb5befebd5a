namespace Scriban.Syntax;

/// <summary><c>if condition ... else ... end</c>; an <c>else if</c> is an if in <see cref="Else"/>.</summary>
public sealed class ScriptIfStatement : ScriptStatement
{
    internal ScriptIfStatement(ScriptExpression condition, ScriptBlockStatement then, ScriptStatement? otherwise)
    {
        Condition = condition;
        Then = then;
        Else = otherwise;
    }

    /// <summary>The condition.</summary>
    public ScriptExpression Condition { get; }

    /// <summary>What is done where the condition holds.</summary>
    public ScriptBlockStatement Then { get; }

    /// <summary>What is done where it doesn't; null for nothing.</summary>
    public ScriptStatement? Else { get; internal set; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => Else is null ? [Condition, Then] : [Condition, Then, Else];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var current = this;
        while (!context.ToBool(current.Condition.Span, current.Condition.Evaluate(context)))
        {
            if (current.Else is not ScriptIfStatement next)
            {
                return current.Else?.Evaluate(context);
            }

            current = next;
        }

        return current.Then.Evaluate(context);
    }
}
