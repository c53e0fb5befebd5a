namespace Scriban.Syntax;

/// <summary><c>continue</c>: goes on with the next step of the loop.</summary>
public sealed class ScriptContinueStatement : ScriptJumpStatement
{
    internal ScriptContinueStatement()
        : base("continue", ScriptFlowState.Continue)
    {
    }
}
