using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary><c>with object ... end</c>: the members of the object are variables in the body.</summary>
public sealed class ScriptWithStatement : ScriptStatement
{
    internal ScriptWithStatement(ScriptExpression name, ScriptBlockStatement body)
    {
        Name = name;
        Body = body;
    }

    /// <summary>The object.</summary>
    public ScriptExpression Name { get; }

    /// <summary>What is done with it.</summary>
    public ScriptBlockStatement Body { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Name, Body];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var target = Name.Evaluate(context);
        if (target is not IScriptObject scope)
        {
            throw new ScriptRuntimeException(Name.Span, $"Invalid target property `{Name}` used for [with] statement. Must be a ScriptObject instead of `{context.GetTypeName(target)}`");
        }

        context.PushGlobal(scope);
        try
        {
            return Body.Evaluate(context);
        }
        finally
        {
            context.PopGlobal();
        }
    }
}
