namespace Scriban.Syntax;

/// <summary><c>wrap function arguments ... end</c>: passes the body to a function, which runs it with <c>$$</c>.</summary>
public sealed class ScriptWrapStatement : ScriptStatement
{
    private readonly ScriptFunctionCall _call;

    internal ScriptWrapStatement(ScriptExpression target, ScriptFunctionCall call, ScriptBlockStatement body)
    {
        Target = target;
        _call = call;
        Body = body;
    }

    /// <summary>The function or the call.</summary>
    public ScriptExpression Target { get; }

    /// <summary>The block that is passed.</summary>
    public ScriptBlockStatement Body { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Target, Body];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return _call.Evaluate(context, Body);
    }
}
