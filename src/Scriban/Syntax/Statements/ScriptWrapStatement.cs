using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>wrap function arguments ... end</c>: passes the body to a function, which runs it with <c>$$</c>.</summary>
public sealed class ScriptWrapStatement : ScriptStatement
{
    internal ScriptWrapStatement(ScriptExpression target, ScriptBlockStatement body)
    {
        Target = target;
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
        if (Target is ScriptFunctionCall call)
        {
            return call.Evaluate(context, Body);
        }

        return context.GetValue(Target) is IScriptCustomFunction function
            ? FunctionArguments.Call(context, Target, function, null, [], Body)
            : throw new ScriptRuntimeException(Target.Span, $"Expecting a direct function instead of the expression `{Target}/{Kind()}`");
    }

    private string Kind() => Target switch
    {
        ScriptVariableGlobal => "global variable",
        ScriptVariableLocal => "local variable",
        ScriptMemberExpression => "member expression",
        ScriptIndexerExpression => "indexer expression",
        ScriptLiteral => "literal",
        _ => "expression",
    };
}
