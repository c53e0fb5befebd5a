namespace Scriban.Syntax;

/// <summary>A node that stands on its own.</summary>
public abstract class ScriptStatement : ScriptNode
{
    /// <summary>Whether the value of the statement is printed.</summary>
    public virtual bool CanOutput => true;
}
