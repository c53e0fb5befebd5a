using System.Collections.Immutable;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>Statements one after the other.</summary>
public sealed class ScriptBlockStatement : ScriptStatement
{
    internal ScriptBlockStatement(ImmutableArray<ScriptStatement> statements) => Statements = statements;

    /// <summary>The statements.</summary>
    public ImmutableArray<ScriptStatement> Statements { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => Statements;

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StackGuard.Check(this);
        object? result = null;
        foreach (var statement in Statements)
        {
            result = context.RenderRuntimeException is null ? statement.Evaluate(context) : EvaluateGuarded(context, statement);
            if (context.FlowState != ScriptFlowState.None)
            {
                break;
            }

            if (!statement.CanOutput)
            {
                result = null;
            }
            else if (result is not null && context.EnableOutput)
            {
                context.Write(statement.Span, result);
                result = null;
            }
        }

        return result;
    }

    private static object? EvaluateGuarded(TemplateContext context, ScriptStatement statement)
    {
        try
        {
            return statement.Evaluate(context);
        }
        catch (ScriptRuntimeException ex) when (ex is not ScriptAbortException)
        {
            return context.RenderRuntimeException!(ex);
        }
    }
}
