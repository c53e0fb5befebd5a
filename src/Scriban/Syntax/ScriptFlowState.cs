namespace Scriban.Syntax;

/// <summary>How the statements behind the current one go on.</summary>
internal enum ScriptFlowState
{
    None,
    Break,
    Continue,
    Return,
}
