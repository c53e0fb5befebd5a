namespace Scriban.Syntax;

/// <summary>Walks over a tree. Override a method to see that kind of node; call <see cref="DefaultVisit"/> to go on below it.</summary>
public abstract class ScriptVisitor
{
    /// <summary>Visits a node by its kind.</summary>
    public virtual void Visit(ScriptNode? node)
    {
        switch (node)
        {
            case null:
                break;
            case ScriptVariableGlobal global:
                Visit(global);
                break;
            case ScriptVariableLocal local:
                Visit(local);
                break;
            case ScriptMemberExpression member:
                Visit(member);
                break;
            case ScriptFunctionCall call:
                Visit(call);
                break;
            case ScriptPipeCall pipe:
                Visit(pipe);
                break;
            case ScriptLiteral literal:
                Visit(literal);
                break;
            case ScriptAssignExpression assign:
                Visit(assign);
                break;
            case ScriptFunction function:
                Visit(function);
                break;
            case ScriptTableRowStatement tableRow:
                Visit(tableRow);
                break;
            case ScriptForStatement loop:
                Visit(loop);
                break;
            default:
                DefaultVisit(node);
                break;
        }
    }

    /// <summary>Visits a global variable.</summary>
    public virtual void Visit(ScriptVariableGlobal node) => DefaultVisit(node);

    /// <summary>Visits a local variable.</summary>
    public virtual void Visit(ScriptVariableLocal node) => DefaultVisit(node);

    /// <summary>Visits a member access; the member is visited as a variable by <see cref="DefaultVisit"/>.</summary>
    public virtual void Visit(ScriptMemberExpression node) => DefaultVisit(node);

    /// <summary>Visits a call.</summary>
    public virtual void Visit(ScriptFunctionCall node) => DefaultVisit(node);

    /// <summary>Visits a pipe.</summary>
    public virtual void Visit(ScriptPipeCall node) => DefaultVisit(node);

    /// <summary>Visits a literal.</summary>
    public virtual void Visit(ScriptLiteral node) => DefaultVisit(node);

    /// <summary>Visits an assignment.</summary>
    public virtual void Visit(ScriptAssignExpression node) => DefaultVisit(node);

    /// <summary>Visits a function.</summary>
    public virtual void Visit(ScriptFunction node) => DefaultVisit(node);

    /// <summary>Visits a for loop.</summary>
    public virtual void Visit(ScriptForStatement node) => DefaultVisit(node);

    /// <summary>Visits a tablerow loop.</summary>
    public virtual void Visit(ScriptTableRowStatement node) => DefaultVisit(node);

    /// <summary>Visits the nodes below a node.</summary>
    protected virtual void DefaultVisit(ScriptNode? node)
    {
        foreach (var child in node?.Children ?? [])
        {
            Visit(child);
        }
    }
}
