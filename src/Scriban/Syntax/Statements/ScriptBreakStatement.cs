namespace Scriban.Syntax;

/// <summary><c>break</c>: ends the loop.</summary>
public sealed class ScriptBreakStatement : ScriptJumpStatement
{
    internal ScriptBreakStatement()
        : base("break", ScriptFlowState.Break)
    {
    }
}
