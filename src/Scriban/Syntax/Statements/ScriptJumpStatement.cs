namespace Scriban.Syntax;

/// <summary><c>break</c> or <c>continue</c>.</summary>
public abstract class ScriptJumpStatement : ScriptStatement
{
    private readonly string _name;
    private readonly ScriptFlowState _state;

    private protected ScriptJumpStatement(string name, ScriptFlowState state)
    {
        _name = name;
        _state = state;
    }

    /// <inheritdoc />
    public override bool CanOutput => false;

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.IsInLoop)
        {
            context.FlowState = _state;
        }
        else if (context.EnableBreakAndContinueAsReturnOutsideLoop)
        {
            context.FlowState = ScriptFlowState.Return;
        }
        else
        {
            throw new ScriptRuntimeException(Span, $"The <{_name}> statement can only be used inside for/while loops");
        }

        return null;
    }
}
