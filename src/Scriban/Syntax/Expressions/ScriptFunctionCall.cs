using System.Collections.Immutable;
using Scriban.Runtime;

namespace Scriban.Syntax;

/// <summary>A call with arguments: <c>f 1 2</c> or <c>f(1, 2)</c>.</summary>
public sealed class ScriptFunctionCall : ScriptExpression
{
    internal ScriptFunctionCall(ScriptExpression target, ImmutableArray<ScriptExpression> arguments, bool isExplicit)
    {
        Target = target;
        Arguments = arguments;
        ExplicitCall = isExplicit;
    }

    /// <summary>The function.</summary>
    public ScriptExpression Target { get; }

    /// <summary>The arguments; named ones are <see cref="ScriptNamedArgument"/>.</summary>
    public ImmutableArray<ScriptExpression> Arguments { get; }

    /// <summary>Whether it was written with parentheses.</summary>
    public bool ExplicitCall { get; }

    /// <inheritdoc />
    public override IEnumerable<ScriptNode> Children => [Target, .. Arguments];

    /// <inheritdoc />
    public override object? Evaluate(TemplateContext context) => Evaluate(context, null);

    /// <inheritdoc />
    public override string ToString() => ExplicitCall
        ? $"{Target}({string.Join(", ", Arguments)})"
        : $"{Target} {string.Join(' ', Arguments)}";

    internal object? Evaluate(TemplateContext context, ScriptBlockStatement? block)
    {
        StackGuard.Check(this);
        var piped = context.ExchangePipe(null);
        var target = Target is IScriptVariablePath path ? path.GetValue(context) : Target.Evaluate(context);
        if (target is null)
        {
            return context.EnableRelaxedFunctionAccess
                ? null
                : throw new ScriptRuntimeException(Target.Span, $"The function `{Target}` was not found");
        }

        return target is IScriptCustomFunction function
            ? FunctionArguments.Call(context, this, function, piped, Arguments, block)
            : throw new ScriptRuntimeException(Target.Span, $"Invalid target function `{Target}`. Expecting a function instead of `{context.GetTypeName(target)}`");
    }
}
