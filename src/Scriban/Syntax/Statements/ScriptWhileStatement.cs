using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>while condition ... end</c></summary>
public sealed class ScriptWhileStatement : ScriptLoopStatementBase
{
    internal ScriptWhileStatement(ScriptExpression condition, ScriptBlockStatement body)
        : base(body) => Condition = condition;

    /// <summary>The condition.</summary>
    public ScriptExpression Condition { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Condition, Body];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        object? result = null;
        var loop = context.EnterLoop(LoopKind.While, LoopSource.Empty, default);
        try
        {
            while (context.ToBool(Condition.Span, Condition.Evaluate(context)))
            {
                loop.Count();
                if (!Step(context, ref result))
                {
                    break;
                }
            }
        }
        finally
        {
            context.ExitLoop();
        }

        return result;
    }
}
