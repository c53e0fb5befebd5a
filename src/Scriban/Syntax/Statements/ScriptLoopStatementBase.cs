namespace Scriban.Syntax;

/// <summary>A loop.</summary>
public abstract class ScriptLoopStatementBase : ScriptStatement
{
    private protected ScriptLoopStatementBase(ScriptBlockStatement body) => Body = body;

    /// <summary>What is repeated.</summary>
    public ScriptBlockStatement Body { get; }

    /// <summary>Does one step.</summary>
    /// <returns>False where the loop must end.</returns>
    private protected bool Step(TemplateContext context, ref object? result)
    {
        context.StepLoop(this);
        result = Body.Evaluate(context);
        switch (context.FlowState)
        {
            case ScriptFlowState.Return:
                return false;
            case ScriptFlowState.Break:
                context.FlowState = ScriptFlowState.None;
                return false;
            default:
                context.FlowState = ScriptFlowState.None;
                return true;
        }
    }
}
