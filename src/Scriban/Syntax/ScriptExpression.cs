namespace Scriban.Syntax;

/// <summary>A node with a value.</summary>
public abstract class ScriptExpression : ScriptNode
{
}
